import type { WireRecord } from './query-response.interface.js';

/** The result of a search: records of all its objects, most relevant first within each. */
export interface SearchResponse<T = WireRecord> {
  readonly searchRecords: readonly T[];
  /** What `WITH METADATA` asked for. */
  readonly metadata?: unknown;
}
