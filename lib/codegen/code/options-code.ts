import { literal, memberName } from './literal.js';

/** The options of a decorator as names and code, those left out that are `undefined`. */
export function optionsCode(
  options: Readonly<Record<string, string | number | boolean | undefined>>,
): readonly (readonly [name: string, code: string])[] {
  return Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [[memberName(name), literal(value)] as const],
  );
}
