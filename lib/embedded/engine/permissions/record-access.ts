import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgRow } from '../org-row.js';
import type { OrgUser } from '../org-user.interface.js';
import type { RecordTable } from '../record-table.js';
import { insufficientAccess, noSuchRecord, unsharedRecord } from '../write/write-refusals.js';
import type { OrgPermissions } from './org-permissions.js';

/** What is read or written, and how much of it. */
export interface RecordTarget {
  readonly object: ObjectSchema;
  /** The object as the user sees it. */
  readonly seen: ObjectSchema;
}

/** Holds users to their permissions, record by record. */
export class RecordAccess {
  readonly #catalog: Catalog;
  readonly #table: RecordTable;
  readonly #permissions: OrgPermissions | undefined;

  /** @param permissions everybody may do everything where there are none */
  constructor(catalog: Catalog, table: RecordTable, permissions: OrgPermissions | undefined) {
    this.#catalog = catalog;
    this.#table = table;
    this.#permissions = permissions;
  }

  /** @throws OrgError for an object that is not to be seen: it is not there */
  target(object: ObjectSchema, user: OrgUser): RecordTarget {
    if (!this.#permissions?.areRestricted(user)) return { object, seen: object };
    const whole = this.#catalog.get(object.name) ?? object;
    const seen = this.#permissions.seen(user, whole);
    if (!seen) throw noSuchRecord();
    return { object: whole, seen };
  }

  /** @throws OrgError for a record that its sharing keeps from the user */
  requireReadable(object: ObjectSchema, row: Readonly<OrgRow>, user: OrgUser): void {
    if (this.#permissions?.shared(user, object, row['OwnerId']) === 'private') throw noSuchRecord();
  }

  /** @throws OrgError for a record that its sharing keeps from the user, or lets the user read only */
  requireWritable(object: ObjectSchema, id: string, user: OrgUser): void {
    if (!this.#permissions?.isShared(user, object)) return;
    const row = this.#table.find(object, id);
    const sharing = row ? this.#permissions.shared(user, object, row['OwnerId']) : 'edit';
    if (sharing === 'private') throw unsharedRecord(id);
    if (sharing === 'read') throw insufficientAccess();
  }
}
