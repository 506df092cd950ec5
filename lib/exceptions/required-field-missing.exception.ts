import { RecordValidationException } from './record-validation.exception.js';

/**
 * A required field has no value.
 *
 * @publicApi
 */
export class RequiredFieldMissingException extends RecordValidationException {
  override readonly code: string = 'SF_REQUIRED_FIELD_MISSING';
}
