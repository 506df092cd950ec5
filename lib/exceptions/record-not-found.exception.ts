import { SalesforceException } from './salesforce.exception.js';

/**
 * There is no such record, or the connected user cannot see it, or it was deleted.
 *
 * @publicApi
 */
export class RecordNotFoundException extends SalesforceException {
  override readonly code: string = 'SF_RECORD_NOT_FOUND';
}
