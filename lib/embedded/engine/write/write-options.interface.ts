/** What a client says of a write beside the record. */
export interface WriteOptions {
  /** Saves records although duplicate rules warn of them. @default false */
  readonly allowDuplicates?: boolean;
}
