import { toId18 } from '../../protocol/salesforce-id.js';
import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { Catalog } from '../catalog/catalog.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import { nextAutoNumber } from './auto-number.js';
import { toColumn } from './column-value.js';
import type { FiscalYear } from './calendar/fiscal-year.js';
import { readFiscalYear } from './calendar/org-fiscal-year.js';
import { derivedFields } from './derivation/derived-fields.js';
import { IdGenerator } from './id-generator.js';
import type { OrgRow } from './org-row.js';
import { toWireRecord } from './record-reader.js';
import { RecordTable } from './record-table.js';
import { Sequence } from './sequence.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';
import { TableSchema } from './table-schema.js';
import { wrongId } from './value/refusals.js';
import { toStoredInstant } from './value/temporal-value.js';
import { defaultValues } from './write/default-values.js';
import { DeletionPlanner } from './write/deletion-plan.js';
import { ExternalReference } from './write/external-reference.js';
import { FilePublication } from './write/file-publication.js';
import { RecordInput } from './write/record-input.js';
import { RecordRules } from './write/record-rules.js';
import { RecycleBin } from './write/recycle-bin.js';
import { ReferenceChecker } from './write/reference-checker.js';
import * as refusals from './write/write-refusals.js';

/** Who acts. */
export interface OrgUser {
  readonly id: string;
}

/** The records of the org. Every write is a transaction: what is refused leaves nothing behind. All refusals are `OrgError`s. */
export class RecordStore {
  readonly #database: SqliteDatabase;
  readonly #now: () => Date;
  readonly #table: RecordTable;
  readonly #sequence: Sequence;
  readonly #ids: IdGenerator;
  readonly #input: RecordInput;
  readonly #rules: RecordRules;
  readonly #files: FilePublication;
  readonly #deletions: DeletionPlanner;
  readonly #bin: RecycleBin;

  constructor(deps: { readonly catalog: Catalog; readonly database: SqliteDatabase; now(): Date }) {
    const { catalog, database } = deps;
    this.#database = database;
    this.#now = () => deps.now();
    this.#table = new RecordTable(database, new TableSchema(database));
    this.#sequence = new Sequence(database);
    this.#ids = new IdGenerator(this.#sequence);
    this.#input = new RecordInput(new ExternalReference(catalog, this.#table));
    this.#rules = new RecordRules(this.#table, new ReferenceChecker(catalog, this.#table));
    this.#files = new FilePublication(catalog, this.#table, this.#ids);
    this.#deletions = new DeletionPlanner(catalog, this.#table);
    this.#bin = new RecycleBin(database, catalog, this.#table);
  }

