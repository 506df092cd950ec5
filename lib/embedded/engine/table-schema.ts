import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import { ignoresCase } from './case-folding.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';

const COLUMN_TYPES: Partial<Record<FieldType, string>> = {
  boolean: 'INTEGER NOT NULL DEFAULT 0',
  int: 'INTEGER',
  long: 'INTEGER',
  double: 'REAL',
  currency: 'REAL',
  percent: 'REAL',
};

/** References that nearly every record shares the value of: an index would cost each write and help no query. */
const UNINDEXED = new Set(['CreatedById', 'LastModifiedById']);

export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Keeps the tables in step with the catalog: one an object, made at its first use, and widened when fields were added. */
export class TableSchema {
  readonly #database: SqliteDatabase;
  readonly #ensured = new Set<ObjectSchema>();
  #rollbacks: number;

  constructor(database: SqliteDatabase) {
    this.#database = database;
    this.#rollbacks = database.rollbacks;
  }

  /** Makes sure that the object's table has a column for every stored field, and the indexes that lookups need. */
  ensure(object: ObjectSchema): void {
    if (this.#rollbacks !== this.#database.rollbacks) {
      this.#ensured.clear();
      this.#rollbacks = this.#database.rollbacks;
    }
    if (this.#ensured.has(object)) return;
    const present = this.#columnsOf(object);
    if (present.size === 0) this.#create(object);
    else this.#widen(object, present);
    for (const index of indexesOf(object)) this.#database.exec(index);
    this.#ensured.add(object);
  }

  /** Whether records of the object can exist at all. */
  exists(object: Pick<ObjectSchema, 'name'>): boolean {
    return this.#columnsOf(object).size > 0;
  }

  #columnsOf(object: Pick<ObjectSchema, 'name'>): ReadonlySet<string> {
    const columns = this.#database.prepare('SELECT name FROM pragma_table_info(?)').rows(object.name);
    return new Set(columns.map(([name]) => String(name).toLowerCase()));
  }

  #create(object: ObjectSchema): void {
    const columns = object.columns.map((field) => columnSql(field));
    if (!object.field('IsDeleted')) columns.push(`"IsDeleted" ${COLUMN_TYPES.boolean}`);
    this.#database.exec(`CREATE TABLE ${quoteIdentifier(object.name)} (${columns.join(', ')})`);
  }

  #widen(object: ObjectSchema, present: ReadonlySet<string>): void {
    for (const field of object.columns) {
      if (present.has(field.name.toLowerCase())) continue;
      this.#database.exec(`ALTER TABLE ${quoteIdentifier(object.name)} ADD COLUMN ${columnSql(field)}`);
    }
  }
}

function columnSql(field: FieldDefinition): string {
  const type = field.type === 'id' ? 'TEXT PRIMARY KEY NOT NULL' : (COLUMN_TYPES[field.type] ?? 'TEXT');
  return `${quoteIdentifier(field.name)} ${type}`;
}

function indexesOf(object: ObjectSchema): string[] {
  return object.columns.flatMap((field) => {
    const expression = indexedExpression(field);
    if (!expression) return [];
    const name = quoteIdentifier(`${object.name}.${field.name}`);
    // Many records leave most references empty, and no query looks for those by the index.
    const filled = field.type === 'reference' ? ` WHERE ${expression} IS NOT NULL` : '';
    return [`CREATE INDEX IF NOT EXISTS ${name} ON ${quoteIdentifier(object.name)} (${expression})${filled}`];
  });
}

/** Whether records can be found by the value of a field without reading all of them. */
export function isIndexed(field: FieldDefinition): boolean {
  return field.type === 'id' || indexedExpression(field) !== undefined;
}

function indexedExpression(field: FieldDefinition): string | undefined {
  const column = quoteIdentifier(field.name);
  if (field.type === 'id' || UNINDEXED.has(field.name)) return undefined;
  if (field.type === 'reference') return column;
  if (!(field.nameField || field.idLookup || field.externalId || field.unique)) return undefined;
  return ignoresCase(field) ? `fold(${column})` : column;
}
