import type { SalesforceConnection } from '../../../connection/salesforce-connection.js';
import { printSoql } from '../../../soql/soql-printer.js';
import { isRefusal } from '../is-refusal.js';
import { KNOWN_OBJECTS, type KnownRecord, type KnownRecords } from '../known-records.js';
import { portions, valuesQuery } from '../values-query.js';

type Found = Readonly<Record<string, string | boolean>>;

/** Finds in an org the users, record types and their like that another org, or a file, tells of. */
export class KnownRecordsResolver {
  readonly #connection: SalesforceConnection;
  readonly #known: KnownRecords;
  /** By object and field, by value in lower case, the records that have it. */
  readonly #found = new Map<string, Map<string, Found[]>>();
  readonly #wanted = new Map<string, Set<string>>();

  /** @param known who the ids stand for that the files have */
  constructor(connection: SalesforceConnection, known: KnownRecords) {
    this.#connection = connection;
    this.#known = known;
  }

  /** Notes a value that a column such as `Owner.Username` has. */
  want(object: string, key: string, value: string): void {
    const name = `${object}.${key}`;
    this.#wanted.set(name, (this.#wanted.get(name) ?? new Set()).add(value));
  }

  /** Notes the record that an id of another org stands for. */
  wantId(object: string, id: string): void {
    const record = this.#known[object]?.[id];
    for (const key of KNOWN_OBJECTS.get(object)?.keys ?? []) {
      const value = record?.[key];
      if (value !== undefined) this.want(object, key, value);
    }
  }

  /** Asks the org for all that is wanted. What the user may not read is not there. */
  async resolve(signal?: AbortSignal): Promise<void> {
    for (const [name, values] of this.#wanted) {
      const [object, key] = name.split('.') as [string, string];
      try {
        this.#found.set(name, await this.#read(object, key, [...values], signal));
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
    }
    this.#wanted.clear();
  }

  async #read(
    object: string,
    key: string,
    values: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<Map<string, Found[]>> {
    const { qualifier } = KNOWN_OBJECTS.get(object) ?? {};
    const fields = ['Id', key, ...(qualifier === undefined ? [] : [qualifier])];
    if (object === 'User') fields.push('IsActive');
    const found = new Map<string, Found[]>();
    for (const some of portions(values)) {
      const query = printSoql(valuesQuery(object, fields, key, some));
      for (const record of await this.#connection.query<Found>(query, { signal })) {
        const value = String(record[key]).toLowerCase();
        found.set(value, [...(found.get(value) ?? []), record]);
      }
    }
    return found;
  }

  /** What the org has in the place of a record of another org; undefined when it has nothing, or several that could be meant. */
  idOf(object: string, id: string, owner: string): string | undefined {
    const record = this.#known[object]?.[id];
    for (const key of KNOWN_OBJECTS.get(object)?.keys ?? []) {
      const value = record?.[key];
      const found = value === undefined ? undefined : this.find(object, key, value, owner);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** @param owner the object whose record refers to it, for what only together with that is one of a kind */
  find(object: string, key: string, value: string, owner: string): string | undefined {
    const { qualifier } = KNOWN_OBJECTS.get(object) ?? {};
    const found = (this.#found.get(`${object}.${key}`)?.get(value.toLowerCase()) ?? [])
      .filter((record) => qualifier === undefined || record[qualifier] === owner)
      // Nobody can be given a record who cannot sign in.
      .filter((record) => record['IsActive'] !== false);
    return found.length === 1 ? String(found[0]!['Id']) : undefined;
  }

  /** How a record of another org is called, for notes. */
  nameOf(object: string, id: string): string {
    const record: KnownRecord = this.#known[object]?.[id] ?? {};
    const [key] = KNOWN_OBJECTS.get(object)?.keys ?? [];
    return (key === undefined ? undefined : record[key]) ?? id;
  }
}
