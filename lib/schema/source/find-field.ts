import { didYouMean } from '../../common/did-you-mean.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { FieldDefinition, SObjectDefinition } from '../sobject-definition.interface.js';

/**
 * The field of that name, in any case.
 *
 * @throws SalesforceConfigurationException when the object has none, with the names that may have been meant
 */
export function findField(
  { name: object, fields }: Pick<SObjectDefinition, 'name' | 'fields'>,
  name: string,
): FieldDefinition {
  const found = fields.find((field) => field.name.toLowerCase() === name.toLowerCase());
  if (found) return found;
  const names = fields.map((field) => field.name);
  throw new SalesforceConfigurationException(
    `${object} has no field '${name}', or the user may not read it.${didYouMean(name, names)}`,
  );
}
