import { Catalog } from '../../lib/embedded/catalog/catalog.js';
import type { ObjectSchema } from '../../lib/embedded/catalog/object-schema.js';
import { NodeSqliteDatabase } from '../../lib/embedded/engine/node-sqlite-database.js';
import { bootstrapOrg } from '../../lib/embedded/engine/org-bootstrap.js';
import type { EmbeddedBehaviourOptions } from '../../lib/embedded/engine/engine-options.interface.js';
import { createOrgEngine, type OrgEngine } from '../../lib/embedded/engine/org-engine.factory.js';
import type { OrgUser } from '../../lib/embedded/engine/org-user.interface.js';
import type { FieldDefinition, SObjectDefinition } from '../../lib/schema/sobject-definition.interface.js';

/** The records of a new org, without the API around them. */
export interface RecordEngine extends OrgEngine {
  readonly catalog: Catalog;
  readonly database: NodeSqliteDatabase;
  readonly user: OrgUser;
  readonly organizationId: string;
  /** What the engine takes for now; a test moves it. */
  readonly clock: { now: Date };
  object(name: string): ObjectSchema;
}

export function createRecordEngine(
  database = new NodeSqliteDatabase(),
  catalog = Catalog.standard(),
  options: EmbeddedBehaviourOptions = {},
): RecordEngine {
  const clock = { now: new Date('2026-01-02T03:04:05.678Z') };
  const deps = { catalog, database, now: () => clock.now };
  const { organizationId, userId } = bootstrapOrg(deps, {
    username: 'ada@example.com',
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Admin',
  });
  return {
    catalog,
    database,
    ...createOrgEngine({ ...deps, userId }, options),
    user: { id: userId },
    organizationId,
    clock,
    object: (name) => catalog.get(name)!,
  };
}

/** A custom object, declared as an application's entities declare one. */
export function customObject(name: string, fields: readonly FieldDefinition[]): SObjectDefinition {
  const label = name.replace(/__c$/, '');
  return {
    name,
    label,
    labelPlural: `${label}s`,
    keyPrefix: null,
    custom: true,
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    fields,
  };
}

/** A custom field that can be written and left empty. */
export function customField(
  name: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition {
  const label = name.replace(/__c$/, '');
  return { name, label, type, custom: true, createable: true, updateable: true, nillable: true, ...more };
}
