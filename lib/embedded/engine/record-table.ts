import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import { ignoresCase } from './case-folding.js';
import type { OrgRow } from './org-row.js';
import type { SqliteDatabase, SqliteValue } from './sqlite-database.interface.js';
import { quoteIdentifier, type TableSchema } from './table-schema.js';

/** Rows in and out of the tables; knows columns, and nothing of the rules of the org. */
export class RecordTable {
  readonly #database: SqliteDatabase;
  readonly #tables: TableSchema;
  readonly #inserts = new WeakMap<ObjectSchema, string>();

  constructor(database: SqliteDatabase, tables: TableSchema) {
    this.#database = database;
    this.#tables = tables;
  }

  find(object: ObjectSchema, id: string): OrgRow | undefined {
    this.#tables.ensure(object);
    const row = this.#database
      .prepare(`SELECT * FROM ${quoteIdentifier(object.name)} WHERE "Id" = ?`)
      .get(id);
    return row && { ...row };
  }

  /** Whether a record is there, or was. */
  state(object: ObjectSchema, id: string): 'live' | 'deleted' | undefined {
    this.#tables.ensure(object);
    const [row] = this.#database
      .prepare(`SELECT "IsDeleted" FROM ${quoteIdentifier(object.name)} WHERE "Id" = ?`)
      .rows(id);
    return row && (row[0] === 1 ? 'deleted' : 'live');
  }

  insert(object: ObjectSchema, row: OrgRow): void {
    this.#tables.ensure(object);
    let sql = this.#inserts.get(object);
    if (sql === undefined) {
      const names = object.columns.map(({ name }) => quoteIdentifier(name));
      const places = names.map(() => '?').join(', ');
      sql = `INSERT INTO ${quoteIdentifier(object.name)} (${names.join(', ')}) VALUES (${places})`;
      this.#inserts.set(object, sql);
    }
    const values = object.columns.map((field) => row[field.name] ?? (field.type === 'boolean' ? 0 : null));
    this.#database.prepare(sql).run(...values);
  }

  update(object: ObjectSchema, id: string, changes: OrgRow): void {
    const names = Object.keys(changes);
    const assignments = names.map((name) => `${quoteIdentifier(name)} = ?`).join(', ');
    this.#database
      .prepare(`UPDATE ${quoteIdentifier(object.name)} SET ${assignments} WHERE "Id" = ?`)
      .run(...names.map((name) => changes[name] ?? null), id);
  }

  remove(object: ObjectSchema, id: string): void {
    this.#database.prepare(`DELETE FROM ${quoteIdentifier(object.name)} WHERE "Id" = ?`).run(id);
  }

  /** Ids of the records that are not deleted and hold a value, compared as queries compare: by what the index holds. */
  idsBy(object: ObjectSchema, field: FieldDefinition, value: SqliteValue): readonly string[] {
    this.#tables.ensure(object);
    const column = quoteIdentifier(field.name);
    const match = ignoresCase(field) ? `fold(${column}) = fold(?)` : `${column} = ?`;
    return this.#database
      .prepare(
        `SELECT "Id" FROM ${quoteIdentifier(object.name)} WHERE ${match} AND "IsDeleted" = 0 ORDER BY "Id"`,
      )
      .rows(value)
      .map(([id]) => String(id));
  }

  /** Whether the object has had a record yet. */
  exists(object: ObjectSchema): boolean {
    return this.#tables.exists(object);
  }
}
