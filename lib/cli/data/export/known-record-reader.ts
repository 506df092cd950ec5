import type { SalesforceConnection } from '../../../connection/salesforce-connection.js';
import { printSoql } from '../../../soql/soql-printer.js';
import { isRefusal } from '../is-refusal.js';
import { KNOWN_OBJECTS, type KnownRecord, type KnownRecords } from '../known-records.js';
import { portions, valuesQuery } from '../values-query.js';

/** Reads by what the records that exported ids stand for are found in another org. */
export class KnownRecordReader {
  readonly #connection: SalesforceConnection;
  readonly #wanted = new Map<string, Set<string>>();

  constructor(connection: SalesforceConnection) {
    this.#connection = connection;
  }

  /** Notes an id that a record refers to. */
  want(object: string, id: string): void {
    const ids = this.#wanted.get(object) ?? new Set();
    this.#wanted.set(object, ids.add(id));
  }

  /** @param note told of objects that cannot be read */
  async read(note: (text: string) => void, signal?: AbortSignal): Promise<KnownRecords> {
    const known: Record<string, Record<string, KnownRecord>> = {};
    for (const [object, ids] of [...this.#wanted].sort()) {
      try {
        known[object] = await this.#records(object, [...ids], signal);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        note(`${object}: cannot be read, so nothing says whose ids those are: ${error.message.trim()}`);
      }
    }
    return known;
  }

  async #records(
    object: string,
    ids: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Record<string, KnownRecord>> {
    const { keys, qualifier } = KNOWN_OBJECTS.get(object)!;
    const fields = qualifier === undefined ? keys : [...keys, qualifier];
    const records: Record<string, KnownRecord> = {};
    for (const some of portions(ids)) {
      const query = printSoql(valuesQuery(object, ['Id', ...fields], 'Id', some));
      for (const record of await this.#connection.query<KnownRecord>(query, { signal })) {
        const values = fields.map((name) => [name, record[name]]).filter(([, value]) => value != null);
        records[record['Id']!] = Object.fromEntries(values) as KnownRecord;
      }
    }
    return records;
  }
}
