import { SalesforceException } from './salesforce.exception.js';

/**
 * The module, a connection or an injection is configured in a way that cannot work; the message names the
 * fix. Thrown at start-up.
 *
 * @publicApi
 */
export class SalesforceConfigurationException extends SalesforceException {
  override readonly code: string = 'SF_CONFIGURATION';
}