  /** @returns the 18-character id of the new record */
  insert(object: ObjectSchema, values: Readonly<Record<string, unknown>>, user: OrgUser): string {
    if (!object.definition.createable) throw refusals.notCreateable(object);
    return this.#database.transaction(() => {
      const given = this.#input.read(object, values, 'create');
      Object.assign(given, defaultValues(object, given, user.id));
      this.#rules.requireFields(object, given);
      this.#rules.refuseEmptied(object, given);
      this.#rules.check(object, given);
      const created = this.#newRow(object, given, user);
      const row = object.name === 'ContentVersion' ? this.#files.publish(created) : created;
      this.#table.insert(object, row);
      return String(row['Id']);
    });
  }

  update(object: ObjectSchema, id: string, values: Readonly<Record<string, unknown>>, user: OrgUser): void {
    if (!object.definition.updateable) throw refusals.notSupported(object, 'update');
    this.#database.transaction(() => {
      const before = this.#requireLive(object, id);
      const given = this.#input.read(object, values, 'update');
      this.#rules.refuseEmptied(object, given);
      this.#rules.check(object, given, String(before['Id']));
      const now = this.#instant();
      const after = { ...before, ...given };
      const derived = derivedFields({ object, after, before, given, now, fiscalYear: this.#fiscalYear });
      const stamps = existing(object, {
        LastModifiedDate: now,
        LastModifiedById: user.id,
        SystemModstamp: now,
      });
      this.#table.update(object, String(before['Id']), { ...given, ...derived, ...stamps });
    });
  }

  /**
   * Updates the record whose external id has a value, or creates it.
   *
   * @throws OrgError of status 300, before anything is written, when several records have it
   */
  upsert(
    object: ObjectSchema,
    externalField: string,
    value: string,
    values: Readonly<Record<string, unknown>>,
    user: OrgUser,
  ): { readonly id: string; readonly created: boolean } {
    const field = this.#requireExternalIdField(object, externalField);
    const repeated = Object.keys(values).some((name) => name.toLowerCase() === field.name.toLowerCase());
    if (repeated) throw refusals.notInBody(field.name);
    return this.#database.transaction(() => {
      if (field.type === 'id') {
        this.update(object, value, values, user);
        return { id: this.#requireId(object, value), created: false };
      }
      const ids = this.idsBy(object, field, value);
      if (ids.length > 1) throw refusals.ambiguousExternalId(field, ids);
      const [id] = ids;
      if (id === undefined) {
        return { id: this.insert(object, { ...values, [field.name]: value }, user), created: true };
      }
      this.update(object, id, values, user);
      return { id, created: false };
    });
  }

  /** Moves the record, and what cannot be without it, to the recycle bin. */
  delete(object: ObjectSchema, id: string, _user: OrgUser): void {
    if (!object.definition.deletable) throw refusals.notSupported(object, 'delete');
    this.#database.transaction(() => {
      const id18 = String(this.#requireLive(object, id)['Id']);
      this.#bin.discard(id18, this.#deletions.plan(object, id18), this.#instant());
    });
  }

  /** Takes the record, and what went with it, out of the recycle bin. */
  undelete(object: ObjectSchema, id: string, _user: OrgUser): void {
    this.#database.transaction(() => {
      const row = this.find(object, id);
      if (row?.['IsDeleted'] !== 1) throw refusals.noSuchRecord();
      const id18 = String(row['Id']);
      this.#rules.check(object, uniqueValues(object, row), id18);
      this.#bin.restore(id18, this.#instant());
    });
  }

  /** The record as it is stored, a deleted one too. */
  find(object: ObjectSchema, id: string): Readonly<OrgRow> | undefined {
    const id18 = toId18(id);
    return id18 === undefined ? undefined : this.#table.find(object, id18);
  }

  /** Ids of the records that hold a value in a field, deleted ones left out. */
  idsBy(object: ObjectSchema, field: FieldDefinition, value: string): readonly string[] {
    const wanted = toColumn(field, value);
    return wanted === null ? [] : this.#table.idsBy(object, field, wanted);
  }

  /** The record in wire form, without `attributes`. @param fields those wanted; all of them when absent */
  read(object: ObjectSchema, id: string, fields?: readonly string[]): Record<string, unknown> {
    const row = this.find(object, id);
    if (!row) throw refusals.noSuchRecord();
    if (row['IsDeleted'] === 1) throw refusals.deletedRecord();
    return toWireRecord(object, row, fields);
  }

  #newRow(object: ObjectSchema, given: OrgRow, user: OrgUser): OrgRow {
    const now = this.#instant();
    const row: OrgRow = {
      ...given,
      Id: this.#ids.next(object.keyPrefix),
      ...existing(object, {
        IsDeleted: 0,
        CreatedDate: now,
        CreatedById: user.id,
        LastModifiedDate: now,
        LastModifiedById: user.id,
        SystemModstamp: now,
      }),
    };
    for (const field of object.columns) {
      if (field.autoNumber) row[field.name] = nextAutoNumber(this.#sequence, object, field);
    }
    return {
      ...row,
      ...derivedFields({ object, after: row, before: undefined, given, now, fiscalYear: this.#fiscalYear }),
    };
  }

  #requireLive(object: ObjectSchema, id: string): OrgRow {
    const row = this.#table.find(object, this.#requireId(object, id));
    if (!row) throw refusals.noSuchRecord();
    if (row['IsDeleted'] === 1) throw refusals.deletedRecord();
    return row;
  }

  /** An id of the object's own, in its long form. */
  #requireId(object: ObjectSchema, id: string): string {
    const id18 = toId18(id);
    if (id18?.startsWith(object.keyPrefix)) return id18;
    throw wrongId(object.field('Id') ?? { name: 'Id', label: 'Record ID', type: 'id' }, id);
  }

  #requireExternalIdField(object: ObjectSchema, name: string): FieldDefinition {
    const field = object.field(name);
    if (field && (field.externalId || field.idLookup)) return field;
    throw refusals.noExternalIdField(name);
  }

  readonly #fiscalYear = (): FiscalYear => readFiscalYear(this.#database);

  #instant(): string {
    return toStoredInstant(this.#now());
  }
}

/** Those of the system's fields that the object has. */
function existing(object: ObjectSchema, row: OrgRow): OrgRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => object.field(name) !== undefined));
}

function uniqueValues(object: ObjectSchema, row: Readonly<OrgRow>): OrgRow {
  const unique = object.columns.filter((field) => field.unique);
  return Object.fromEntries(unique.map((field) => [field.name, row[field.name] ?? null]));
}
