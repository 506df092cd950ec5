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
import { frozenList } from './frozen-list.js';

/** With `LIKE`, the text of the literal is a pattern: `%` and `_` are wildcards, and `\` takes away their meaning. */
export function comparison(left: Expression, operator: ComparisonOperator, right: Literal): Comparison {
  return Object.freeze({ kind: 'comparison', left, operator, right });
}

/** `left IN (values)`, or `NOT IN` when negated. */
export function membership(left: Expression, values: readonly Literal[], negated = false): Membership {
  return Object.freeze({ kind: 'membership', left, negated, values: frozenList(values) });
}

/** `left IN (query)`, or `NOT IN` when negated. */
export function semiJoin(left: FieldPath, query: SoqlQuery, negated = false): SemiJoin {
  return Object.freeze({ kind: 'semi-join', left, negated, query });
}

/** `left INCLUDES (values)`, or `EXCLUDES` when negated. */
export function inclusion(left: Expression, values: readonly StringLiteral[], negated = false): Inclusion {
  return Object.freeze({ kind: 'inclusion', left, negated, values: frozenList(values) });
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
  return Object.freeze({ kind: 'not', condition });
}

function logical(kind: 'and' | 'or', conditions: readonly Condition[]): LogicalCondition {
  return Object.freeze({ kind, conditions: frozenList(conditions) });
}
