import type { OrgError } from '../../org-error.js';
import { isObject } from '../../rest/request-body.js';
import { clientInputError, invalidBatch } from '../batch-error.js';
import type { IngestRow, RowReader } from './row-reader.interface.js';

/** Reads the rows of a batch that is an array of records. Its position counts records. */
export class JsonRowReader implements RowReader {
  readonly #records: readonly unknown[];
  #at: number;

  /** @throws BatchError for a text that is no array */
  constructor(text: string, from: number) {
    this.#records = recordsOf(text);
    this.#at = from;
  }

  get position(): number {
    return this.#at;
  }

  next(): IngestRow | undefined {
    if (this.#at >= this.#records.length) return undefined;
    const record = this.#records[this.#at++];
    if (!isObject(record)) throw invalidBatch(`Record ${this.#at} is not an object`);
    return rowOf(record);
  }

  refusal(_: IngestRow, error: OrgError): OrgError {
    return error;
  }
}

/** A record's id stands beside its fields, in any case. */
export function rowOf(record: Readonly<Record<string, unknown>>): IngestRow {
  const key = Object.keys(record).find((name) => name.toLowerCase() === 'id');
  if (key === undefined) return { id: '', values: { ...record } };
  const { [key]: id, ...values } = record;
  return { id: id === null || id === undefined ? '' : String(id), values };
}

function recordsOf(text: string): readonly unknown[] {
  try {
    const records: unknown = JSON.parse(text);
    if (Array.isArray(records)) return records as unknown[];
  } catch {
    // Said below, as for any other text that is no array.
  }
  throw clientInputError('Failed to parse JSON. An array of records is expected');
}
