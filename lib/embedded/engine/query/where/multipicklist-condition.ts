import type { Inclusion } from '../../../../soql/ast/condition.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import type { SoqlSource } from '../soql-source.js';
import { bind, chainSql, sql, type SqlFragment } from '../sql-fragment.js';

/** `INCLUDES ('A;B', 'C')`: A and B, or C. Rows without a value include nothing, and so are excluded from everything. */
export function inclusionCondition(
  left: PlannedExpression,
  condition: Inclusion,
  source: SoqlSource,
): SqlFragment {
  if (left.type !== 'multipicklist') {
    const operator = condition.negated ? 'excludes' : 'includes';
    throw source.refusal(
      'INVALID_QUERY_FILTER_OPERATOR',
      `invalid operator ${operator} on field ${left.name}`,
      condition.left,
    );
  }
  const folded = sql`fold(${left.sql})`;
  const included = chainSql(
    condition.values.map(({ value }) => containsAll(folded, value)),
    'OR',
  );
  return condition.negated ? sql`(${included}) IS NOT TRUE` : included;
}

/** Equality of multi-select picklists: the same values in any order. `folded` is the field in comparable form. */
export function sameSelection(folded: SqlFragment, value: string): SqlFragment {
  return sql`(length(${folded}) = length(fold(${bind(value)})) AND ${containsAll(folded, value)})`;
}

function containsAll(folded: SqlFragment, values: string): SqlFragment {
  const each = values
    .split(';')
    .map((value) => sql`instr(';' || ${folded} || ';', ';' || fold(${bind(value.trim())}) || ';') > 0`);
  return chainSql(each, 'AND');
}
