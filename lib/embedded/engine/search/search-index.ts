import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { quoteIdentifier, type TableSchema } from '../table-schema.js';
import { SEARCH_COLUMNS, searchedFields, type SearchColumn } from './searched-fields.js';

/** What people write into telephone numbers beside digits. */
const PHONE_PUNCTUATION = [' ', '(', ')', '-', '.', '/', '+'];

/** Which objects have an index, and what it does not hold yet. */
const TABLES = [
  'CREATE TABLE IF NOT EXISTS "_search" (object TEXT PRIMARY KEY, fields TEXT NOT NULL)',
  'CREATE TABLE IF NOT EXISTS "_search_pending" (object TEXT NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (object, record)) WITHOUT ROWID',
];

/** The name of the full-text index of an object. */
export function searchTable(object: ObjectSchema): string {
  return `_search.${object.name}`;
}

/** The name of the list of all terms in the full-text index of an object. */
export function termTable(object: ObjectSchema): string {
  return `_terms.${object.name}`;
}

/**
 * Full-text indexes of the objects' texts, by SQLite's FTS5. An object gets one with the first search for its records;
 * from then on triggers list what was written, and the next search indexes that before it looks: an org that is never
 * searched pays nothing, and a search always finds what was written before it.
 */
export class SearchIndex {
  readonly #database: SqliteDatabase;
  readonly #tables: TableSchema;

  constructor(database: SqliteDatabase, tables: TableSchema) {
    this.#database = database;
    this.#tables = tables;
  }

  /** Makes the index of an object hold what its records hold now. */
  refresh(object: ObjectSchema): void {
    this.#tables.ensure(object);
    // Each time, as the database may have been put back to before the first search.
    for (const table of TABLES) this.#database.prepare(table).run();
    const fields = searchedFields(object);
    const names = [...fields.values()].flat().map(({ name }) => name);
    const [indexed] = this.#database
      .prepare('SELECT fields FROM "_search" WHERE object = ?')
      .rows(object.name);
    const current = names.join(' ');
    if (indexed?.[0] === current) {
      if (this.#hasPending(object)) this.#database.transaction(() => this.#update(object, fields));
      return;
    }
    this.#database.transaction(() => {
      this.#create(object, names);
      this.#fill(object, fields, '');
      this.#database.prepare('INSERT OR REPLACE INTO "_search" VALUES (?, ?)').run(object.name, current);
    });
  }

  #hasPending(object: ObjectSchema): boolean {
    const pending = this.#database.prepare('SELECT 1 FROM "_search_pending" WHERE object = ? LIMIT 1');
    return pending.get(object.name) !== undefined;
  }

  #create(object: ObjectSchema, names: readonly string[]): void {
    const [index, terms] = [searchTable(object), termTable(object)].map(quoteIdentifier);
    this.#database.exec(
      `DROP TABLE IF EXISTS ${terms}; DROP TABLE IF EXISTS ${index};` +
        `CREATE VIRTUAL TABLE ${index} USING fts5(${SEARCH_COLUMNS.join(', ')}, content='', contentless_delete=1);` +
        `CREATE VIRTUAL TABLE ${terms} USING fts5vocab(${index}, row)`,
    );
    const watched = [...names, 'IsDeleted'].map(quoteIdentifier).join(', ');
    this.#watch(object, 'INSERT', 'INSERT', 'new');
    this.#watch(object, 'UPDATE', `UPDATE OF ${watched}`, 'new');
    this.#watch(object, 'DELETE', 'DELETE', 'old');
    this.#forgetPending(object);
  }

  #watch(object: ObjectSchema, name: string, event: string, row: 'new' | 'old'): void {
    const trigger = quoteIdentifier(`_search.${object.name}.${name}`);
    const table = quoteIdentifier(object.name);
    const literal = `'${object.name.replaceAll("'", "''")}'`;
    this.#database.exec(
      `DROP TRIGGER IF EXISTS ${trigger};` +
        `CREATE TRIGGER ${trigger} AFTER ${event} ON ${table} BEGIN ` +
        `INSERT OR IGNORE INTO "_search_pending" VALUES (${literal}, ${row}.rowid); END`,
    );
  }

  #update(object: ObjectSchema, fields: ReadonlyMap<SearchColumn, readonly FieldDefinition[]>): void {
    const index = quoteIdentifier(searchTable(object));
    this.#database
      .prepare(`DELETE FROM ${index} WHERE rowid IN (SELECT record FROM "_search_pending" WHERE object = ?)`)
      .run(object.name);
    this.#fill(
      object,
      fields,
      'AND rowid IN (SELECT record FROM "_search_pending" WHERE object = ?)',
      object.name,
    );
    this.#forgetPending(object);
  }

  #fill(
    object: ObjectSchema,
    fields: ReadonlyMap<SearchColumn, readonly FieldDefinition[]>,
    which: string,
    ...parameters: string[]
  ): void {
    const texts = SEARCH_COLUMNS.map((column) => textOf(fields.get(column) ?? []));
    this.#database
      .prepare(
        `INSERT INTO ${quoteIdentifier(searchTable(object))} (rowid, ${SEARCH_COLUMNS.join(', ')}) ` +
          `SELECT rowid, ${texts.join(', ')} FROM ${quoteIdentifier(object.name)} WHERE "IsDeleted" = 0 ${which}`,
      )
      .run(...parameters);
  }

  #forgetPending(object: ObjectSchema): void {
    this.#database.prepare('DELETE FROM "_search_pending" WHERE object = ?').run(object.name);
  }
}

/** The texts of a group of fields as one; a telephone number is found by its digits too. */
function textOf(fields: readonly FieldDefinition[]): string {
  if (fields.length === 0) return "''";
  const texts = fields.flatMap(({ name, type }) => {
    const column = quoteIdentifier(name);
    return type === 'phone' ? [column, digitsOf(column)] : [column];
  });
  return `concat_ws(char(10), ${texts.join(', ')})`;
}

function digitsOf(column: string): string {
  return PHONE_PUNCTUATION.reduce((text, mark) => `replace(${text}, '${mark}', '')`, column);
}
