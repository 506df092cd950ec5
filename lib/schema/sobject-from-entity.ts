import type { EntityMetadata, FieldMetadata, ParentMetadata } from '../metadata/entity-metadata.interface.js';
import { targetsOf } from '../metadata/parent-targets.js';
import { labelOf, pluralOf } from './api-label.js';
import { defaultProperties } from './constant-default.js';
import { presentMembers } from './present-members.js';
import type { FieldDefinition, SObjectDefinition } from './sobject-definition.interface.js';

/**
 * The object an entity describes, and no more than the entity says: the lengths a type has by default, what queries may do
 * with it, the system fields and the key prefix are given by the org it is defined in.
 *
 * @throws InvalidEntityException when a relation of the entity, or of a parent's, is declared wrongly.
 */
export function sobjectFromEntity(metadata: EntityMetadata): SObjectDefinition {
  const label = metadata.label ?? labelOf(metadata.apiName);
  return Object.freeze<SObjectDefinition>({
    name: metadata.apiName,
    label,
    labelPlural: metadata.labelPlural ?? pluralOf(label),
    keyPrefix: null,
    custom: metadata.custom,
    createable: metadata.createable,
    updateable: metadata.updateable,
    deletable: metadata.deletable,
    queryable: metadata.queryable,
    fields: Object.freeze([...metadata.fields.values()].map((field) => fieldFrom(metadata, field))),
    ...recordTypesFrom(metadata),
  });
}

function fieldFrom(metadata: EntityMetadata, field: FieldMetadata): FieldDefinition {
  const { apiName: name, type, length, precision, scale } = field;
  const definition = presentMembers<FieldDefinition>({
    name,
    label: field.label ?? labelOf(name),
    type,
    length,
    precision,
    scale,
    custom: field.custom,
    createable: field.createable,
    updateable: field.updateable,
    nillable: field.nillable,
    defaultedOnCreate: field.defaultedOnCreate,
    externalId: field.externalId,
    unique: field.unique,
    caseSensitive: field.caseSensitive || undefined,
    calculated: field.calculated || undefined,
    calculatedFormula: field.formula,
    // What the set-up of a formula offers first.
    formulaTreatNullNumberAsZero: field.formula === undefined ? undefined : true,
    autoNumber: field.autoNumber || undefined,
    nameField: field.nameField,
    idLookup: type === 'id' || field.nameField || field.externalId,
    inlineHelpText: field.help,
    ...defaultFrom(field),
    ...picklistFrom(field),
    ...referenceFrom(metadata, field),
  });
  return Object.freeze(definition);
}

function defaultFrom({ type, defaultValue }: FieldMetadata): Partial<FieldDefinition> {
  return defaultValue === undefined ? {} : defaultProperties(type, defaultValue);
}

function picklistFrom({ picklist, restricted, defaultValue }: FieldMetadata): Partial<FieldDefinition> {
  if (!picklist) return {};
  const chosen = new Set(typeof defaultValue === 'string' ? defaultValue.split(';') : []);
  const values = picklist.map(({ value, label }) =>
    Object.freeze({ value, label, ...(chosen.has(value) ? { isDefault: true } : {}) }),
  );
  return { picklistValues: Object.freeze(values), restrictedPicklist: restricted };
}

function recordTypesFrom({ recordTypes }: EntityMetadata): Pick<SObjectDefinition, 'recordTypes'> {
  if (!recordTypes) return {};
  const types = Object.entries(recordTypes).map(([developerName, name]) =>
    Object.freeze({ developerName, name }),
  );
  return { recordTypes: Object.freeze(types) };
}

function referenceFrom(metadata: EntityMetadata, field: FieldMetadata): Partial<FieldDefinition> {
  const parents = [...metadata.parents.values()];
  const [first, ...others] = parents.filter(({ foreignKey }) => foreignKey === field);
  if (!first) return {};
  const all = [first, ...others];
  const targets = all.flatMap(targetsOf);
  const childRelationshipName = all.map((parent) => childRelationshipNameAt(parent, metadata)).find(Boolean);
  return {
    referenceTo: Object.freeze([...new Set(targets.map(({ apiName }) => apiName))]),
    relationshipName: first.relationshipName,
    ...(childRelationshipName === undefined ? {} : { childRelationshipName }),
    ...(targets.length === 1 ? {} : { polymorphicForeignKey: true, namePointing: true }),
    ...(first.kind === 'master-detail' ? masterDetail(first, parents) : {}),
  };
}

/** An object has two masters at most; the first one declared is the primary, which owns the record. */
function masterDetail(parent: ParentMetadata, parents: readonly ParentMetadata[]): Partial<FieldDefinition> {
  const masters = parents.filter(({ kind }) => kind === 'master-detail');
  return { cascadeDelete: true, relationshipOrder: masters.indexOf(parent) };
}

/** What the parent's entity calls these records, if it has a property for them. */
function childRelationshipNameAt(parent: ParentMetadata, child: EntityMetadata): string | undefined {
  const candidates = targetsOf(parent).flatMap((target) => Array.from(target.children.values()));
  return candidates.find(
    (children) =>
      children.target().apiName === child.apiName &&
      children.inverse().foreignKey.apiName === parent.foreignKey.apiName,
  )?.relationshipName;
}
