import type { Condition, SemiJoin } from '../../../../soql/ast/condition.js';
import { planExpression } from '../expression-planner.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import { notUsable, onlySelected } from '../query-refusals.js';
import type { RecordScope } from '../record-scope.js';
import type { SqlFragment } from '../sql-fragment.js';
import { planCondition } from './condition-planner.js';

const MAX_SEMI_JOINS = 2;

export type SemiJoinPlanner = (
  condition: SemiJoin,
  left: PlannedExpression,
  scope: RecordScope,
) => SqlFragment;

/** Plans the WHERE clause of a query over `scope`. */
export function planWhere(
  condition: Condition,
  scope: RecordScope,
  planSemiJoin: SemiJoinPlanner,
): SqlFragment {
  const { source } = scope;
  let semiJoins = 0;
  const expression = (node: Parameters<typeof planExpression>[1]): PlannedExpression => {
    const planned = planExpression(scope, node);
    if (planned.aggregate) {
      throw source.refusal(
        'MALFORMED_QUERY',
        'Aggregate functions are not allowed in the WHERE clause',
        node,
      );
    }
    if (planned.selectOnly) {
      throw source.refusal('MALFORMED_QUERY', onlySelected(planned.key, 'WHERE'), node);
    }
    if (planned.field && !isFilterable(planned)) {
      throw source.refusal('INVALID_FIELD', notUsable(planned.name, 'filtered'), node);
    }
    return planned;
  };
  return planCondition(condition, {
    source,
    expression,
    demand({ field }) {
      if (field) scope.demand(field.source);
    },
    semiJoin(node, nested) {
      if (nested === 'or') {
        throw source.refusal(
          'MALFORMED_QUERY',
          "Semi join sub-selects are not allowed with the 'OR' operator",
          node,
        );
      }
      if (nested === 'not') {
        const reason = 'Semi join sub-selects are only allowed at the top level WHERE expressions.';
        throw source.refusal('MALFORMED_QUERY', reason, node);
      }
      if (++semiJoins > MAX_SEMI_JOINS) {
        const reason = `Maximum ${MAX_SEMI_JOINS} semi join sub-selects are allowed`;
        throw source.refusal('MALFORMED_QUERY', reason, node);
      }
      return planSemiJoin(node, expression(node.left), scope);
    },
  });
}

/** Compounds are flagged filterable because DISTANCE takes them; nothing else does. */
function isFilterable({ field }: PlannedExpression): boolean {
  return field?.column !== undefined && field.field.filterable === true;
}
