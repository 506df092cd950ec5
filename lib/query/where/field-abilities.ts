import type { FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import { NUMERIC_FIELD_TYPES, type FieldType } from '../../protocol/field-type.type.js';

/** Longer text areas are stored apart, where conditions and orders do not reach. */
const LONGEST_INDEXED_TEXT = 255;

const NEVER_COMPARED: ReadonlySet<FieldType> = new Set<FieldType>([
  'address',
  'base64',
  'complexvalue',
  'datacategorygroupreference',
  'encryptedstring',
  'junctionidlist',
  'location',
]);

const TEXT: ReadonlySet<FieldType> = new Set<FieldType>([
  'combobox',
  'email',
  'phone',
  'picklist',
  'string',
  'textarea',
  'url',
]);

const GROUPABLE: ReadonlySet<FieldType> = new Set<FieldType>([
  'boolean',
  'date',
  'datacategorygroupreference',
  'email',
  'id',
  'int',
  'long',
  'phone',
  'picklist',
  'reference',
  'string',
  'textarea',
  'url',
]);

const NEVER_AGGREGATED: ReadonlySet<FieldType> = new Set<FieldType>([
  'anyType',
  'boolean',
  'multipicklist',
  'time',
]);

/** As much of a field as its comparisons ask for. */
type Typed = Pick<FieldMetadata, 'type'>;

/** Whether a condition can be on the field, as far as its declaration tells. */
export function isFilterable({ type, length = 0 }: FieldMetadata): boolean {
  return !NEVER_COMPARED.has(type) && !(type === 'textarea' && length > LONGEST_INDEXED_TEXT);
}

export function isSortable(field: FieldMetadata): boolean {
  return isFilterable(field) && field.type !== 'multipicklist';
}

/** Whether the field's values come before or after each other in a condition. */
export function isOrdered({ type }: Typed): boolean {
  return type !== 'boolean' && type !== 'multipicklist';
}

/** Whether patterns can be matched; ids are text, but not to the platform. */
export function isText({ type }: Typed): boolean {
  return TEXT.has(type);
}

export function isDated({ type }: Typed): boolean {
  return type === 'date' || type === 'datetime';
}

/** Whether the values have labels, which may be translated. */
export function hasLabels({ type }: Typed): boolean {
  return type === 'picklist' || type === 'multipicklist';
}

/** Whether the field is a place, of which a query tells the distance. */
export function isLocated({ type }: Typed): boolean {
  return type === 'address' || type === 'location';
}

/** Whether records can be grouped by the field, as far as its declaration tells. */
export function isGroupable(field: FieldMetadata): boolean {
  return GROUPABLE.has(field.type) && isFilterable(field);
}

/** Whether values of the field can be counted and have a least and a greatest one. */
export function isAggregatable(field: FieldMetadata): boolean {
  return isFilterable(field) && !NEVER_AGGREGATED.has(field.type);
}

export function isNumeric({ type }: Typed): boolean {
  return NUMERIC_FIELD_TYPES.has(type);
}
