import { ignoresCase } from '../case-folding.js';
import type { PlannedExpression } from './planned-expression.interface.js';
import { sql, type SqlFragment } from './sql-fragment.js';

/** A value in the form in which it is compared, sorted and grouped: case does not count unless its field says so. */
export function folded({ type, field }: PlannedExpression, value: SqlFragment): SqlFragment {
  const caseSensitive = field?.field.caseSensitive;
  return type === 'anyType' || ignoresCase({ type, caseSensitive }) ? sql`fold(${value})` : value;
}
