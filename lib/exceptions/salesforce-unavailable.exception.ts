import { SalesforceException } from './salesforce.exception.js';

/**
 * The server answered that it cannot serve now: maintenance or overload.
 *
 * @publicApi
 */
export class SalesforceUnavailableException extends SalesforceException {
  override readonly code: string = 'SF_UNAVAILABLE';
}
