import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { FiscalYear } from './fiscal-year.js';

/** The fiscal year that the org's own record says; that of a new org where there is no such record. */
export function readFiscalYear(database: SqliteDatabase): FiscalYear {
  const [row] = database
    .prepare('SELECT "FiscalYearStartMonth", "UsesStartDateAsFiscalYearName" FROM "Organization" LIMIT 1')
    .rows();
  return new FiscalYear(Number(row?.[0] ?? 1), row?.[1] === 1);
}
