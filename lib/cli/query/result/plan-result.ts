import type { QueryPlan } from '../../../protocol/query-plan.interface.js';
import type { WireRecord } from '../../../protocol/query-response.interface.js';
import { pagesOf } from './query-result.js';
import type { ResultColumn, ResultSet } from './result-set.interface.js';

/** The ways to run a query, the cheapest one first, as rows. */
export function planResult(plans: readonly QueryPlan[]): ResultSet {
  const rows = plans.map((plan): WireRecord => ({ attributes: { type: 'QueryPlan' }, ...plan }));
  return {
    columns: [
      column('Operation', ({ leadingOperationType }) => leadingOperationType),
      column('Object', ({ sobjectType }) => sobjectType),
      column('Fields', ({ fields }) => fields.join(', ')),
      column('Cardinality', ({ cardinality }) => cardinality),
      column('Records', ({ sobjectCardinality }) => sobjectCardinality),
      column('Relative cost', ({ relativeCost }) => relativeCost),
    ],
    pages: pagesOf(rows),
  };
}

/** Why the optimiser did not take what seems to offer itself, a line a note. */
export function planNotes(plans: readonly QueryPlan[]): readonly string[] {
  const notes = plans.flatMap(({ notes }) => notes);
  return [
    ...new Set(
      notes.map(({ description, fields, tableEnumOrId }) =>
        fields.length > 0 ? `${description} (${tableEnumOrId}: ${fields.join(', ')})` : description,
      ),
    ),
  ];
}

function column(title: string, value: (plan: QueryPlan) => unknown): ResultColumn {
  return { title, value: (record) => value(record as unknown as QueryPlan) };
}
