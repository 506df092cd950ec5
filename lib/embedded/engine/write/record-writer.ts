import { isMasterDetail } from '../../catalog/master-detail.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { nextAutoNumber } from '../auto-number.js';
import type { ObjectBehaviours } from '../behaviour/object-behaviours.js';
import type { ObjectBehaviour } from '../behaviour/record-behaviour.interface.js';
import type { FiscalYear } from '../calendar/fiscal-year.js';
import { readFiscalYear } from '../calendar/org-fiscal-year.js';
import type { IdGenerator } from '../id-generator.js';
import type { OrgRow } from '../org-row.js';
import type { OrgUser } from '../org-user.interface.js';
import type { WriteOptions } from './write-options.interface.js';
import type { RecordLocks } from '../record-locks.js';
import type { RecordTable } from '../record-table.js';
import type { Sequence } from '../sequence.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import type { StoredClock } from '../value/stored-clock.js';
import type { FilePublication } from './file-publication.js';
import type { InsertPlan } from './insert-plan.js';
import { isChecked, type RecordRules } from './record-rules.js';
import type { UpdatePlan } from './update-plan.js';
import type { RecordTarget } from '../permissions/record-access.js';
import type { WritePlanStorage } from './write-plan.storage.js';
import { deletedRecord, noSuchRecord } from './write-refusals.js';

type Values = Readonly<Record<string, unknown>>;

export interface RecordWriterDependencies {
  readonly database: SqliteDatabase;
  readonly table: RecordTable;
  readonly plans: WritePlanStorage;
  readonly rules: RecordRules;
  readonly behaviours: ObjectBehaviours;
  readonly files: FilePublication;
  readonly sequence: Sequence;
  readonly locks: RecordLocks;
  readonly ids: IdGenerator;
  readonly clock: StoredClock;
}

/** Creates and changes records by their plans. What is refused leaves nothing behind. */
export class RecordWriter {
  readonly #deps: RecordWriterDependencies;

  constructor(deps: RecordWriterDependencies) {
    this.#deps = deps;
  }

  insert(target: RecordTarget, values: Values, user: OrgUser, options: WriteOptions): string {
    const { object } = target;
    const behaviour = this.#deps.behaviours.of(object);
    const plan = this.#deps.plans.insertion(target, values);
    const several = behaviour !== undefined || isFile(object);
    return this.#atomically(several, () => {
      const row = plan.read(values, user.id);
      if (!this.#deps.locks.isEmpty) this.#requireFreeMasters(plan, row);
      if (behaviour) return this.#insertFollowed(object, plan, row, behaviour, user, options);
      this.#deps.rules.check(object, plan.checked, row);
      this.#complete(object, plan, row, user);
      if (isFile(object)) this.#store(object, row);
      else this.#deps.table.write(object, plan, row);
      return String(row['Id']);
    });
  }

  /** @param id of 18 characters */
  update(target: RecordTarget, id: string, values: Values, user: OrgUser, options: WriteOptions): void {
    const { object } = target;
    const behaviour = this.#deps.behaviours.of(object);
    this.#atomically(behaviour !== undefined, () => {
      if (behaviour) return this.#updateFollowed(target, id, values, behaviour, user, options);
      const plan = this.#deps.plans.change(target, values);
      const before = this.#inputs(object, plan, id);
      const row = plan.read(values);
      this.#deps.rules.check(object, plan.checked, row, id);
      this.#follow(object, plan, row, before, id, user);
      this.#deps.table.write(object, plan, row, id);
    });
  }

  /** A single statement needs no savepoint: where it is refused, nothing was written. */
  #atomically<T>(several: boolean, work: () => T): T {
    const { database } = this.#deps;
    return several || !database.inTransaction ? database.transaction(work) : work();
  }

  /** A detail is written with its master. */
  #requireFreeMasters(plan: InsertPlan, row: OrgRow): void {
    for (const field of plan.checked) {
      if (isMasterDetail(field)) this.#deps.locks.requireFree(String(row[field.name]));
    }
  }

  #store(object: ObjectSchema, row: OrgRow): void {
    const { table, files } = this.#deps;
    table.insert(object, isFile(object) ? files.publish(row) : row);
  }

  #insertFollowed(
    object: ObjectSchema,
    plan: InsertPlan,
    row: OrgRow,
    behaviour: ObjectBehaviour,
    user: OrgUser,
    options: WriteOptions,
  ): string {
    const write = { operation: 'insert', object, before: undefined, after: row, user, options } as const;
    behaviour.complete?.({ ...write, id: '' }, row);
    this.#deps.rules.check(object, object.columns.filter(isChecked), row);
    this.#complete(object, plan, row, user);
    this.#store(object, row);
    const id = String(row['Id']);
    behaviour.follow?.({ ...write, id, after: this.#deps.table.find(object, id)! });
    return id;
  }

  #updateFollowed(
    target: RecordTarget,
    id: string,
    values: Values,
    behaviour: ObjectBehaviour,
    user: OrgUser,
    options: WriteOptions,
  ): void {
    const { object } = target;
    const before = this.#deps.table.find(object, id);
    if (!before) throw noSuchRecord();
    if (before['IsDeleted'] === 1) throw deletedRecord();
    const plan = this.#deps.plans.change(target, values);
    const row = plan.read(values);
    const write = { operation: 'update', object, id, before, user, options } as const;
    behaviour.complete?.({ ...write, after: { ...before, ...row } }, row);
    this.#deps.rules.check(object, object.columns.filter(isChecked), row, id);
    this.#follow(object, plan, row, before, id, user);
    this.#deps.table.update(object, id, row);
    behaviour.follow?.({ ...write, after: this.#deps.table.find(object, id)! });
  }

  /** Sets what the org gives a new record: its id, its numbers and what follows from its fields. */
  #complete(object: ObjectSchema, plan: InsertPlan, row: OrgRow, user: OrgUser): void {
    const { ids, sequence } = this.#deps;
    const now = this.#deps.clock.now();
    row['Id'] = ids.next(object.keyPrefix);
    plan.stamp(row, now, user.id);
    for (const field of plan.numbered) row[field.name] = nextAutoNumber(sequence, object, field);
    const write = { object, after: row, before: undefined, given: row, now, fiscalYear: this.#fiscalYear };
    plan.derived.derive(write, row);
  }

  /** Sets what follows from the fields that change, and the stamps of the change. */
  #follow(
    object: ObjectSchema,
    plan: UpdatePlan,
    row: OrgRow,
    before: Readonly<OrgRow>,
    id: string,
    user: OrgUser,
  ): void {
    const now = this.#deps.clock.now();
    if (plan.derived) {
      const after = { ...before, ...row, Id: id };
      const write = { object, after, before, given: { ...row }, now, fiscalYear: this.#fiscalYear };
      plan.derived.derive(write, row);
    }
    plan.stamp(row, now, user.id);
  }

  /** What the change of a record depends on, as it is now. */
  #inputs(object: ObjectSchema, plan: UpdatePlan, id: string): OrgRow {
    const [values] = this.#deps.table.rows(object, plan.before, id);
    if (!values) throw noSuchRecord();
    if (values[0] === 1) throw deletedRecord();
    const before: OrgRow = {};
    plan.inputs.forEach((name, place) => {
      before[name] = values[place + 1] ?? null;
    });
    return before;
  }

  readonly #fiscalYear = (): FiscalYear => readFiscalYear(this.#deps.database);
}

/** Whether records are versions of files, which bring others about. */
function isFile({ name }: ObjectSchema): boolean {
  return name === 'ContentVersion';
}
