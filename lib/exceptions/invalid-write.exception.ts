import { SalesforceException } from './salesforce.exception.js';

/**
 * A write was refused before anything was sent: an unknown or read-only property, a missing id, a value of
 * the wrong type.
 *
 * @publicApi
 */
export class InvalidWriteException extends SalesforceException {
  override readonly code: string = 'SF_INVALID_WRITE';
}
