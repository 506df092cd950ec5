import { SalesforceException } from './salesforce.exception.js';

/**
 * The server could not be reached, or the connection broke.
 *
 * @publicApi
 */
export class SalesforceNetworkException extends SalesforceException {
  override readonly code: string = 'SF_NETWORK';
}
