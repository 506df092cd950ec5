import { SalesforceException } from './salesforce.exception.js';

/**
 * The answer is not what the API promises: an HTML page, a body that is not JSON, a body that ends early.
 *
 * @publicApi
 */
export class InvalidResponseException extends SalesforceException {
  override readonly code: string = 'SF_INVALID_RESPONSE';
}
