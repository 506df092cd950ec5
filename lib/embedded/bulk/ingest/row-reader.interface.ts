import type { OrgError } from '../../org-error.js';

/** One row of a batch as the record store takes it. */
export interface IngestRow {
  /** Of the record, where the row names it. */
  readonly id: string;
  /** The fields, without the id. */
  readonly values: Record<string, unknown>;
}

/** Reads the rows of a batch, from the beginning or from where another reader stopped. */
export interface RowReader {
  /** Where the next row begins in the batch's content. */
  readonly position: number;
  /** @throws BatchError when the content cannot be read any further */
  next(): IngestRow | undefined;
  /** The refusal of a row whose values do not fit, in the words of its format. */
  refusal(row: IngestRow, error: OrgError): OrgError;
}
