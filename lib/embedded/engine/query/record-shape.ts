import type { WireRecord } from '../../../protocol/query-response.interface.js';
import type { ReadContext, RecordReader, SqliteRow, ValueReader } from './query-plan.interface.js';

/** The `attributes` of a record, or `null` for a record that is not there. */
export type AttributesReader = (row: SqliteRow, context: ReadContext) => WireRecord['attributes'] | null;

/** The properties of one record, of a parent inside it, or of an aggregate row, in the order they were selected. */
export class RecordShape {
  readonly #attributes: AttributesReader;
  readonly #keys: string[] = [];
  readonly #readers: ValueReader[] = [];

  constructor(attributes: AttributesReader) {
    this.#attributes = attributes;
  }

  has(key: string): boolean {
    return this.#keys.includes(key);
  }

  add(key: string, reader: ValueReader): void {
    this.#keys.push(key);
    this.#readers.push(reader);
  }

  readonly read: RecordReader = (row, context) => {
    const attributes = this.#attributes(row, context);
    if (attributes === null) return null;
    const record: Record<string, unknown> & Pick<WireRecord, 'attributes'> = { attributes };
    const keys = this.#keys;
    for (let i = 0; i < keys.length; i++) record[keys[i]!] = this.#readers[i]!(row, context);
    return record;
  };
}

/** Attributes of the rows of one object; `index` is the place of the id. */
export function recordAttributes(sobject: string, index: number): AttributesReader {
  return (row, context) => {
    const id = row[index];
    return id == null ? null : { type: sobject, url: `${context.sobjectsPath}${sobject}/${String(id)}` };
  };
}

/**
 * Attributes of whatever a polymorphic reference points to: the address names the object, the type is `Name` unless the
 * query asked with TYPEOF.
 */
export function polymorphicAttributes(
  index: number,
  sobjectOf: (id: string) => string | undefined,
  type?: 'Name',
): AttributesReader {
  return (row, context) => {
    const id = row[index];
    const sobject = typeof id === 'string' ? sobjectOf(id) : undefined;
    if (sobject === undefined) return null;
    return { type: type ?? sobject, url: `${context.sobjectsPath}${sobject}/${String(id)}` };
  };
}
