import { SalesforceException } from './salesforce.exception.js';

/**
 * Salesforce refused the login: check credentials, the app's policies and the login URL.
 *
 * @publicApi
 */
export class AuthenticationException extends SalesforceException {
  override readonly code: string = 'SF_AUTHENTICATION';
}
