import { SalesforceException } from './salesforce.exception.js';

/**
 * Salesforce refused the values of a record: correct the input named by `fields`.
 *
 * @publicApi
 */
export class RecordValidationException extends SalesforceException {
  override readonly code: string = 'SF_VALIDATION';
}
