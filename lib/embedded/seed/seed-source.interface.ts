/** Data of a seed, from code or from one file. */
export interface SeedSource {
  /** Absent for data given in code. */
  readonly file?: string;
  readonly data: unknown;
  /** The object of those records that do not name theirs. */
  readonly sobject?: string;
  /** Whether the records are rows of a table, which messages call by their number. */
  readonly rows?: boolean;
}
