import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgRow } from '../org-row.js';
import type { QueryCatalog } from '../query/query-catalog.interface.js';
import { RecordScope } from '../query/record-scope.js';
import { SoqlSource } from '../query/soql-source.js';
import { bind, joinSql, sql } from '../query/sql-fragment.js';
import type { SqliteDatabase, SqliteValue } from '../sqlite-database.interface.js';
import { TableSchema } from '../table-schema.js';

interface ReadingPlan {
  readonly names: readonly string[];
  readonly sql: string;
  readonly parameters: readonly (SqliteValue | undefined)[];
  readonly objects: readonly ObjectSchema[];
}

/** Computes the formula fields of single records. */
export class FormulaReader {
  readonly #catalog: QueryCatalog;
  readonly #database: SqliteDatabase;
  readonly #tables: TableSchema;
  readonly #plans = new WeakMap<ObjectSchema, ReadingPlan | null>();

  constructor(catalog: QueryCatalog, database: SqliteDatabase) {
    this.#catalog = catalog;
    this.#database = database;
    this.#tables = new TableSchema(database);
  }

  /** The record with the values of its formulas. */
  complete(object: ObjectSchema, row: Readonly<OrgRow>): Readonly<OrgRow> {
    let plan = this.#plans.get(object);
    if (plan === undefined) this.#plans.set(object, (plan = this.#plan(object)));
    if (!plan) return row;
    for (const read of plan.objects) this.#tables.ensure(read);
    const parameters = plan.parameters.map((parameter) => parameter ?? row['Id'] ?? null);
    const [values = []] = this.#database.prepare(plan.sql).rows(...parameters);
    const completed: OrgRow = { ...row };
    plan.names.forEach((name, place) => {
      completed[name] = values[place] ?? null;
    });
    return completed;
  }

  /** Whether the org computes the field. */
  isComputed(object: ObjectSchema, field: ObjectSchema['fields'][number]): boolean {
    return this.#catalog.formula?.(object, field) !== undefined;
  }

  #plan(object: ObjectSchema): ReadingPlan | null {
    const fields = object.columns.filter((field) => this.isComputed(object, field));
    if (fields.length === 0) return null;
    const source = new SoqlSource('', () => undefined);
    const scope = new RecordScope(this.#catalog, source, object, { sobject: object.name });
    const values = fields.map(({ name }) => scope.resolve({ kind: 'field', path: [name] }).column!);
    const statement = sql`SELECT ${joinSql(values, ', ')} FROM ${scope.from} WHERE ${scope.id} = ${bind(() => null)}`;
    return {
      names: fields.map(({ name }) => name),
      sql: statement.text,
      parameters: statement.parameters.map((value) => (typeof value === 'function' ? undefined : value)),
      objects: scope.objects,
    };
  }
}
