import { SalesforceException } from './salesforce.exception.js';

/**
 * The session is no longer valid and could not be renewed, or was refused again after it was.
 *
 * @publicApi
 */
export class SessionExpiredException extends SalesforceException {
  override readonly code: string = 'SF_SESSION_EXPIRED';
}
