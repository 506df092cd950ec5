import type { Expression, FieldPath } from './expression.js';
import type { Literal, StringLiteral } from './literal.js';
import type { SoqlQuery } from './soql-query.js';

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE';

export interface Comparison {
  readonly kind: 'comparison';
  readonly left: Expression;
  readonly operator: ComparisonOperator;
  readonly right: Literal;
}

/** `left [NOT] IN (values)`; the list is never empty. */
export interface Membership {
  readonly kind: 'membership';
  readonly left: Expression;
  readonly negated: boolean;
  readonly values: readonly Literal[];
}

/** `left [NOT] IN (SELECT …)`: a semi-join, or an anti-join when negated. */
export interface SemiJoin {
  readonly kind: 'semi-join';
  readonly left: FieldPath;
  readonly negated: boolean;
  readonly query: SoqlQuery;
}

/** `left INCLUDES (values)` or `EXCLUDES` when negated; a value `A;B` asks for both. */
export interface Inclusion {
  readonly kind: 'inclusion';
  readonly left: Expression;
  readonly negated: boolean;
  readonly values: readonly StringLiteral[];
}

/** Two or more conditions under one operator; the language has no precedence between AND and OR, so neither has the tree. */
export interface LogicalCondition {
  readonly kind: 'and' | 'or';
  readonly conditions: readonly Condition[];
}

export interface Negation {
  readonly kind: 'not';
  readonly condition: Condition;
}

export type Condition = Comparison | Membership | SemiJoin | Inclusion | LogicalCondition | Negation;
