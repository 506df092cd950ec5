import { BatchError, invalidBatch } from '../batch-error.js';
import type { RowReader } from '../ingest/row-reader.interface.js';

/** The platform counts the header with them. */
const MAX_ROWS = 10_000;

/** @throws BatchError for more rows than a batch of Bulk API 1.0 takes: none of them is written */
export function requireBatchSize(reader: RowReader): void {
  for (let rows = 0; hasNext(reader); rows++) {
    if (rows < MAX_ROWS) continue;
    throw invalidBatch(
      `Exceeded number of records: ${MAX_ROWS + 2}. Number of records should be less than or equal to ${MAX_ROWS + 1}`,
    );
  }
}

/** A row that cannot be read fails the batch in its turn, after those before it. */
function hasNext(reader: RowReader): boolean {
  try {
    return reader.next() !== undefined;
  } catch (error) {
    if (error instanceof BatchError) return false;
    throw error;
  }
}
