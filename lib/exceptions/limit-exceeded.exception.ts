import { SalesforceException } from './salesforce.exception.js';

/**
 * A limit of the org or of one request is used up.
 *
 * @publicApi
 */
export class LimitExceededException extends SalesforceException {
  override readonly code: string = 'SF_LIMIT_EXCEEDED';
}
