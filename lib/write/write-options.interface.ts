/**
 * How a write is carried out.
 *
 * @publicApi
 */
export interface WriteOptions {
  /** Ends the call, and a write of many between two of its calls; what was written then stays written. */
  readonly signal?: AbortSignal;
}

/**
 * How a write of many records is carried out.
 *
 * @publicApi
 */
export interface WriteManyOptions extends WriteOptions {
  /**
   * Whether one refused record makes Salesforce roll back the others of its call. A call takes 200 records: what earlier
   * calls of the same write have written stays written.
   *
   * @default false
   */
  readonly allOrNone?: boolean;
}
