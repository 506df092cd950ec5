import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { Catalog } from '../catalog/catalog.js';
import type { OrgUser, RecordStore } from '../engine/record-store.js';
import type { SqliteDatabase } from '../engine/sqlite-database.interface.js';
import { toColumn } from '../engine/column-value.js';
import { quoteIdentifier } from '../engine/table-schema.js';
import { OrgError } from '../org-error.js';
import { deployableObject } from './deployable-object.js';
import { readSeed, type SeedNode } from './seed-plan.js';
import type { SeedSource } from './seed-source.interface.js';

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
  load(sources: readonly SeedSource[], user: OrgUser): void {
    const nodes = readSeed(sources, this.#catalog);
    this.#database.transaction(() => {
      const ids = new Map<SeedNode, string>();
      const objects = new Map(nodes.map(({ object }) => [object, deployableObject(object)]));
      for (const node of nodes) {
        const values = { ...node.values };
        for (const [field, parent] of node.parents) values[field] = ids.get(parent);
        ids.set(node, this.#insert({ ...node, object: objects.get(node.object)!, values }, user));
      }
    });
  }

  #insert(node: SeedNode, user: OrgUser): string {
    try {
      return this.#records.insert(node.object, node.values, user);
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      throw new SalesforceConfigurationException(
        `The seed's ${node.label} was refused${at(error, node)}: ${error.errorCode}: ${error.message}`,
        { errorCode: error.errorCode, fields: error.fields, cause: error },
      );
    }
  }
}

/** The fields that a refusal is about, where its text does not name them. */
function at({ fields, message }: OrgError, node: SeedNode): string {
  const culprits = fields.length > 0 ? fields : unfitting(node);
  const unnamed = culprits.filter((field) => !message.includes(field));
  return unnamed.length === 0 ? '' : ` for ${unnamed.join(', ')}`;
}

/** The fields whose values are not of their type. */
function unfitting({ object, values }: SeedNode): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = object.field(name);
    return field && !fits(field, value) ? [field.name] : [];
  });
}

function fits(field: FieldDefinition, value: unknown): boolean {
  try {
    toColumn(field, value);
    return true;
  } catch {
    return false;
  }
}

/** The objects that every org has records of from its beginning, or of its own making. */
const FOUNDING_OBJECTS: ReadonlySet<string> = new Set([
  'BusinessHours',
  'CurrencyType',
  'LoginHistory',
  'Organization',
  'Pricebook2',
  'Profile',
  'RecordType',
  'User',
]);

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
