import type { GroupByClause } from '../../../soql/ast/soql-query.js';
import { planExpression } from './expression-planner.js';
import type { PlannedExpression } from './planned-expression.interface.js';
import { notUsable, onlySelected } from './query-refusals.js';
import type { RecordScope } from './record-scope.js';

const MAX_SUBTOTAL_FIELDS = 3;

/** The keys of the expressions that one level of (sub)totals groups by. */
export type GroupingSet = ReadonlySet<string>;

/** The grouped expressions by their keys. */
export function planGroupBy(
  clause: GroupByClause | undefined,
  scope: RecordScope,
): ReadonlyMap<string, PlannedExpression> {
  const expressions = clause?.expressions ?? [];
  if (clause && clause.kind !== 'plain' && expressions.length > MAX_SUBTOTAL_FIELDS) {
    const reason = `Maximum of ${MAX_SUBTOTAL_FIELDS} fields allowed in ${clause.kind.toUpperCase()}`;
    throw scope.source.refusal('MALFORMED_QUERY', reason, expressions[0]);
  }
  return new Map(
    expressions.map((expression) => {
      const planned = planExpression(scope, expression);
      const { field } = planned;
      if (planned.selectOnly) {
        throw scope.source.refusal('MALFORMED_QUERY', onlySelected(planned.key, 'GROUP BY'), expression);
      }
      if (planned.aggregate || (field && !(field.column && field.field.groupable))) {
        throw scope.source.refusal('MALFORMED_QUERY', notUsable(planned.name, 'grouped'), expression);
      }
      return [planned.key, planned];
    }),
  );
}

/** ROLLUP leaves the groups out from the right, CUBE in every combination; most detailed first. */
export function groupingSets(kind: GroupByClause['kind'], keys: readonly string[]): readonly GroupingSet[] {
  if (kind === 'plain') return [new Set(keys)];
  if (kind === 'rollup')
    return keys.map((_, left) => new Set(keys.slice(0, keys.length - left))).concat([new Set()]);
  const subsets = Array.from({ length: 2 ** keys.length }, (_, bits) =>
    keys.filter((_key, i) => !(bits & (1 << i))),
  );
  return subsets.map((subset) => new Set(subset));
}
