import { SalesforceException } from './salesforce.exception.js';

/**
 * Another transaction holds the record: the same call can succeed when repeated.
 *
 * @publicApi
 */
export class RowLockedException extends SalesforceException {
  override readonly code: string = 'SF_ROW_LOCKED';
}
