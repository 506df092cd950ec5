import type { WireRecord } from '../../../protocol/query-response.interface.js';
import { isChildren, isParent } from './record-column.js';

/** How records are written as JSON. */
export interface PlainRecordOptions {
  /** Whether what the platform says of each record, its type and URL, stays. @default false */
  readonly attributes?: boolean;
}

/** A record as data: parents are objects, the records of subqueries are lists. */
export function plainRecord(record: WireRecord, options: PlainRecordOptions = {}): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const name of Object.keys(record)) {
    if (name !== 'attributes' || options.attributes) plain[name] = plainValue(record[name], options);
  }
  return plain;
}

/** A value of a record as data. */
export function plainValue(value: unknown, options: PlainRecordOptions = {}): unknown {
  if (isChildren(value)) return value.records.map((child) => plainRecord(child, options));
  return isParent(value) ? plainRecord(value, options) : value;
}
