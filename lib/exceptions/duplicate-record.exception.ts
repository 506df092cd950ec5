import { SalesforceException } from './salesforce.exception.js';

/**
 * The value must be unique and is not, or a duplicate rule found a match.
 *
 * @publicApi
 */
export class DuplicateRecordException extends SalesforceException {
  override readonly code: string = 'SF_DUPLICATE';
}
