import { SalesforceException } from './salesforce.exception.js';

/**
 * The connected user may not do this: grant the object, field or record access it needs.
 *
 * @publicApi
 */
export class PermissionDeniedException extends SalesforceException {
  override readonly code: string = 'SF_PERMISSION_DENIED';
}
