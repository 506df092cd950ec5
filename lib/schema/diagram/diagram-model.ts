import { isCustomName } from '../../metadata/naming-strategy.js';
import type { FieldDefinition, SObjectDefinition } from '../sobject-definition.interface.js';
import type {
  Diagram,
  DiagramField,
  DiagramKey,
  DiagramObject,
  DiagramObjectKind,
  DiagramReference,
} from './diagram.interface.js';
import type { DiagramFields, DiagramOptions } from './diagram-options.interface.js';

/** What the platform itself keeps of nearly every record: the same in all objects, so that it tells none of them apart. */
const AUDIT_FIELDS = new Set([
  'CreatedById',
  'CreatedDate',
  'IsDeleted',
  'LastActivityDate',
  'LastModifiedById',
  'LastModifiedDate',
  'LastReferencedDate',
  'LastViewedDate',
  'MasterRecordId',
  'OwnerId',
  'SystemModstamp',
]);

const SUFFIX_KINDS: Readonly<Record<string, DiagramObjectKind>> = {
  __e: 'event',
  __mdt: 'metadata',
  __x: 'external',
};

/**
 * What a diagram of some objects shows. Objects are in the order given, and a later definition of the same object is passed over.
 */
export function diagramOf(definitions: readonly SObjectDefinition[], options: DiagramOptions = {}): Diagram {
  const { title = 'Salesforce objects', fields = 'keys', audit = true } = options;
  const byName = new Map<string, SObjectDefinition>();
  for (const definition of definitions) {
    if (!byName.has(definition.name)) byName.set(definition.name, withoutAudit(definition, audit));
  }
  const shown = [...byName.values()];
  return {
    title,
    objects: shown.map((definition) => objectFrom(definition, fields)),
    references: shown.flatMap((definition) => referencesFrom(definition, byName)),
  };
}

/** Whether a field refers to the owner, the creator and so on, which `audit: false` leaves out. */
export function isAuditField({ name }: Pick<FieldDefinition, 'name'>): boolean {
  return AUDIT_FIELDS.has(name);
}

function withoutAudit(definition: SObjectDefinition, audit: boolean): SObjectDefinition {
  if (audit) return definition;
  return { ...definition, fields: definition.fields.filter((field) => !isAuditField(field)) };
}

function objectFrom(definition: SObjectDefinition, mode: DiagramFields): DiagramObject {
  const fields = definition.fields.filter((field) => isShown(field, mode));
  return {
    name: definition.name,
    label: definition.label,
    kind: kindOf(definition),
    fields: fields.map((field) => fieldFrom(field)),
    omitted: definition.fields.length - fields.length,
  };
}

function kindOf({ name, custom, associateEntityType }: SObjectDefinition): DiagramObjectKind {
  if (associateEntityType === 'ChangeEvent') return 'event';
  const suffix = /__[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? '';
  return SUFFIX_KINDS[suffix] ?? (custom || isCustomName(name) ? 'custom' : 'standard');
}

function isShown(field: FieldDefinition, mode: DiagramFields): boolean {
  if (mode === 'all' || field.nameField || keysOf(field).length > 0) return true;
  return mode === 'required' && isRequired(field);
}

function fieldFrom(field: FieldDefinition): DiagramField {
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    detail: detailOf(field),
    keys: keysOf(field),
    required: isRequired(field),
    referenceTo: field.type === 'reference' ? (field.referenceTo ?? []) : [],
  };
}

function keysOf({ type, externalId, unique, referenceTo }: FieldDefinition): readonly DiagramKey[] {
  if (type === 'id') return ['primary'];
  const foreign = type === 'reference' && (referenceTo?.length ?? 0) > 0;
  return [...(foreign ? (['foreign'] as const) : []), ...(externalId || unique ? (['unique'] as const) : [])];
}

function isRequired(field: FieldDefinition): boolean {
  return field.createable === true && !field.nillable && !field.defaultedOnCreate && field.type !== 'boolean';
}

function detailOf({ type, length, precision, scale, digits }: FieldDefinition): string {
  switch (type) {
    case 'string':
    case 'textarea':
    case 'encryptedstring':
      return length ? `${type}(${length})` : type;
    case 'currency':
    case 'double':
    case 'percent':
      return precision ? `${type}(${precision}, ${scale ?? 0})` : type;
    case 'int':
      return digits ? `int(${digits})` : type;
    default:
      return type;
  }
}

function referencesFrom(
  { name, fields }: SObjectDefinition,
  shown: ReadonlyMap<string, SObjectDefinition>,
): readonly DiagramReference[] {
  return fields.flatMap((field) => {
    const targets = field.type === 'reference' ? (field.referenceTo ?? []) : [];
    return [...new Set(targets)]
      .filter((target) => shown.has(target))
      .map((to): DiagramReference => ({
        from: name,
        field: field.name,
        to,
        kind: isOwned(field, name, shown.get(to)) ? 'master-detail' : 'lookup',
        polymorphic: targets.length > 1,
        required: !field.nillable,
        unique: field.unique === true,
      }));
  });
}

/**
 * Whether a record cannot be without the other one. Describes number the masters of custom objects; a standard object's only
 * go with their parent, which many a lookup does that may be empty.
 */
function isOwned(field: FieldDefinition, child: string, parent: SObjectDefinition | undefined): boolean {
  if (field.relationshipOrder !== undefined) return true;
  if (field.nillable || field.referenceTo?.length !== 1) return false;
  return (
    field.cascadeDelete === true ||
    (parent?.childRelationships ?? []).some(
      (relationship) =>
        relationship.childSObject === child &&
        relationship.field === field.name &&
        relationship.cascadeDelete,
    )
  );
}
