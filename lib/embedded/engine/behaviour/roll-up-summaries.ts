import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgRow } from '../org-row.js';
import type { QueryCatalog } from '../query/query-catalog.interface.js';
import { parametersFor } from '../query/sql-fragment.js';
import { StoredUserSettings, type UserSettingsSource } from '../query/stored-user-settings.js';
import { RecordTable } from '../record-table.js';
import { toStoredInstant } from '../value/temporal-value.js';
import type { ObjectBehaviour, RecordBehaviour, RecordWrite } from './record-behaviour.interface.js';
import { planRollUp, type EmbeddedRollUp, type RollUpPlan } from './roll-up-plan.js';

/** By parent and field. */
export type RollUpOptions = Readonly<Record<string, Readonly<Record<string, EmbeddedRollUp>>>>;

interface RollUp {
  readonly parent: string;
  readonly name: string;
  readonly rollUp: EmbeddedRollUp;
}

interface RollUpDependencies extends UserSettingsSource {
  readonly catalog: UserSettingsSource['catalog'];
  readonly queryCatalog: QueryCatalog;
  now(): Date;
}

/** Keeps what parents hold of their children: computed again with each child that comes, changes or goes. */
export class RollUpSummaries implements RecordBehaviour {
  readonly #deps: RollUpDependencies;
  readonly #table: RecordTable;
  readonly #rollUps: readonly RollUp[];
  readonly #plans = new Map<RollUp, { readonly child: ObjectSchema; readonly plan: RollUpPlan }>();

  constructor(options: RollUpOptions, deps: RollUpDependencies) {
    this.#deps = deps;
    this.#table = new RecordTable(deps.database, deps.tables);
    this.#rollUps = Object.entries(options).flatMap(([parent, fields]) =>
      Object.entries(fields).map(([name, rollUp]) => ({ rollUp, parent, name })),
    );
  }

  of(object: ObjectSchema): ObjectBehaviour | undefined {
    const below = this.#rollUps.filter(({ rollUp }) => sameName(rollUp.of, object.name));
    const own = this.#rollUps.filter(({ parent }) => sameName(parent, object.name));
    if (below.length === 0 && own.length === 0) return undefined;
    return {
      complete: ({ before }, row) => {
        if (!before) startAtZero(own, object, row);
      },
      follow: (write) => this.#follow(below, write),
    };
  }

  computes(object: ObjectSchema, field: FieldDefinition): boolean {
    return this.#rollUps.some(
      ({ parent, name }) => sameName(parent, object.name) && sameName(name, field.name),
    );
  }

  #follow(rollUps: readonly RollUp[], write: RecordWrite): void {
    for (const rollUp of rollUps) {
      const { by: reference } = rollUp.rollUp;
      const by = write.object.field(reference)?.name ?? reference;
      const parents = new Set([write.before?.[by], write.after[by]]);
      for (const id of parents) if (typeof id === 'string') this.#summarize(rollUp, id, write);
    }
  }

  #summarize(rollUp: RollUp, id: string, write: RecordWrite): void {
    const { catalog } = this.#deps;
    const parent = catalog.get(rollUp.parent);
    const field = parent?.field(rollUp.name);
    const before = parent && id.startsWith(parent.keyPrefix) ? this.#table.find(parent, id) : undefined;
    if (!parent || !field || !before) return;
    const value = this.#value(rollUp, id, write.user.id) ?? (countsFromZero(rollUp.rollUp) ? 0 : null);
    if (before[field.name] === value) return;
    const stamp = parent.field('SystemModstamp') && { SystemModstamp: toStoredInstant(this.#deps.now()) };
    const changes: OrgRow = { [field.name]: value, ...stamp };
    this.#table.update(parent, id, changes);
    const after = { ...before, ...changes };
    // A summary may be part of the next one.
    this.of(parent)?.follow?.({ ...write, operation: 'update', object: parent, id, before, after });
  }

  #value(rollUp: RollUp, parentId: string, userId: string): OrgRow[string] | undefined {
    const { statement, objects } = this.#plan(rollUp);
    for (const object of objects) this.#deps.tables.ensure(object);
    const settings = new StoredUserSettings(this.#deps, userId);
    const parameters = parametersFor(statement, { now: this.#deps.now(), userId, settings, parentId });
    return this.#deps.database.prepare(statement.text).rows(...parameters)[0]?.[0];
  }

  #plan(rollUp: RollUp): RollUpPlan {
    const child = this.#deps.catalog.get(rollUp.rollUp.of)!;
    const known = this.#plans.get(rollUp);
    if (known?.child === child) return known.plan;
    const plan = planRollUp(`${rollUp.parent}.${rollUp.name}`, rollUp.rollUp, this.#deps.queryCatalog);
    this.#plans.set(rollUp, { child, plan });
    return plan;
  }
}

function startAtZero(rollUps: readonly RollUp[], object: ObjectSchema, row: OrgRow): void {
  for (const { name, rollUp } of rollUps) {
    const field = object.field(name);
    if (field && countsFromZero(rollUp)) row[field.name] = 0;
  }
}

function countsFromZero({ summarize }: EmbeddedRollUp): boolean {
  return summarize === 'COUNT' || summarize === 'SUM';
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
