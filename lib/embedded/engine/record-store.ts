import { toId18 } from '../../protocol/salesforce-id.js';
import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { Catalog } from '../catalog/catalog.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import { ObjectBehaviours } from './behaviour/object-behaviours.js';
import type { RecordBehaviour } from './behaviour/record-behaviour.interface.js';
import { toColumn } from './column-value.js';
import { IdGenerator } from './id-generator.js';
import type { FormulaReader } from './formula/formula-reader.js';
import type { OrgRow } from './org-row.js';
import type { OrgUser } from './org-user.interface.js';
import type { OrgPermissions } from './permissions/org-permissions.js';
import { RecordAccess } from './permissions/record-access.js';
import { toWireRecord } from './record-reader.js';
import { RecordLocks } from './record-locks.js';
import { RecordTable } from './record-table.js';
import { Sequence } from './sequence.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';
import { TableSchema } from './table-schema.js';
import { wrongId } from './value/refusals.js';
import { StoredClock } from './value/stored-clock.js';
import { ExternalReference } from './write/external-reference.js';
import { FilePublication } from './write/file-publication.js';
import { RecordInput } from './write/record-input.js';
import { RecordRules } from './write/record-rules.js';
import { RecordRemover } from './write/record-remover.js';
import { RecordWriter } from './write/record-writer.js';
import { ReferenceChecker } from './write/reference-checker.js';
import type { WriteOptions } from './write/write-options.interface.js';
import { WritePlanStorage } from './write/write-plan.storage.js';
import * as refusals from './write/write-refusals.js';

export type { OrgUser } from './org-user.interface.js';
export type { WriteOptions } from './write/write-options.interface.js';

export interface RecordStoreDependencies {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  /** What the org does with records beside storing them. @default nothing */
  readonly behaviours?: readonly RecordBehaviour[];
  /** @default everybody may do everything */
  readonly permissions?: OrgPermissions;
  /** @default one of its own */
  readonly sequence?: Sequence;
  /** @default every field is stored */
  readonly formulas?: FormulaReader;
  /** @default no record is ever locked */
  readonly locks?: RecordLocks;
  now(): Date;
}

const NO_OPTIONS: WriteOptions = {};

/** The records of the org. Every write is a transaction: what is refused leaves nothing behind. All refusals are `OrgError`s. */
export class RecordStore {
  readonly #database: SqliteDatabase;
  readonly #table: RecordTable;
  readonly #access: RecordAccess;
  readonly #locks: RecordLocks;
  readonly #formulas: FormulaReader | undefined;
  readonly #writer: RecordWriter;
  readonly #remover: RecordRemover;

