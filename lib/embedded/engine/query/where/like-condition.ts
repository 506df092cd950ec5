import type { Literal } from '../../../../soql/ast/literal.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import { wrongCriterionType } from '../query-refusals.js';
import type { SoqlSource } from '../soql-source.js';
import { bind, sql, type SqlFragment } from '../sql-fragment.js';
import { isText } from '../../case-folding.js';

const LITERAL_PREFIX = /^(?:[^\\%_]|\\[\\%_])*/;

/** `expression LIKE pattern`, without regard to case; what stands before the first wildcard is looked up in an index. */
export function likeCondition(
  left: PlannedExpression,
  literal: Literal,
  source: SoqlSource,
  node: object,
): SqlFragment {
  if (left.type === 'id' || left.type === 'reference') {
    throw source.refusal('INVALID_QUERY_FILTER_OPERATOR', 'invalid operator on id field', node);
  }
  if (!isText(left.type)) {
    throw source.refusal('INVALID_QUERY_FILTER_OPERATOR', `invalid operator on ${left.type} field`, node);
  }
  if (literal.kind !== 'string') {
    throw source.refusal('INVALID_FIELD', wrongCriterionType(left.name, 'string', true), node);
  }
  const matches = sql`fold(${left.sql}) LIKE fold(${bind(literal.value)}) ESCAPE '\\'`;
  const prefix = (LITERAL_PREFIX.exec(literal.value)?.[0] ?? '').replaceAll(/\\(.)/g, '$1');
  if (prefix === '') return matches;
  const start = sql`fold(${bind(prefix)})`;
  return sql`(fold(${left.sql}) >= ${start} AND fold(${left.sql}) < ${start} || char(1114111) AND ${matches})`;
}
