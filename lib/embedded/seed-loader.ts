import type { SeedData } from '../connection/connection-options.interface.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { Catalog } from './catalog/catalog.js';
import type { OrgUser, RecordStore } from './engine/record-store.js';
import type { SqliteDatabase } from './engine/sqlite-database.interface.js';
import { quoteIdentifier } from './engine/table-schema.js';
import { OrgError } from './org-error.js';
import { readSeed, type SeedNode } from './seed-plan.js';

/** Loads seed data: all of it or, naming the record that is wrong, nothing. */
export class SeedLoader {
  readonly #catalog: Catalog;
  readonly #database: SqliteDatabase;
  readonly #records: RecordStore;

  constructor(deps: {
    readonly catalog: Catalog;
    readonly database: SqliteDatabase;
    readonly records: RecordStore;
  }) {
    this.#catalog = deps.catalog;
    this.#database = deps.database;
    this.#records = deps.records;
  }

  /** @throws SalesforceConfigurationException when a record is refused or refers to one that is not there */
  load(data: SeedData, user: OrgUser): void {
    const nodes = readSeed(data, this.#catalog);
    this.#database.transaction(() => {
      const ids = new Map<SeedNode, string>();
      for (const node of nodes) ids.set(node, this.#insert(node, ids, user));
    });
  }

  #insert(node: SeedNode, ids: ReadonlyMap<SeedNode, string>, user: OrgUser): string {
    const values = { ...node.values };
    for (const [field, parent] of node.parents) values[field] = ids.get(parent);
    try {
      return this.#records.insert(node.object, values, user);
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      throw new SalesforceConfigurationException(
        `The seed's ${node.label} was refused: ${error.errorCode}: ${error.message}`,
        { errorCode: error.errorCode, fields: error.fields, cause: error },
      );
    }
  }
}

/** The objects that every org has records of from its beginning. */
const FOUNDING_OBJECTS: ReadonlySet<string> = new Set(['Organization', 'Pricebook2', 'Profile', 'User']);

/** Whether an org has had any record beside those it began with. */
export function hasRecords(database: SqliteDatabase): boolean {
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .rows()
    .map(([name]) => String(name));
  return tables.some((table) => {
    // The engine's own tables begin with an underscore.
    if (table.startsWith('_') || FOUNDING_OBJECTS.has(table)) return false;
    return database.prepare(`SELECT 1 FROM ${quoteIdentifier(table)} LIMIT 1`).get() !== undefined;
  });
}
