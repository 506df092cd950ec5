import { SalesforceException } from './salesforce.exception.js';

/**
 * The rest of a query's result is no longer there: its cursor has expired.
 *
 * @publicApi
 */
export class QueryCursorExpiredException extends SalesforceException {
  override readonly code: string = 'SF_QUERY_CURSOR_EXPIRED';
}
