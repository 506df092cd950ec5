import type { Observable } from 'rxjs';
import type { QueryPlan } from '../protocol/query-plan.interface.js';
import type { QueryOptions } from '../connection/resource-request.interface.js';
import type { StreamOptions } from './execution/stream-options.interface.js';

/**
 * What can be done with a query.
 *
 * @publicApi
 */
export interface QueryVerbs<Row> {
  /**
   * The text that is sent, for logs and for wondering.
   *
   * @throws InvalidQueryException for what makes no query.
   */
  toSoql(): string;

  /**
   * All rows.
   *
   * @throws InvalidQueryException for what makes no query; nothing was sent.
   */
  all(options?: QueryOptions): Promise<Row[]>;

  /**
   * The first row, or `null`.
   *
   * @throws InvalidQueryException for what makes no query; nothing was sent.
   */
  first(options?: QueryOptions): Promise<Row | null>;

  /**
   * The rows one after the other, in constant memory: the next page is under way while one is consumed.
   *
   * @throws InvalidQueryException for what makes no query; nothing was sent.
   */
  stream(options?: StreamOptions): AsyncGenerator<Row, void, undefined>;

  /** The rows as an Observable; each subscription reads anew, and unsubscribing ends what is under way. */
  observe(options?: StreamOptions): Observable<Row>;

  /**
   * How many rows there are. Records are counted by the org; groups are read to be counted.
   *
   * @throws InvalidQueryException for what makes no query; nothing was sent.
   */
  count(options?: QueryOptions): Promise<number>;

  /** How the org would run the query, without running it; the cheapest plan comes first. */
  explain(options?: Pick<QueryOptions, 'signal'>): Promise<readonly QueryPlan[]>;
}
