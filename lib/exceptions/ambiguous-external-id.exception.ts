import { DuplicateRecordException } from './duplicate-record.exception.js';

/**
 * More than one record has the external id of an upsert; nothing was written.
 *
 * @publicApi
 */
export class AmbiguousExternalIdException extends DuplicateRecordException {
  override readonly code: string = 'SF_AMBIGUOUS_EXTERNAL_ID';
}