  constructor(deps: RecordStoreDependencies) {
    const { catalog, database, formulas } = deps;
    const table = new RecordTable(database, new TableSchema(database));
    const references = new ReferenceChecker(catalog, database, table);
    const behaviours = new ObjectBehaviours(deps.behaviours ?? []);
    const sequence = deps.sequence ?? new Sequence(database);
    const ids = new IdGenerator(sequence);
    const input = new RecordInput(
      new ExternalReference(catalog, table),
      (object, field) => formulas?.isComputed(object, field) === true || behaviours.computes(object, field),
    );
    const common = {
      database,
      table,
      behaviours,
      rules: new RecordRules(table, references),
      locks: deps.locks ?? new RecordLocks(),
      clock: new StoredClock(() => deps.now()),
    };
    this.#database = database;
    this.#table = table;
    this.#access = new RecordAccess(catalog, table, deps.permissions);
    this.#locks = common.locks;
    this.#formulas = formulas;
    this.#writer = new RecordWriter({
      ...common,
      plans: new WritePlanStorage(input),
      files: new FilePublication(catalog, table, ids),
      sequence,
      ids,
    });
    this.#remover = new RecordRemover({ ...common, catalog, references });
  }

  /** @returns the 18-character id of the new record */
  insert(
    object: ObjectSchema,
    values: Readonly<Record<string, unknown>>,
    user: OrgUser,
    options = NO_OPTIONS,
  ): string {
    const target = this.#access.target(object, user);
    if (!target.seen.definition.createable) throw refusals.notCreateable(object);
    return this.#writer.insert(target, values, user, options);
  }

  update(
    object: ObjectSchema,
    id: string,
    values: Readonly<Record<string, unknown>>,
    user: OrgUser,
    options = NO_OPTIONS,
  ): void {
    const target = this.#access.target(object, user);
    if (!target.object.definition.updateable) throw refusals.notSupported(object, 'update');
    if (!target.seen.definition.updateable) throw refusals.insufficientAccess();
    const id18 = this.#requireId(object, id);
    this.#access.requireWritable(target.object, id18, user);
    this.#locks.requireFree(id18);
    this.#writer.update(target, id18, values, user, options);
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
    options = NO_OPTIONS,
  ): { readonly id: string; readonly created: boolean } {
    const field = this.#requireExternalIdField(object, externalField);
    const repeated = Object.keys(values).some((name) => name.toLowerCase() === field.name.toLowerCase());
    if (repeated) throw refusals.notInBody(field.name);
    return this.#together(() => {
      if (field.type === 'id') {
        this.update(object, value, values, user, options);
        return { id: this.#requireId(object, value), created: false };
      }
      const ids = this.idsBy(object, field, value);
      if (ids.length > 1) throw refusals.ambiguousExternalId(field, ids);
      const [id] = ids;
      if (id === undefined) {
        const created = { ...values, [field.name]: value };
        return { id: this.insert(object, created, user, options), created: true };
      }
      this.update(object, id, values, user, options);
      return { id, created: false };
    });
  }

  /** Moves the record, and what cannot be without it, to the recycle bin. */
  delete(given: ObjectSchema, id: string, user: OrgUser): void {
    const object = this.#requireDeletable(given, user);
    this.#database.transaction(() => {
      const id18 = this.#requireLive(object, id);
      this.#access.requireWritable(object, id18, user);
      this.#remover.discard(object, id18, user);
    });
  }

  /** Removes the record, and what cannot be without it, for good. */
  hardDelete(object: ObjectSchema, id: string, user: OrgUser): void {
    this.#database.transaction(() => {
      this.delete(object, id, user);
      // Records of objects that know no bin are gone already.
      if (object.field('IsDeleted')) this.#remover.purge(object, this.#requireId(object, id));
    });
  }

  /** Removes a deleted record, and what went with it, for good. */
  emptyRecycleBin(given: ObjectSchema, id: string, user: OrgUser): void {
    const object = this.#requireDeletable(given, user);
    this.#database.transaction(() => this.#remover.purge(object, this.#requireId(object, id)));
  }

  /** Takes the record, and what went with it, out of the recycle bin. */
  undelete(given: ObjectSchema, id: string, user: OrgUser): void {
    const { object } = this.#access.target(given, user);
    this.#database.transaction(() => this.#remover.restore(object, this.#requireId(object, id), user));
  }

  /** The record as it is stored, a deleted one too. */
  find(object: ObjectSchema, id: string): Readonly<OrgRow> | undefined {
    const id18 = toId18(id);
    return id18 === undefined ? undefined : this.#table.find(object, id18);
  }

  /** The binary content of a record's field, where there is any. */
  content(object: ObjectSchema, id: string, field: FieldDefinition): Uint8Array | undefined {
    const id18 = toId18(id);
    return id18 === undefined ? undefined : this.#table.content(object, id18, field);
  }

  /** Ids of the records that hold a value in a field, deleted ones left out. */
  idsBy(object: ObjectSchema, field: FieldDefinition, value: string): readonly string[] {
    const wanted = toColumn(field, value);
    return wanted === null ? [] : this.#table.idsBy(object, field, wanted);
  }

  /**
   * The record in wire form, without `attributes`.
   *
   * @param fields those wanted; all of them when absent
   * @param user who reads; the org itself when absent, which sees everything
   */
  read(
    object: ObjectSchema,
    id: string,
    fields?: readonly string[],
    user?: OrgUser,
  ): Record<string, unknown> {
    const seen = user ? this.#access.target(object, user).seen : object;
    const row = this.find(object, id);
    if (!row) throw refusals.noSuchRecord();
    if (row['IsDeleted'] === 1) throw refusals.deletedRecord();
    if (user) this.#access.requireReadable(object, row, user);
    return toWireRecord(seen, this.#formulas?.complete(object, row) ?? row, fields);
  }

  /** Reads and one write, which undoes itself where it is refused. */
  #together<T>(work: () => T): T {
    return this.#database.inTransaction ? work() : this.#database.transaction(work);
  }

  #requireDeletable(given: ObjectSchema, user: OrgUser): ObjectSchema {
    const { object, seen } = this.#access.target(given, user);
    if (!object.definition.deletable) throw refusals.notSupported(object, 'delete');
    if (!seen.definition.deletable) throw refusals.insufficientAccess();
    return object;
  }

  /** The id, in its long form, of a record that is there. */
  #requireLive(object: ObjectSchema, id: string): string {
    const id18 = this.#requireId(object, id);
    const state = this.#table.state(object, id18);
    if (state === undefined) throw refusals.noSuchRecord();
    if (state === 'deleted') throw refusals.deletedRecord();
    return id18;
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
}
