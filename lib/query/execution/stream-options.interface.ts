import type { QueryOptions } from '../../connection/resource-request.interface.js';

/**
 * How far a stream has come.
 *
 * @publicApi
 */
export interface StreamProgress {
  /** Records consumed so far. */
  readonly read: number;
  /**
   * Records there are to be consumed, as the org counted them. It grows where a query is too long for the platform and its parts
   * are read one after the other.
   */
  readonly total: number;
}

/**
 * How the records of a query are read one after the other.
 *
 * @publicApi
 */
export interface StreamOptions extends QueryOptions {
  /** Called before the first record, and whenever a page of them has been consumed. What it throws ends the stream. */
  readonly onProgress?: (progress: StreamProgress) => void;
}
