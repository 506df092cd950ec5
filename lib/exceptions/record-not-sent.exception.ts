import { SalesforceException } from './salesforce.exception.js';

/**
 * The record of a write of many was never sent, since an earlier call of that write failed; `cause` says how. Unlike after a
 * time-out, it is certain that nothing was written.
 *
 * @publicApi
 */
export class RecordNotSentException extends SalesforceException {
  override readonly code: string = 'SF_RECORD_NOT_SENT';
}
