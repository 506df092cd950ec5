import type { FieldType } from '../../protocol/field-type.type.js';

/** What the values of a field are to a program; between types of one kind nothing has to be converted anew. */
export type ValueKind = 'text' | 'list' | 'number' | FieldType;

const TEXTS = new Set<FieldType>([
  'id',
  'reference',
  'string',
  'textarea',
  'picklist',
  'combobox',
  'email',
  'phone',
  'url',
  'encryptedstring',
  'datacategorygroupreference',
]);

const NUMBERS = new Set<FieldType>(['int', 'long', 'double', 'currency', 'percent']);

export function valueKind(type: FieldType): ValueKind {
  if (TEXTS.has(type)) return 'text';
  if (NUMBERS.has(type)) return 'number';
  return type === 'multipicklist' || type === 'junctionidlist' ? 'list' : type;
}
