import type {
  Comparison,
  ComparisonOperator,
  Condition,
  Inclusion,
  LogicalCondition,
  Membership,
  Negation,
  SemiJoin,
} from '../condition.js';
import type { Expression, FieldPath } from '../expression.js';
import type { Literal, StringLiteral } from '../literal.js';
import type { SoqlQuery } from '../soql-query.js';

/** With `LIKE`, the text of the literal is a pattern: `%` and `_` are wildcards, and `\` takes away their meaning. */
export function comparison(left: Expression, operator: ComparisonOperator, right: Literal): Comparison {
  return { kind: 'comparison', left, operator, right };
}

/** `left IN (values)`, or `NOT IN` when negated. */
export function membership(left: Expression, values: readonly Literal[], negated = false): Membership {
  return { kind: 'membership', left, negated, values };
}

/** `left IN (query)`, or `NOT IN` when negated. */
export function semiJoin(left: FieldPath, query: SoqlQuery, negated = false): SemiJoin {
  return { kind: 'semi-join', left, negated, query };
}

/** `left INCLUDES (values)`, or `EXCLUDES` when negated. */
export function inclusion(left: Expression, values: readonly StringLiteral[], negated = false): Inclusion {
  return { kind: 'inclusion', left, negated, values };
}

/** All of the conditions; a single one is returned as it is. */
export function and(...conditions: readonly [Condition, ...Condition[]]): Condition {
  return conditions.length === 1 ? conditions[0] : logical('and', conditions);
}

/** Any of the conditions; a single one is returned as it is. */
export function or(...conditions: readonly [Condition, ...Condition[]]): Condition {
  return conditions.length === 1 ? conditions[0] : logical('or', conditions);
}

export function not(condition: Condition): Negation {
  return { kind: 'not', condition };
}

/** Two or more conditions under one operator. */
export function logical(kind: 'and' | 'or', conditions: readonly Condition[]): LogicalCondition {
  return { kind, conditions };
}
