import type { SqliteDatabase } from '../../engine/sqlite-database.interface.js';
import type { BatchRun } from '../batch-run.interface.js';
import type { BulkBatch } from '../bulk-job.interface.js';
import type { BulkJobStorage } from '../bulk-job.storage.js';
import type { ResultPages } from './result-pages.interface.js';

const PAGE_ROWS = 2000;

interface QueryRunDependencies {
  readonly database: SqliteDatabase;
  readonly jobs: BulkJobStorage;
  readonly pages: ResultPages;
  now(): Date;
}

/** Writes down the result of a query: which rows there are is settled when it begins. */
export class QueryBatchRun implements BatchRun {
  readonly #batch: BulkBatch;
  readonly #deps: QueryRunDependencies;
  #at = 0;
  #written = 0;

  constructor(batch: BulkBatch, deps: QueryRunDependencies) {
    this.#batch = batch;
    this.#deps = deps;
    deps.jobs.beginResult(batch.id, deps.pages.header);
  }

  step(): boolean {
    const { database, jobs, pages } = this.#deps;
    const began = this.#deps.now().getTime();
    const { rows, content } = pages.page(this.#at, PAGE_ROWS);
    this.#at += PAGE_ROWS;
    if (rows > 0) {
      const chunk = { start: this.#written, end: this.#written + rows, rows, content };
      this.#written += rows;
      database.transaction(() => {
        const time = this.#deps.now().getTime() - began;
        jobs.addChunk(this.#batch.id, chunk, { processed: rows, failed: 0, time });
      });
    }
    return this.#at < pages.size;
  }
}
