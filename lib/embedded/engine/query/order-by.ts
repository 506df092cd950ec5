import type { Expression } from '../../../soql/ast/expression.js';
import type { OrderByItem } from '../../../soql/ast/soql-query.js';
import type { PlannedExpression } from './planned-expression.interface.js';
import { notUsable, onlySelected } from './query-refusals.js';
import type { SoqlSource } from './soql-source.js';
import type { SqlFragment } from './sql-fragment.js';

/** One key of the order: what is compared, and which way. */
export interface SortKey {
  readonly expression: PlannedExpression;
  readonly direction: SqlFragment;
}

/** Rows without a value come first in either direction, unless the query says otherwise. */
export function planOrderBy(
  items: readonly OrderByItem[],
  source: SoqlSource,
  plan: (expression: Expression) => PlannedExpression,
): readonly SortKey[] {
  return items.map((item) => {
    const expression = plan(item.expression);
    const { field, name, type } = expression;
    if (field && !(field.column && field.field.sortable)) {
      throw source.refusal('MALFORMED_QUERY', notUsable(name, 'sorted'), item.expression);
    }
    if (expression.selectOnly) {
      throw source.refusal('MALFORMED_QUERY', onlySelected(expression.key, 'ORDER BY'), item.expression);
    }
    // A reference ignores NULLS LAST on the platform.
    const nulls = type === 'reference' ? 'FIRST' : (item.nulls ?? 'FIRST');
    return {
      expression,
      direction: { text: `${item.direction ?? 'ASC'} NULLS ${nulls}`, parameters: [] },
    };
  });
}
