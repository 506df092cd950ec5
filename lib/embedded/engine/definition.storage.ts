import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { Catalog } from '../catalog/catalog.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';

/**
 * What applications declared of the org's objects, kept beside the records: a database file is a whole org, whose custom
 * objects can be queried by whoever opens it.
 */
export class DefinitionStorage {
  readonly #catalog: Catalog;
  readonly #database: SqliteDatabase;

  constructor(deps: { readonly catalog: Catalog; readonly database: SqliteDatabase }) {
    this.#catalog = deps.catalog;
    this.#database = deps.database;
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS "_definition" (name TEXT PRIMARY KEY, definition TEXT NOT NULL)',
    );
  }

  /** Brings back what earlier runs declared. */
  restore(): void {
    const stored = this.#database.prepare('SELECT definition FROM "_definition" ORDER BY name').rows();
    for (const [text] of stored) this.#catalog.restore(JSON.parse(String(text)) as SObjectDefinition);
  }

  /** Adds objects and fields to the catalog, and keeps them: all of them or, after a crash, none. */
  define(definitions: readonly SObjectDefinition[]): void {
    for (const definition of definitions) this.#catalog.define(definition);
    this.#database.transaction(() => {
      for (const { name } of definitions) this.#save(this.#catalog.declaration(name));
    });
  }

  #save(declaration: SObjectDefinition | undefined): void {
    if (!declaration) return;
    this.#database
      .prepare(
        'INSERT INTO "_definition" (name, definition) VALUES (?, ?) ' +
          'ON CONFLICT (name) DO UPDATE SET definition = excluded.definition WHERE definition <> excluded.definition',
      )
      .run(declaration.name.toLowerCase(), JSON.stringify(declaration));
  }
}
