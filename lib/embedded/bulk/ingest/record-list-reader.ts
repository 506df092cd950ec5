import type { OrgError } from '../../org-error.js';
import type { IngestRow, RowReader } from './row-reader.interface.js';

/** Reads the rows of a batch whose records are all there at once. Its position counts them. */
export abstract class RecordListReader<Item> implements RowReader {
  readonly #records: readonly Item[];
  #at: number;

  constructor(records: readonly Item[], from: number) {
    this.#records = records;
    this.#at = from;
  }

  get position(): number {
    return this.#at;
  }

  next(): IngestRow | undefined {
    const record = this.#records[this.#at];
    if (record === undefined) return undefined;
    this.#at++;
    return rowOf(this.valuesOf(record, this.#at));
  }

  refusal(_: IngestRow, error: OrgError): OrgError {
    return error;
  }

  /**
   * @param place of the record in the batch, from 1
   * @throws BatchError for what is no record
   */
  protected abstract valuesOf(record: Item, place: number): Readonly<Record<string, unknown>>;
}

/** A record's id stands beside its fields, in any case. */
function rowOf(record: Readonly<Record<string, unknown>>): IngestRow {
  const key = Object.keys(record).find((name) => name.toLowerCase() === 'id');
  if (key === undefined) return { id: '', values: { ...record } };
  const { [key]: id, ...values } = record;
  return { id: id === null || id === undefined ? '' : String(id), values };
}
