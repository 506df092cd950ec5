import { isLostAnswer } from '../exceptions/lost-answer.js';
import { BulkJob } from './bulk-job.js';
import type { BulkJobInfo } from './bulk-job-info.interface.js';
import type { BulkConnection, BulkOptions } from './bulk-options.interface.js';
import { openResult, type ResultFile } from './result-rows.js';

export interface BulkQueryOptions extends BulkOptions {
  /** Finds deleted and archived records too. @default false */
  readonly allRows?: boolean;
  /** Rows a page of the result at most. @default as many as the org sees fit */
  readonly maxRecords?: number;
}

/** What the pages of a result are named by; the last one of a result says so by a text. */
const NO_LOCATOR = 'null';

/** A query job of the Bulk API 2.0. */
export class BulkQueryJob extends BulkJob {
  readonly #maxRecords: number | undefined;

  private constructor(connection: BulkConnection, id: string, options: BulkQueryOptions) {
    super(connection, 'query', id, options);
    this.#maxRecords = options.maxRecords;
  }

  /** @throws SalesforceException for a query that the Bulk API does not take */
  static async create(
    connection: BulkConnection,
    soql: string,
    options: BulkQueryOptions = {},
  ): Promise<BulkQueryJob> {
    const { id } = await connection.resource<BulkJobInfo>({
      method: 'POST',
      path: 'jobs/query',
      body: { operation: options.allRows ? 'queryAll' : 'query', query: soql, contentType: 'CSV' },
      signal: options.signal,
    });
    return new BulkQueryJob(connection, id, options);
  }

  /**
   * The rows of the result, whose first one names the columns. No more than a piece of it is held; a page that breaks off is
   * asked for again, and goes on where it broke off.
   */
  async *results(): AsyncGenerator<readonly string[], void, undefined> {
    let locator: string | undefined;
    do locator = yield* this.#page(locator);
    while (locator !== undefined);
  }

  /** @returns the locator of the page after it */
  async *#page(
    locator: string | undefined,
  ): AsyncGenerator<readonly string[], string | undefined, undefined> {
    const { delays, pause } = this.retries;
    let given = 0;
    for (let attempt = 0; ; attempt++) {
      try {
        const file = await this.#open(locator);
        let read = 0;
        for await (const row of rowsOf(file, locator === undefined)) {
          if (read++ < given) continue;
          given++;
          yield row;
        }
        const next = file.headers['sforce-locator'];
        return next === NO_LOCATOR ? undefined : next;
      } catch (error) {
        const delay = delays[attempt];
        if (delay === undefined || !isLostAnswer(error)) throw error;
        await pause(delay, this.options.signal);
      }
    }
  }

  #open(locator: string | undefined): Promise<ResultFile> {
    const query = { locator, maxRecords: this.#maxRecords?.toString() };
    return openResult(this.connection, `${this.path}/results`, query, this.options.signal);
  }
}

async function* rowsOf(
  { header, rows }: ResultFile,
  isFirst: boolean,
): AsyncGenerator<readonly string[], void, undefined> {
  if (isFirst && header.length > 0) yield header;
  yield* rows;
}

/**
 * The rows of a query, run as a job that is removed when the last row is read, the loop is left, or something fails.
 *
 * @throws BulkJobException, and what `resource` throws
 */
export async function* bulkQuery(
  connection: BulkConnection,
  soql: string,
  options: BulkQueryOptions = {},
): AsyncGenerator<readonly string[], void, undefined> {
  const job = await BulkQueryJob.create(connection, soql, options);
  let ended = false;
  try {
    await job.finished();
    ended = true;
    yield* job.results();
  } finally {
    await (ended ? job.delete().catch(() => undefined) : job.discard());
  }
}
