import type { SqliteValue } from './sqlite-database.interface.js';

/** A record as its table holds it: values by API name. */
export type OrgRow = Record<string, SqliteValue>;
