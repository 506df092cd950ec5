import type { WrittenColumn } from './import-column.js';
import type { RowValues } from './row-builder.js';
import type { SourceRow } from './record-source.js';

/** What is done with the rows of an object. */
export interface WriteRequest {
  readonly object: string;
  readonly operation: 'insert' | 'update' | 'upsert';
  readonly externalIdField?: string;
  readonly columns: readonly WrittenColumn[];
}

/** A row that is ready to be sent. */
export interface PreparedRow {
  readonly key: string;
  /** Of the record, for an update. */
  readonly id?: string;
  readonly values: RowValues;
  readonly source: SourceRow;
}

/** What came of a row. */
export type WriteResult =
  | { readonly row: PreparedRow; readonly id: string; readonly created: boolean; readonly error?: undefined }
  | {
      readonly row: PreparedRow;
      readonly error: string;
      /** It may have been written all the same. */
      readonly doubtful?: boolean;
    };

/** What a writer notes of its calls, so that nothing is written twice. */
export interface WriteJournal {
  sent(rows: readonly PreparedRow[]): Promise<void>;
  /** It is certain that nothing of the call was written. */
  refused(rows: readonly PreparedRow[]): Promise<void>;
  started(job: string, rows: Readonly<Record<string, readonly string[]>>): Promise<void>;
  settled(job: string): Promise<void>;
}

/** Writes the rows of one object, so many at a time. */
export interface RowWriter {
  /**
   * The results, batch by batch, in any order. It ends by what a call as a whole was refused with; the rows of earlier calls
   * are accounted for by then.
   */
  write(
    request: WriteRequest,
    rows: AsyncIterable<PreparedRow>,
    journal: WriteJournal,
  ): AsyncGenerator<readonly WriteResult[], void, undefined>;
}
