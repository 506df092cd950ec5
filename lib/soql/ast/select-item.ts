import type { Expression, FieldPath } from './expression.js';
import type { SoqlQuery } from './soql-query.js';

/** A field or function with an optional alias. */
export interface SelectedExpression {
  readonly kind: 'expression';
  readonly expression: Expression;
  readonly alias?: string;
}

/** `FIELDS(ALL)`, `FIELDS(STANDARD)` or `FIELDS(CUSTOM)`. */
export interface FieldsExpansion {
  readonly kind: 'fields';
  readonly group: 'ALL' | 'STANDARD' | 'CUSTOM';
}

/** `TYPEOF What WHEN Account THEN Phone ELSE Name END` */
export interface TypeofSelection {
  readonly kind: 'typeof';
  readonly relationship: FieldPath;
  readonly when: readonly { readonly sobject: string; readonly fields: readonly FieldPath[] }[];
  readonly otherwise?: readonly FieldPath[];
}

/** `(SELECT … FROM Contacts)`: the query's `from.sobject` is the name of a child relationship. */
export interface ChildSubquery {
  readonly kind: 'subquery';
  readonly query: SoqlQuery;
}

export type SelectItem = SelectedExpression | FieldsExpansion | TypeofSelection | ChildSubquery;
