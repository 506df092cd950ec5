import type { FieldType } from '../../protocol/field-type.type.js';
import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';

const TEXT_TYPES: ReadonlySet<FieldType> = new Set([
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'combobox',
  'email',
  'phone',
  'url',
  'encryptedstring',
  'datacategorygroupreference',
]);

/** Whether values of a type are texts, which are compared without regard to case. */
export function isText(type: FieldType): boolean {
  return TEXT_TYPES.has(type);
}

/** Whether the values of a field are compared by `fold(…)`: an index of them has to hold what is compared. */
export function ignoresCase(field: Pick<FieldDefinition, 'type' | 'caseSensitive'>): boolean {
  return isText(field.type) && field.caseSensitive !== true;
}
