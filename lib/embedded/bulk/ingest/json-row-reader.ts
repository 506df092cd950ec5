import { isObject } from '../../rest/request-body.js';
import { clientInputError, invalidBatch } from '../batch-error.js';
import { RecordListReader } from './record-list-reader.js';

/** Reads the rows of a batch that is an array of records. */
export class JsonRowReader extends RecordListReader<unknown> {
  /** @throws BatchError for a text that is no array */
  constructor(text: string, from: number) {
    super(recordsOf(text), from);
  }

  protected valuesOf(record: unknown, place: number): Readonly<Record<string, unknown>> {
    if (!isObject(record)) throw invalidBatch(`Record ${place} is not an object`);
    return record;
  }
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
