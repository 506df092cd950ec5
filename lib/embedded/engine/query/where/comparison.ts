import type { ComparisonOperator } from '../../../../soql/ast/condition.js';
import type { Literal, RelativeDateLiteral } from '../../../../soql/ast/literal.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import { wrongCriterionType } from '../query-refusals.js';
import type { SoqlSource } from '../soql-source.js';
import { bind, sql, type SqlFragment, type SqlParameter } from '../sql-fragment.js';
import { isText } from '../../case-folding.js';
import { likeCondition } from './like-condition.js';
import { sameSelection } from './multipicklist-condition.js';
import { operandOf } from './operand.js';
import { isRelativeDate, relativeDateRange } from './relative-date-range.js';

/**
 * `expression operator literal` as SQL. Only `!=` finds rows without a value; what is unknown in SQL is false here as soon
 * as it is negated or selected, which is how SOQL has it.
 */
export function planComparison(
  left: PlannedExpression,
  operator: ComparisonOperator,
  literal: Literal,
  source: SoqlSource,
  node: object,
): SqlFragment {
  if (operator === 'LIKE') return likeCondition(left, literal, source, node);
  if (isNull(left, literal) && (operator === '=' || operator === '!=')) return nullCheck(left, operator);
  if (literal.kind === 'relative-date') return rangeComparison(left, operator, literal, source, node);
  if (isNull(left, literal) && isReference(left)) return compare(left.sql, operator, sql`''`);
  const operand = operandOf(left);
  const right = operand.right(literal);
  if (!right) throw refuseLiteral(left, literal, source, node);
  if (left.type === 'multipicklist' && literal.kind === 'string' && (operator === '=' || operator === '!=')) {
    const same = sameSelection(operand.left, literal.value);
    return operator === '=' ? same : sql`(${same}) IS NOT TRUE`;
  }
  return compare(operand.left, operator, right);
}

/** Whether a literal asks for no value at all: an empty text is none. */
export function isNull(left: PlannedExpression, literal: Literal): boolean {
  if (literal.kind === 'null') return true;
  const textual = isText(left.type) || left.type === 'id' || left.type === 'reference';
  return textual && literal.kind === 'string' && literal.value === '';
}

/** Paging by id begins after the empty text, which every id is greater than. */
function isReference({ type }: PlannedExpression): boolean {
  return type === 'id' || type === 'reference';
}

/** A boolean is never null: having none is being false. */
export function nullCheck(left: PlannedExpression, operator: '=' | '!='): SqlFragment {
  if (left.type === 'boolean') {
    return operator === '=' ? sql`COALESCE(${left.sql}, 0) = 0` : sql`COALESCE(${left.sql}, 0) = 1`;
  }
  return operator === '=' ? sql`${left.sql} IS NULL` : sql`${left.sql} IS NOT NULL`;
}

export function refuseLiteral(
  left: PlannedExpression,
  literal: Literal,
  source: SoqlSource,
  node: object,
): Error {
  const operand = operandOf(left);
  if (operand.type === 'ID' && literal.kind === 'string') {
    return source.refusal('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${literal.value}`, node);
  }
  const reason = wrongCriterionType(left.name, operand.type, operand.quoted);
  return source.refusal('INVALID_FIELD', reason, node);
}

function compare(left: SqlFragment, operator: ComparisonOperator, right: SqlFragment): SqlFragment {
  if (operator === '!=') return sql`${left} IS NOT ${right}`;
  return sql`${left} ${{ text: operator, parameters: [] }} ${right}`;
}

function rangeComparison(
  left: PlannedExpression,
  operator: ComparisonOperator,
  literal: RelativeDateLiteral,
  source: SoqlSource,
  node: object,
): SqlFragment {
  const isDate = left.type === 'date';
  if (!isRelativeDate(literal) || (!isDate && left.type !== 'datetime')) {
    throw refuseLiteral(left, literal, source, node);
  }
  const edge = (side: 'from' | 'to'): SqlParameter => {
    return ({ now, settings }) => {
      const { timeZone } = settings;
      const day = relativeDateRange(literal, timeZone.local(now), settings)?.[side] ?? '';
      return isDate ? day : timeZone.startOfDay(day).toISOString();
    };
  };
  const [from, to] = [bind(edge('from')), bind(edge('to'))];
  switch (operator) {
    case '<':
      return sql`${left.sql} < ${from}`;
    case '<=':
      return sql`${left.sql} < ${to}`;
    case '>':
      return sql`${left.sql} >= ${to}`;
    case '>=':
      return sql`${left.sql} >= ${from}`;
    case '!=':
      return sql`(${left.sql} >= ${from} AND ${left.sql} < ${to}) IS NOT TRUE`;
    default:
      return sql`(${left.sql} >= ${from} AND ${left.sql} < ${to})`;
  }
}
