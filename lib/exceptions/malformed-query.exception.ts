import { SalesforceException } from './salesforce.exception.js';

/**
 * Salesforce could not understand a query; the message shows the place.
 *
 * @publicApi
 */
export class MalformedQueryException extends SalesforceException {
  override readonly code: string = 'SF_MALFORMED_QUERY';
}
