import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { MASTER_RECORD_TYPE_ID } from '../../catalog/record-types.js';
import type { RecordTable } from '../record-table.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { wrongId } from '../value/refusals.js';
import { deletedReference, foreignRecordType, inactiveOwner, unknownReference } from './write-refusals.js';

/** Enough for the parents of many records; a long transaction must not hold memory. */
const MAX_FOUND = 10_000;

/**
 * Sees to it that a reference leads to a record of a type that its field takes, and that the record is there. What was
 * found is remembered within a transaction: records written together mostly have the same owner, and parents in common.
 */
export class ReferenceChecker {
  readonly #catalog: Catalog;
  readonly #database: SqliteDatabase;
  readonly #table: RecordTable;
  readonly #found = new Map<FieldDefinition, Set<string>>();
  #size = 0;
  #epoch = -1;

  constructor(catalog: Catalog, database: SqliteDatabase, table: RecordTable) {
    this.#catalog = catalog;
    this.#database = database;
    this.#table = table;
  }

  /** @throws OrgError when the id of 18 characters leads nowhere */
  check(object: ObjectSchema, field: FieldDefinition, id: string): void {
    if (this.#epoch !== this.#database.epoch || this.#size >= MAX_FOUND) this.forget();
    let found = this.#found.get(field);
    if (found?.has(id)) return;
    this.#find(object, field, id);
    if (!found) this.#found.set(field, (found = new Set()));
    found.add(id);
    this.#size++;
  }

  /** What was there may be gone: a record was deleted. */
  forget(): void {
    this.#found.clear();
    this.#size = 0;
    this.#epoch = this.#database.epoch;
  }

  #find(object: ObjectSchema, field: FieldDefinition, id: string): void {
    if (field.name === 'RecordTypeId' && id === MASTER_RECORD_TYPE_ID) return;
    const target = this.#catalog.byKeyPrefix(id.slice(0, 3));
    if (!target || !field.referenceTo?.includes(target.name)) throw wrongId(field, id);
    const state = this.#table.state(target, id);
    if (state === undefined) throw unknownReference();
    if (state === 'deleted') throw deletedReference();
    if (target.name === 'User' && field.name === 'OwnerId') this.#requireActive(target, object, id);
    if (target.name === 'RecordType' && field.name === 'RecordTypeId')
      this.#requireOwn(target, object, field, id);
  }

  /** Whoever left the org owns nothing new. */
  #requireActive(users: ObjectSchema, object: ObjectSchema, id: string): void {
    if (this.#table.find(users, id)?.['IsActive'] === 0) throw inactiveOwner(object, id);
  }

  /** A record type is one of one object. */
  #requireOwn(target: ObjectSchema, object: ObjectSchema, field: FieldDefinition, id: string): void {
    const type = this.#table.find(target, id);
    if (type?.['SobjectType'] !== object.name) throw foreignRecordType(field, id);
  }
}
