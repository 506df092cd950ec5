import { retry } from '../common/retry.js';
import { isLostAnswer } from '../exceptions/lost-answer.js';
import { BulkJob } from './bulk-job.js';
import type { BulkJobInfo } from './bulk-job-info.interface.js';
import type { BulkConnection, BulkOptions } from './bulk-options.interface.js';
import { openResult, type ResultFile } from './result-rows.js';

/** What a job is to do with the rows it is given. */
export interface BulkIngestRequest {
  readonly operation: 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete';
  readonly object: string;
  /** What the rows of an upsert are told apart by. */
  readonly externalIdFieldName?: string;
}

/** A row that was written. */
export interface IngestedRow {
  readonly id: string;
  /** False where the record was there already. */
  readonly created: boolean;
  /** As it was sent. */
  readonly row: readonly string[];
}

/** A row that was refused. */
export interface RefusedRow {
  /** Of the record, where the row said it; otherwise empty. */
  readonly id: string;
  /** Such as `REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --`. */
  readonly error: string;
  readonly row: readonly string[];
}

/** Columns that results have before those that were sent: an id, and what was made of the row. */
const OWN_COLUMNS = 2;

/** An ingest job of the Bulk API 2.0: made, given its rows in one piece, waited for, asked what came of each row. */
export class BulkIngestJob extends BulkJob {
  private constructor(connection: BulkConnection, id: string, options: BulkOptions) {
    super(connection, 'ingest', id, options);
  }

  static async create(
    connection: BulkConnection,
    request: BulkIngestRequest,
    options: BulkOptions = {},
  ): Promise<BulkIngestJob> {
    const { id } = await connection.resource<BulkJobInfo>({
      method: 'POST',
      path: 'jobs/ingest',
      body: { ...request, contentType: 'CSV', lineEnding: 'LF' },
      signal: options.signal,
    });
    return new BulkIngestJob(connection, id, options);
  }

  /** A job that was made before. */
  static of(connection: BulkConnection, id: string, options: BulkOptions = {}): BulkIngestJob {
    return new BulkIngestJob(connection, id, options);
  }

  /**
   * Gives the job its rows. A job that cannot be given them is discarded.
   *
   * @param csv a header and rows, no more than 100 MB of them: see `uploadParts`
   */
  async upload(csv: Uint8Array): Promise<void> {
    const headers = { 'content-type': 'text/csv' };
    const { signal } = this.options;
    try {
      await this.connection.resource({
        method: 'PUT',
        path: `${this.path}/batches`,
        body: csv,
        headers,
        signal,
      });
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  /** Has the work begin. Where the answer to that is lost, the job itself says whether it has. */
  async close(): Promise<void> {
    const { signal } = this.options;
    const body = { state: 'UploadComplete' };
    try {
      await this.connection.resource({ method: 'PATCH', path: this.path, body, signal });
    } catch (error) {
      if (!isLostAnswer(error) || (await this.info()).state === 'Open') throw error;
    }
  }

  /** The rows that were written. Their order is the org's. */
  async *successful(): AsyncGenerator<IngestedRow, void, undefined> {
    for await (const row of this.#rows('successfulResults')) {
      yield { id: row[0] ?? '', created: row[1] === 'true', row: row.slice(OWN_COLUMNS) };
    }
  }

  /** The rows that were refused. */
  async *failed(): AsyncGenerator<RefusedRow, void, undefined> {
    for await (const row of this.#rows('failedResults')) {
      yield { id: row[0] ?? '', error: row[1] ?? '', row: row.slice(OWN_COLUMNS) };
    }
  }

  /** The rows that the job did not come to: those behind the point where it was aborted, or failed. */
  unprocessed(): AsyncGenerator<readonly string[], void, undefined> {
    return this.#rows('unprocessedrecords');
  }

  async *#rows(resource: string): AsyncGenerator<readonly string[], void, undefined> {
    yield* (await this.#open(resource)).rows;
  }

  #open(resource: string): Promise<ResultFile> {
    const { signal } = this.options;
    return retry(
      () => openResult(this.connection, `${this.path}/${resource}`, {}, signal),
      isLostAnswer,
      this.retries,
      signal,
    );
  }
}
