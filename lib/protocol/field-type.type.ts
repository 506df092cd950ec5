/**
 * Every field type a describe can report, as the platform spells them.
 *
 * @publicApi
 */
export const FIELD_TYPES = [
  'id',
  'reference',
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'combobox',
  'email',
  'phone',
  'url',
  'encryptedstring',
  'boolean',
  'int',
  'long',
  'double',
  'currency',
  'percent',
  'date',
  'datetime',
  'time',
  'base64',
  'address',
  'location',
  'anyType',
  'complexvalue',
  'datacategorygroupreference',
  'junctionidlist',
] as const;

/** @publicApi */
export type FieldType = (typeof FIELD_TYPES)[number];

/** Field types whose value travels as a JSON number. */
export const NUMERIC_FIELD_TYPES: ReadonlySet<FieldType> = new Set([
  'int',
  'long',
  'double',
  'currency',
  'percent',
]);
