import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';

/** Whether a field makes its object the detail of a master: the two live, and die, together. */
export function isMasterDetail(field: FieldDefinition): boolean {
  return field.type === 'reference' && field.custom === true && field.cascadeDelete === true;
}
