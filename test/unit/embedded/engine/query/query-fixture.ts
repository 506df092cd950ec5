import { Catalog } from '../../../../../lib/embedded/catalog/catalog.js';
import { NodeSqliteDatabase } from '../../../../../lib/embedded/engine/node-sqlite-database.js';
import { QueryEngine, type QueryRequest } from '../../../../../lib/embedded/engine/query/query-engine.js';
import type {
  SqliteStatement,
  SqliteValue,
} from '../../../../../lib/embedded/engine/sqlite-database.interface.js';
import { TableSchema } from '../../../../../lib/embedded/engine/table-schema.js';
import { OrgError } from '../../../../../lib/embedded/org-error.js';
import type { QueryResponse } from '../../../../../lib/protocol/query-response.interface.js';
import { idChecksum } from '../../../../../lib/protocol/salesforce-id.js';
import type { FieldType } from '../../../../../lib/protocol/field-type.type.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';

type Columns = Readonly<Record<string, SqliteValue>>;

/** Remembers what is prepared, so that a test can ask SQLite how it would run it. */
class ListeningDatabase extends NodeSqliteDatabase {
  readonly prepared: string[] = [];

  override prepare(sql: string): SqliteStatement {
    this.prepared.push(sql);
    return super.prepare(sql);
  }
}

/** A custom field. */
export function field(
  name: string,
  type: FieldType = 'string',
  more: Partial<FieldDefinition> = {},
): FieldDefinition {
  return { name, label: name, type, custom: true, ...more };
}

/** An id by its key prefix and a small number: `id('001', 7)`. */
export function id(prefix: string, number: number): string {
  const short = prefix + String(number).padStart(12, '0');
  return short + idChecksum(short);
}

export const ADA = id('005', 1);

/** A query engine over an empty database whose rows are put in as they are, without the rules of an org. */
export class QueryFixture {
  readonly catalog = Catalog.standard();
  readonly database = new ListeningDatabase();
  now = new Date('2026-03-18T10:30:00.000Z');
  readonly engine = new QueryEngine({
    catalog: this.catalog,
    database: this.database,
    now: () => this.now,
  });
  readonly #tables = new TableSchema(this.database);

  /** Adds a custom object. */
  define(name: string, keyPrefix: string, ...fields: readonly FieldDefinition[]): void {
    this.catalog.define({
      name,
      label: name,
      labelPlural: `${name.replace('__c', '')}s`,
      keyPrefix,
      custom: true,
      createable: true,
      updateable: true,
      deletable: true,
      queryable: true,
      fields,
    });
  }

  insert(sobject: string, ...rows: readonly Columns[]): void {
    const object = this.catalog.get(sobject)!;
    this.#tables.ensure(object);
    this.database.transaction(() => {
      for (const row of rows) {
        const names = Object.keys(row).map((name) => `"${name}"`);
        const places = names.map(() => '?').join(', ');
        const statement = `INSERT INTO "${object.name}" (${names.join(', ')}) VALUES (${places})`;
        this.database.prepare(statement).run(...Object.values(row));
      }
    });
  }

  run(soql: string, options: Partial<QueryRequest> = {}): QueryResponse {
    return this.engine.run(soql, { user: { id: ADA }, apiVersion: '67.0', ...options });
  }

  /** The page behind a `nextRecordsUrl`. */
  more(url: string | undefined, options: Partial<QueryRequest> = {}): QueryResponse {
    const locator = url?.split('/').at(-1) ?? '';
    return this.engine.more(locator, { user: { id: ADA }, apiVersion: '67.0', ...options });
  }

  /** The records without their `attributes`, at every level. */
  records(soql: string, options: Partial<QueryRequest> = {}): unknown[] {
    return this.run(soql, options).records.map(withoutAttributes);
  }

  /** The values of one property of the result, in order. */
  values(soql: string, property = 'Name'): unknown[] {
    return this.run(soql).records.map((record) => record[property]);
  }

  /** `CODE: message` of the refusal, and the whole of it for the tests of the form. */
  refusal(soql: string): { readonly errorCode: string; readonly message: string; readonly status: number } {
    try {
      this.run(soql);
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { errorCode: error.errorCode, message: error.message, status: error.status };
    }
    return { errorCode: 'none', message: `${soql} was answered`, status: 200 };
  }

  /** How SQLite runs the first statement of a query. */
  explain(soql: string): string {
    this.database.prepared.length = 0;
    this.run(soql);
    const statement = this.database.prepared.find((sql) => sql.includes(' AS "t0"'));
    const steps = this.database.prepare(`EXPLAIN QUERY PLAN ${statement}`).all();
    return steps.map(({ detail }) => String(detail)).join('\n');
  }

  close(): void {
    this.database.close();
  }
}

function withoutAttributes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAttributes);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'attributes');
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutAttributes(inner)]));
}
