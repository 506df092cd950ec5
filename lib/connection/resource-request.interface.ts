import type { HttpMethod } from '../transport/transport.interface.js';

/**
 * One call of a REST resource.
 *
 * @publicApi
 */
export interface ResourceRequest {
  /**
   * `sobjects/Account` stands below `/services/data/vXX.X/`; a path that starts with a slash, such as
   * `/services/apexrest/orders`, is taken as it is. Pieces that are values belong through {@link encodePathSegment}.
   */
  readonly path: string;
  /** @default 'GET' */
  readonly method?: HttpMethod;
  /** Query parameters, not yet encoded; undefined ones are left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Sent as JSON unless it is text, bytes or a stream, which go out as they are. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Milliseconds until the answer begins. @default the connection's `timeouts.response` */
  readonly timeout?: number;
}

/**
 * How a SOQL text is run.
 *
 * @publicApi
 */
export interface QueryOptions {
  /** Finds deleted and archived records too. @default false */
  readonly allRows?: boolean;
  /** Records a page, 200 to 2,000; Salesforce may send fewer. @default Salesforce's own, 2,000 */
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
}

/**
 * What the latest answer said of the API requests of the org in the last 24 hours.
 *
 * @publicApi
 */
export interface ApiUsage {
  readonly used: number;
  readonly limit: number;
}
