import { SalesforceException } from './salesforce.exception.js';

/**
 * No answer in time. Whether a write was carried out is not known.
 *
 * @publicApi
 */
export class SalesforceTimeoutException extends SalesforceException {
  override readonly code: string = 'SF_TIMEOUT';
}
