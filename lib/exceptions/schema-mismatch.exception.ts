import { SalesforceException } from './salesforce.exception.js';

/**
 * An object or field does not exist in the org, or the connected user cannot see it: entity and org differ.
 *
 * @publicApi
 */
export class SchemaMismatchException extends SalesforceException {
  override readonly code: string = 'SF_SCHEMA_MISMATCH';
}
