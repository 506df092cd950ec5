import { RecordValidationException } from './record-validation.exception.js';

/**
 * A validation rule, trigger or flow of the org refused the record; the message is its author's.
 *
 * @publicApi
 */
export class ValidationRuleException extends RecordValidationException {
  override readonly code: string = 'SF_VALIDATION_RULE';
}
