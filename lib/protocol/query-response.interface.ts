/** A record as it travels: `attributes` and the API names of its fields. */
export interface WireRecord {
  readonly attributes: { readonly type: string; readonly url?: string };
  readonly [field: string]: unknown;
}

/** One page of a query's result; `nextRecordsUrl` is there exactly while `done` is false. */
export interface QueryResponse<T = WireRecord> {
  readonly totalSize: number;
  readonly done: boolean;
  readonly records: readonly T[];
  readonly nextRecordsUrl?: string;
}
