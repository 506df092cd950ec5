import { RecordValidationException } from './record-validation.exception.js';

/**
 * A value does not fit its field: too long, out of range, malformed, or no value of a restricted picklist.
 *
 * @publicApi
 */
export class InvalidValueException extends RecordValidationException {
  override readonly code: string = 'SF_INVALID_VALUE';
}
