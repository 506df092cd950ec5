import type { Expression, FieldPath, FunctionCall } from '../expression.js';
import type { Literal } from '../literal.js';
import { frozenList } from './frozen-list.js';

/** `fieldPath('Owner', 'Name')` is `Owner.Name`. */
export function fieldPath(...path: readonly [string, ...string[]]): FieldPath {
  return Object.freeze({ kind: 'field', path: frozenList(path) });
}

/** `functionCall('SUM', fieldPath('Amount'))` is `SUM(Amount)`. */
export function functionCall(name: string, ...args: readonly (Expression | Literal)[]): FunctionCall {
  return Object.freeze({ kind: 'function', name, args: frozenList(args) });
}
