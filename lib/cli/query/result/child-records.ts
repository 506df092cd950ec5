import type { QueryOptions } from '../../../connection/resource-request.interface.js';
import type { QueryResponse, WireRecord } from '../../../protocol/query-response.interface.js';
import { isChildren } from './record-column.js';

/** What following pages needs of a connection. */
export interface PageReader {
  page(nextRecordsUrl: string, options?: Pick<QueryOptions, 'signal'>): Promise<QueryResponse>;
}

/** Records with all the records of their subqueries, of which a page brings the first ones. */
export async function withAllChildren(
  records: readonly WireRecord[],
  reader: PageReader,
  signal?: AbortSignal,
): Promise<readonly WireRecord[]> {
  if (!records.some(hasMoreChildren)) return records;
  const whole: WireRecord[] = [];
  for (const record of records) {
    whole.push(hasMoreChildren(record) ? await wholeRecord(record, reader, signal) : record);
  }
  return whole;
}

function hasMoreChildren(record: WireRecord): boolean {
  return Object.values(record).some(
    (value) => isChildren(value) && (!value.done || value.records.some(hasMoreChildren)),
  );
}

async function wholeRecord(
  record: WireRecord,
  reader: PageReader,
  signal: AbortSignal | undefined,
): Promise<WireRecord> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    values[name] = isChildren(value) ? await wholeChildren(value, reader, signal) : value;
  }
  return values as WireRecord;
}

async function wholeChildren(
  children: QueryResponse,
  reader: PageReader,
  signal: AbortSignal | undefined,
): Promise<QueryResponse> {
  const records: WireRecord[] = [];
  for (let page = children; ; page = await reader.page(page.nextRecordsUrl, { signal })) {
    records.push(...(await withAllChildren(page.records, reader, signal)));
    if (page.done || page.nextRecordsUrl === undefined) break;
  }
  return { totalSize: children.totalSize, done: true, records };
}
