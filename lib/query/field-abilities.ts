import type { FieldMetadata } from '../metadata/entity-metadata.interface.js';
import type { FieldType } from '../protocol/field-type.type.js';

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

/** Whether a condition can be on the field, as far as its declaration tells. */
export function isFilterable({ type, length = 0 }: FieldMetadata): boolean {
  return !NEVER_COMPARED.has(type) && !(type === 'textarea' && length > LONGEST_INDEXED_TEXT);
}

export function isSortable(field: FieldMetadata): boolean {
  return isFilterable(field) && field.type !== 'multipicklist';
}

/** Whether the field's values come before or after each other in a condition. */
export function isOrdered({ type }: FieldMetadata): boolean {
  return type !== 'boolean' && type !== 'multipicklist';
}

/** Whether patterns can be matched; ids are text, but not to the platform. */
export function isText({ type }: FieldMetadata): boolean {
  return TEXT.has(type);
}

export function isDated({ type }: FieldMetadata): boolean {
  return type === 'date' || type === 'datetime';
}
