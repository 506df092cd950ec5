import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';

export type PlainData = Readonly<Record<string, unknown>>;

/** Whether a value is an object literal, and not an array, a `Date` or an instance of another class. */
export function isPlainData(value: unknown): value is PlainData {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not compared with Object.prototype: objects of another realm, such as a structured clone in a test, have their own.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The value as an object whose keys are all among `known`. @throws InvalidQueryException naming `name`. */
export function knownKeysOf(value: unknown, known: readonly string[], name: string): PlainData {
  if (!isPlainData(value)) {
    throw new InvalidQueryException(`${name} takes an object of ${known.join(', ')}.`);
  }
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown === undefined) return value;
  throw new InvalidQueryException(`${name} takes no '${unknown}', only ${known.join(', ')}.`);
}
