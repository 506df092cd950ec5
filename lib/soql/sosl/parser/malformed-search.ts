import { MalformedQueryException } from '../../../exceptions/malformed-query.exception.js';
import { queryErrorMessage } from '../../query-error-message.js';

/** The exception for something that cannot stand at `offset`; the server points at the character before it. */
export function malformedSearch(text: string, offset: number, detail: string): MalformedQueryException {
  return new MalformedQueryException(queryErrorMessage(text, Math.max(0, offset - 1), detail), {
    errorCode: 'MALFORMED_SEARCH',
  });
}
