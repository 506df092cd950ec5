import type { Expression, FieldPath, FunctionCall } from '../expression.js';
import type { Literal } from '../literal.js';

/** `fieldPath('Owner', 'Name')` is `Owner.Name`. */
export function fieldPath(...path: readonly [string, ...string[]]): FieldPath {
  return { kind: 'field', path };
}

/** The field that the names of a list lead to; the node keeps the list. */
export function fieldPathOf(path: readonly [string, ...string[]]): FieldPath {
  return { kind: 'field', path };
}

/** `functionCall('SUM', fieldPath('Amount'))` is `SUM(Amount)`. */
export function functionCall(name: string, ...args: readonly (Expression | Literal)[]): FunctionCall {
  return { kind: 'function', name, args };
}

/** The function of the arguments of a list; the node keeps the list. */
export function functionCallOf(name: string, args: readonly (Expression | Literal)[]): FunctionCall {
  return { kind: 'function', name, args };
}
