import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import { isApiName } from '../../metadata/naming-strategy.js';
import { FIELD_TYPES } from '../../protocol/field-type.type.js';
import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';

const TYPES: ReadonlySet<string> = new Set(FIELD_TYPES);

/**
 * A definition as entities can say it: fields of a type that is not known here hold anything, and those whose name is none are
 * left out.
 *
 * @throws SalesforceConfigurationException when the object's name is none: it becomes that of a file
 */
export function mappable(definition: SObjectDefinition): SObjectDefinition {
  if (!isApiName(definition.name)) {
    throw new SalesforceConfigurationException(`'${definition.name}' cannot be the name of an object.`);
  }
  const fields = definition.fields.filter(({ name }) => isApiName(name)).map(withKnownType);
  return { ...definition, fields: [...new Map(fields.map((field) => [field.name, field])).values()] };
}

function withKnownType(field: FieldDefinition): FieldDefinition {
  // Only the record's own id is one; a few views have more, of other records.
  if (field.type === 'id' && field.name !== 'Id') return { ...field, type: 'reference' };
  return TYPES.has(field.type) ? field : { ...field, type: 'anyType' };
}
