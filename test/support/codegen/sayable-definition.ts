import { FIELD_TYPES, type FieldType } from '../../../lib/protocol/field-type.type.js';
import { constantDefault } from '../../../lib/schema/constant-default.js';
import type { FieldDefinition, SObjectDefinition } from '../../../lib/schema/sobject-definition.interface.js';

/** What entities say of fields in so many words, each by the name that definitions have for it. */
const FIELD_PROPERTIES = [
  'name',
  'label',
  'custom',
  'createable',
  'updateable',
  'nillable',
  'defaultedOnCreate',
  'externalId',
  'unique',
  'caseSensitive',
  'calculated',
  'calculatedFormula',
  'autoNumber',
  'nameField',
  'inlineHelpText',
] as const satisfies readonly (keyof FieldDefinition)[];

/** What a set-up offers first, where neither an entity nor a describe says more. */
const LENGTHS: Partial<Record<FieldType, number>> = {
  string: 255,
  textarea: 32_768,
  combobox: 255,
  email: 80,
  phone: 40,
  url: 255,
  encryptedstring: 175,
};
const SCALE = 2;
const NUMBERS: ReadonlySet<FieldType> = new Set(['double', 'currency', 'percent']);

/** Who made a definition: in a describe, what is absent is zero; in what an entity says, it is the default. */
type Origin = 'describe' | 'entity';

/**
 * Of a definition what an entity can say, in one form whoever said it: with defaults in place, fields by name, and references
 * as far as they stay within a selection.
 */
export function sayable(
  definition: SObjectDefinition,
  selection: ReadonlySet<string>,
  origin: Origin,
): object {
  const { name, label, labelPlural, custom, createable, updateable, deletable, queryable } = definition;
  const fields = definition.fields
    .filter((field) => field.name !== 'Id')
    .map((field) => ofField(field, selection, origin));
  return {
    name,
    label,
    labelPlural,
    custom,
    createable,
    updateable,
    deletable,
    queryable,
    recordTypes: recordTypesOf(definition),
    fields: fields.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

/** A few describes list one twice. */
function recordTypesOf({ recordTypes = [] }: SObjectDefinition): object {
  const own = recordTypes.filter(({ developerName }) => developerName !== 'Master');
  return Object.fromEntries(own.toReversed().map((type) => [type.developerName, type.name]));
}

function ofField(field: FieldDefinition, selection: ReadonlySet<string>, origin: Origin) {
  const type = typeOf(field);
  const stated = Object.fromEntries(FIELD_PROPERTIES.map((name) => [name, field[name] ?? false]));
  return {
    ...stated,
    name: field.name,
    type,
    length:
      LENGTHS[type] === undefined
        ? undefined
        : (field.length ?? (field.name === 'Name' ? 80 : LENGTHS[type])),
    precision: NUMBERS.has(type) ? (field.precision ?? 18) : undefined,
    scale: NUMBERS.has(type) ? scaleOf(field, origin) : undefined,
    defaultValue: constantDefault(field) ?? false,
    ...picklistOf(field),
    ...relationOf({ ...field, type }, selection),
  };
}

/** Only `Id` is an id; of types that are not known here, entities say that anything may be in there. */
function typeOf({ type }: FieldDefinition): FieldType {
  if (type === 'id') return 'reference';
  return FIELD_TYPES.includes(type) ? type : 'anyType';
}

function scaleOf({ precision, scale }: FieldDefinition, origin: Origin): number {
  return scale ?? (precision !== undefined && origin === 'describe' ? 0 : SCALE);
}

/** A few describes list a value twice. */
function picklistOf({ picklistValues = [], restrictedPicklist = false }: FieldDefinition): object {
  const active = picklistValues.filter(({ active }) => active !== false);
  if (active.length === 0) return {};
  const labels = new Map(active.map(({ value, label }) => [value, label ?? value]));
  return { values: [...labels], restricted: restrictedPicklist };
}

function relationOf(
  { type, referenceTo = [], relationshipName, relationshipOrder }: FieldDefinition,
  selection: ReadonlySet<string>,
): object {
  // A few keys are texts, which entities make no relation of.
  if (type !== 'reference') return {};
  const targets = referenceTo.filter((target) => selection.has(target)).toSorted();
  if (targets.length === 0 || relationshipName === undefined) return {};
  return { targets, relationshipName, isMasterDetail: relationshipOrder !== undefined };
}
