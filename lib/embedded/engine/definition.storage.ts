import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { Catalog } from '../catalog/catalog.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';

/**
 * What applications declared of the org's objects, kept beside the records: a database file is a whole org, whose custom
 * objects can be queried by whoever opens it.
 */
export class DefinitionStorage {
  readonly #catalog: Catalog;
  readonly #database: SqliteDatabase;
  readonly #now: () => Date;
  readonly #defined = new Set<string>();
  readonly #listeners: ((object: ObjectSchema) => void)[] = [];
  #changedAt: Date;

  constructor(deps: { readonly catalog: Catalog; readonly database: SqliteDatabase; now?(): Date }) {
    this.#catalog = deps.catalog;
    this.#database = deps.database;
    this.#now = () => deps.now?.() ?? new Date();
    this.#changedAt = this.#now();
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS "_definition" (name TEXT PRIMARY KEY, definition TEXT NOT NULL)',
    );
  }

  /** When the org's objects became what they are; no later than that, as far as this run can tell. */
  get changedAt(): Date {
    return this.#changedAt;
  }

  /** Notes that users see the objects in another way than before. */
  touch(): void {
    this.#changedAt = this.#now();
  }

  /** Brings back what earlier runs declared. */
  restore(): void {
    const stored = this.#database.prepare('SELECT definition FROM "_definition" ORDER BY name').rows();
    for (const [text] of stored) {
      const definition = JSON.parse(String(text)) as SObjectDefinition;
      this.#catalog.restore(definition);
      this.#defined.add(definition.name);
    }
  }

  /** Does something with every object that was declared, and with those that will be. */
  whenDefined(work: (object: ObjectSchema) => void): void {
    this.#listeners.push(work);
    this.#tell([...this.#defined]);
  }

  /** Adds objects and fields to the catalog, and keeps them: all of them or, after a crash, none. */
  define(definitions: readonly SObjectDefinition[]): void {
    for (const definition of definitions) this.#catalog.define(definition);
    this.#database.transaction(() => {
      for (const { name } of definitions) this.#save(this.#catalog.declaration(name));
    });
    for (const { name } of definitions) this.#defined.add(name);
    this.#tell(definitions.map(({ name }) => name));
  }

  #tell(names: readonly string[]): void {
    for (const object of names.flatMap((name) => this.#catalog.get(name) ?? [])) {
      for (const listener of this.#listeners) listener(object);
    }
  }

  #save(declaration: SObjectDefinition | undefined): void {
    if (!declaration) return;
    const { changes } = this.#database
      .prepare(
        'INSERT INTO "_definition" (name, definition) VALUES (?, ?) ' +
          'ON CONFLICT (name) DO UPDATE SET definition = excluded.definition WHERE definition <> excluded.definition',
      )
      .run(declaration.name.toLowerCase(), JSON.stringify(declaration));
    if (changes > 0) this.touch();
  }
}
