import { RecordValidationException } from './record-validation.exception.js';

/**
 * A reference points nowhere, or to a record of a type it cannot point to.
 *
 * @publicApi
 */
export class InvalidReferenceException extends RecordValidationException {
  override readonly code: string = 'SF_INVALID_REFERENCE';
}
