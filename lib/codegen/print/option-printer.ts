import { fits, INDENT } from '../code/layout.js';

/** Behind shorter names, a text on a line of its own would hardly gain room; prettier leaves it where it is. */
const SHORTEST_BROKEN_NAME = 5;

/** A member of an object literal on a line of its own, the comma left out. */
export function printOption(name: string, code: string, indent: string): string {
  const line = `${name}: ${code}`;
  if (fits(`${indent}${line},`) || !/^['"]/.test(code) || name.length < SHORTEST_BROKEN_NAME) return line;
  return `${name}:\n${indent}${INDENT}${code}`;
}
