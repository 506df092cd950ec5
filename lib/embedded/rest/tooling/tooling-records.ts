import { randomUUID } from 'node:crypto';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { toColumn } from '../../engine/column-value.js';
import type { OrgRow } from '../../engine/org-row.js';
import type { OrgUser } from '../../engine/org-user.interface.js';
import type { SqliteDatabase } from '../../engine/sqlite-database.interface.js';
import { toStoredInstant } from '../../engine/value/temporal-value.js';
import { missingFields, noSuchField, readOnlyFields } from '../../engine/write/write-refusals.js';
import { resourceNotFound } from '../error-answer.js';
import { metadataId } from '../sobjects/metadata-id.js';

type Values = Readonly<Record<string, unknown>>;

/** The few records that clients keep by way of the Tooling API: debug levels, trace flags, static resources. */
export class ToolingRecords {
  readonly #database: SqliteDatabase;
  readonly #now: () => Date;

  constructor(deps: { readonly database: SqliteDatabase; now(): Date }) {
    this.#database = deps.database;
    this.#now = () => deps.now();
  }

  /** The records of an object, as rows. */
  rows(object: ObjectSchema): OrgRow[] {
    this.#ensure();
    return this.#database
      .prepare('SELECT id, record FROM "_tooling" WHERE object = ? ORDER BY rowid')
      .rows(object.name)
      .map(([id, record]) => toRow(object, String(id), JSON.parse(String(record)) as Values));
  }

  /** @returns the id of the new record */
  insert(object: ObjectSchema, values: Values, user: OrgUser): string {
    const given = checked(object, values);
    const missing = object.fields.filter(
      ({ name, createable, nillable }) => createable && nillable === false && given[name] == null,
    );
    if (missing.length > 0) throw missingFields(missing.map(({ name }) => name));
    const instant = toStoredInstant(this.#now());
    const id = metadataId(object.keyPrefix, randomUUID());
    const stamps = {
      CreatedDate: instant,
      CreatedById: user.id,
      LastModifiedDate: instant,
      LastModifiedById: user.id,
    };
    this.#ensure();
    this.#database
      .prepare('INSERT INTO "_tooling" (id, object, record) VALUES (?, ?, ?)')
      .run(id, object.name, JSON.stringify({ ...given, ...stamps }));
    return id;
  }

  update(object: ObjectSchema, id: string, values: Values, user: OrgUser): void {
    const before = this.#require(object, id);
    const stamps = { LastModifiedDate: toStoredInstant(this.#now()), LastModifiedById: user.id };
    this.#database
      .prepare('UPDATE "_tooling" SET record = ? WHERE id = ?')
      .run(JSON.stringify({ ...before, ...checked(object, values), ...stamps }), id);
  }

  delete(object: ObjectSchema, id: string): void {
    this.#require(object, id);
    this.#database.prepare('DELETE FROM "_tooling" WHERE id = ?').run(id);
  }

  /** The value of a field of one record. */
  content(object: ObjectSchema, id: string, field: string): Values[string] {
    return this.#require(object, id)[field];
  }

  #require(object: ObjectSchema, id: string): Values {
    this.#ensure();
    const [row] = this.#database
      .prepare('SELECT record FROM "_tooling" WHERE id = ? AND object = ?')
      .rows(id, object.name);
    if (!row) throw resourceNotFound();
    return JSON.parse(String(row[0])) as Values;
  }

  #ensure(): void {
    this.#database.exec(
      'CREATE TABLE IF NOT EXISTS "_tooling" (id TEXT PRIMARY KEY, object TEXT NOT NULL, record TEXT NOT NULL)',
    );
  }
}

/** The values by the names of their fields, each of which the field takes. */
function checked(object: ObjectSchema, values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = object.field(name);
      if (!field) throw noSuchField(object, name);
      if (!field.createable) throw readOnlyFields([field.name]);
      toColumn(field, value);
      return [field.name, value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value];
    }),
  );
}

function toRow(object: ObjectSchema, id: string, values: Values): OrgRow {
  const columns = Object.entries(values).flatMap(([name, value]) => {
    const field = object.field(name);
    return field ? [[field.name, toColumn(field, value)] as const] : [];
  });
  return { Id: id, ...Object.fromEntries(columns) };
}
