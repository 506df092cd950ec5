import type { Literal } from './literal.js';

/** A field, possibly through parents: `Name`, `Account.Owner.Name`. Never empty. */
export interface FieldPath {
  readonly kind: 'field';
  readonly path: readonly string[];
}

/** A function of fields, functions and literals: `COUNT()`, `SUM(Amount)`, `CALENDAR_YEAR(convertTimezone(CreatedDate))`. */
export interface FunctionCall {
  readonly kind: 'function';
  /** As written; functions are compared without regard to case. */
  readonly name: string;
  readonly args: readonly (Expression | Literal)[];
}

/** What can stand on the left of a comparison, in a select list, in GROUP BY and in ORDER BY. */
export type Expression = FieldPath | FunctionCall;
