import { SalesforceConfigurationException } from './salesforce-configuration.exception.js';

/**
 * An entity class is declared in a way that cannot work; the message names class, property and fix.
 *
 * @publicApi
 */
export class InvalidEntityException extends SalesforceConfigurationException {
  override readonly code: string = 'SF_INVALID_ENTITY';
}
