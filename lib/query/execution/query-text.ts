import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { printSoql } from '../../soql/soql-printer.js';

/** Trees never change, so neither do their texts. */
const TEXTS = new WeakMap<SoqlQuery, string>();

/** The text of a query that is likely to be asked for more than once. */
export function textOf(query: SoqlQuery): string {
  const known = TEXTS.get(query);
  if (known !== undefined) return known;
  const text = printSoql(query);
  TEXTS.set(query, text);
  return text;
}
