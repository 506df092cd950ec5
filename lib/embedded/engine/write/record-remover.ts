import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { ObjectBehaviours } from '../behaviour/object-behaviours.js';
import type { ObjectBehaviour } from '../behaviour/record-behaviour.interface.js';
import type { OrgRow } from '../org-row.js';
import type { OrgUser } from '../org-user.interface.js';
import type { RecordLocks } from '../record-locks.js';
import type { RecordTable } from '../record-table.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import type { StoredClock } from '../value/stored-clock.js';
import { DeletionPlanner, type RecordKey } from './deletion-plan.js';
import type { RecordRules } from './record-rules.js';
import { RecycleBin } from './recycle-bin.js';
import type { ReferenceChecker } from './reference-checker.js';
import { noSuchRecord } from './write-refusals.js';

export interface RecordRemoverDependencies {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly table: RecordTable;
  readonly references: ReferenceChecker;
  readonly rules: RecordRules;
  readonly behaviours: ObjectBehaviours;
  readonly locks: RecordLocks;
  readonly clock: StoredClock;
}

interface FollowedRecord extends RecordKey {
  readonly behaviour: ObjectBehaviour;
  readonly row: Readonly<OrgRow>;
}

/** Takes records out of their objects, with what cannot be without them, and brings them back. */
export class RecordRemover {
  readonly #deps: RecordRemoverDependencies;
  readonly #deletions: DeletionPlanner;
  readonly #bin: RecycleBin;

  constructor(deps: RecordRemoverDependencies) {
    const { catalog, database, table } = deps;
    this.#deps = deps;
    this.#deletions = new DeletionPlanner(catalog, table);
    this.#bin = new RecycleBin(database, catalog, table);
  }

  /** Moves a record that is there to the recycle bin. */
  discard(object: ObjectSchema, id: string, user: OrgUser): void {
    const { locks, references, clock } = this.#deps;
    const plan = this.#deletions.plan(object, id);
    for (const doomed of plan.deleted) locks.requireFree(doomed.id);
    const followed = this.#followed(plan.deleted);
    this.#bin.discard(id, plan, clock.now());
    references.forget();
    follow(followed, 'delete', user);
  }

  /** Takes a record out of the recycle bin. */
  restore(object: ObjectSchema, id: string, user: OrgUser): void {
    const unique = object.columns.filter((field) => field.unique);
    this.#deps.rules.check(object, unique, this.#requireDeleted(object, id), id);
    const restored = this.#bin.restore(id, this.#deps.clock.now());
    follow(this.#followed(restored), 'undelete', user);
  }

  /** Removes a record in the recycle bin for good. */
  purge(object: ObjectSchema, id: string): void {
    this.#requireDeleted(object, id);
    this.#bin.purge(id);
  }

  #requireDeleted(object: ObjectSchema, id: string): OrgRow {
    const row = this.#deps.table.find(object, id);
    if (row?.['IsDeleted'] !== 1) throw noSuchRecord();
    return row;
  }

  /** Those records among some that the org does more with than keep them, as they are. */
  #followed(keys: readonly RecordKey[]): readonly FollowedRecord[] {
    return keys.flatMap(({ object, id }) => {
      const behaviour = this.#deps.behaviours.of(object);
      const row = behaviour && this.#deps.table.find(object, id);
      return row ? [{ object, id, behaviour, row }] : [];
    });
  }
}

function follow(records: readonly FollowedRecord[], operation: 'delete' | 'undelete', user: OrgUser): void {
  for (const { object, id, behaviour, row } of records) {
    behaviour.follow?.({ operation, object, id, before: row, after: row, user, options: {} });
  }
}
