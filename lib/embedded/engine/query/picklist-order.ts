import { folded } from './folded.js';
import type { PlannedExpression } from './planned-expression.interface.js';
import { bind, joinSql, sql, type SqlFragment } from './sql-fragment.js';

/** Digits of a rank in a text: more than any picklist has values. */
const RANK_DIGITS = 5;
const PAD = { text: `'%0${RANK_DIGITS}d'`, parameters: [] };
const BEHIND_RANK = { text: String(RANK_DIGITS + 1), parameters: [] };

/** A value in the form in which it is sorted: that of a picklist by its place in the list, any other as it is compared. */
export function sortable(expression: PlannedExpression, value: SqlFragment): SqlFragment {
  return ranked(expression, value) ?? folded(expression, value);
}

/** The first or the last value of a picklist, in its order; `undefined` for what is none. */
export function outermost(
  operator: SqlFragment,
  expression: PlannedExpression,
  value: SqlFragment,
): SqlFragment | undefined {
  const rank = ranked(expression, value);
  return rank && sql`substr(${operator}(${rank}), ${BEHIND_RANK})`;
}

/** The place in the list and the value; values that are not in the list come after those that are. */
function ranked({ type, field }: PlannedExpression, value: SqlFragment): SqlFragment | undefined {
  const values = field?.field.picklistValues ?? [];
  if (type !== 'picklist' || values.length === 0) return undefined;
  const places = values.map((entry, place) => sql`WHEN ${bind(entry.value)} THEN ${bind(BigInt(place))}`);
  const last = bind(BigInt(values.length));
  return sql`printf(${PAD}, CASE ${value} ${joinSql(places, ' ')} ELSE ${last} END) || ${value}`;
}
