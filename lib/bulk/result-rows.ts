import { csvRows } from '../csv/csv-rows.js';
import type { BulkConnection } from './bulk-options.interface.js';

const COMMA = { delimiter: ',' };

/** A file of results, read as it comes. */
export interface ResultFile {
  /** Names of the columns; none of a file that is empty. */
  readonly header: readonly string[];
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly rows: AsyncGenerator<string[], void, undefined>;
}

export async function openResult(
  connection: BulkConnection,
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal | undefined,
): Promise<ResultFile> {
  const response = await connection.open({ path, query, headers: { accept: 'text/csv' }, signal });
  const rows = csvRows(response.stream(), COMMA);
  const first = await rows.next();
  return { header: first.done ? [] : first.value, headers: response.headers, rows };
}
