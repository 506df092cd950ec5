import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { SoqlSource } from './soql-source.js';
import { bind, sql } from './sql-fragment.js';

const MAX_OFFSET = 2000;

/** The rows that a run asks for; a page is smaller than what LIMIT allows. */
export const ROW_WINDOW = sql`LIMIT ${bind((run) => run.window?.count ?? -1)} OFFSET ${bind((run) => run.window?.offset ?? 0)}`;

/** LIMIT and OFFSET of a query. */
export function plannedWindow(
  { limit, offset }: SoqlQuery,
  source: SoqlSource,
): { readonly limit?: number; readonly offset?: number } {
  if (offset !== undefined && offset > MAX_OFFSET) {
    throw source.refusal('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
  }
  return { ...(limit !== undefined && { limit }), ...(offset !== undefined && { offset }) };
}
