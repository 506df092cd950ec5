import { SalesforceException } from './salesforce.exception.js';

/**
 * A query was refused before anything was sent: an unknown property, `undefined` in a condition, a value of
 * the wrong type.
 *
 * @publicApi
 */
export class InvalidQueryException extends SalesforceException {
  override readonly code: string = 'SF_INVALID_QUERY';
}
