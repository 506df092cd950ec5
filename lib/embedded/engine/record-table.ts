import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import { ignoresCase } from './case-folding.js';
import type { OrgRow } from './org-row.js';
import type { SqliteDatabase, SqliteValue } from './sqlite-database.interface.js';
import { quoteIdentifier, type TableSchema } from './table-schema.js';

/** A statement whose parameters are the columns of a row. */
export interface PlannedStatement {
  readonly sql: string;
  readonly columns: readonly string[];
}

/** Rows in and out of the tables; knows columns, and nothing of the rules of the org. */
export class RecordTable {
  readonly #database: SqliteDatabase;
  readonly #tables: TableSchema;
  readonly #inserts = new WeakMap<ObjectSchema, string>();

  constructor(database: SqliteDatabase, tables: TableSchema) {
    this.#database = database;
    this.#tables = tables;
  }

  /** The row of a record. Of binary content it only says whether there is any, by empty content in its place. */
  find(object: ObjectSchema, id: string): OrgRow | undefined {
    this.#tables.ensure(object);
    const { sql, columns } = selectionOf(object);
    const [values] = this.#database.prepare(sql).rows(id);
    if (!values) return undefined;
    const row: OrgRow = {};
    for (let place = 0; place < columns.length; place++) row[columns[place]!] = values[place] ?? null;
    return row;
  }

  /** The binary content of a field, where there is any. */
  content(object: ObjectSchema, id: string, field: FieldDefinition): Uint8Array | undefined {
    this.#tables.ensure(object);
    const [row] = this.#database
      .prepare(
        `SELECT ${quoteIdentifier(field.name)} FROM ${quoteIdentifier(object.name)} WHERE "Id" = ? AND "IsDeleted" = 0`,
      )
      .rows(id);
    const content = row?.[0];
    // Databases of earlier versions hold it as base64 text.
    return typeof content === 'string'
      ? Buffer.from(content, 'base64')
      : ((content as Uint8Array | null) ?? undefined);
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

  /** Runs a planned statement. @param id parameter behind those of the columns */
  write(object: ObjectSchema, plan: PlannedStatement, row: OrgRow, id?: string): void {
    this.#tables.ensure(object);
    const { columns } = plan;
    const values: SqliteValue[] = [];
    for (const name of columns) values.push(row[name] ?? null);
    if (id !== undefined) values.push(id);
    this.#database.prepare(plan.sql).run(...values);
  }

  /** Runs a planned query of one object. */
  rows(object: ObjectSchema, sql: string, id: string): readonly (readonly SqliteValue[])[] {
    this.#tables.ensure(object);
    return this.#database.prepare(sql).rows(id);
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

  /** Another number whenever a table or a column was made, or undone. */
  get schemaVersion(): number {
    return Number(this.#database.prepare('PRAGMA schema_version').rows()[0]?.[0]);
  }

  /** Whether the object has had a record yet. */
  exists(object: Pick<ObjectSchema, 'name'>): boolean {
    return this.#tables.exists(object);
  }
}

const selections = new WeakMap<ObjectSchema, PlannedStatement>();

function selectionOf(object: ObjectSchema): PlannedStatement {
  let selection = selections.get(object);
  if (selection === undefined) {
    const columns = object.columns.map(({ name }) => name);
    const values = object.columns.map(selectedValue);
    if (!object.field('IsDeleted')) {
      columns.push('IsDeleted');
      values.push('"IsDeleted"');
    }
    const sql = `SELECT ${values.join(', ')} FROM ${quoteIdentifier(object.name)} WHERE "Id" = ?`;
    selections.set(object, (selection = { sql, columns }));
  }
  return selection;
}

function selectedValue(field: FieldDefinition): string {
  const name = quoteIdentifier(field.name);
  return isContent(field) ? `iif(${name} IS NULL, NULL, x'')` : name;
}

function isContent({ type }: FieldDefinition): boolean {
  return type === 'base64';
}
