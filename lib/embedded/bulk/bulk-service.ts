import type { Catalog } from '../catalog/catalog.js';
import type { OrgPermissions } from '../engine/permissions/org-permissions.js';
import type { QueryEngine } from '../engine/query/query-engine.js';
import type { RecordStore } from '../engine/record-store.js';
import type { SqliteDatabase } from '../engine/sqlite-database.interface.js';
import { OrgError } from '../org-error.js';
import { BatchError, invalidBatch } from './batch-error.js';
import type { BatchRun } from './batch-run.interface.js';
import { type BulkBatch, type BulkJob, type IngestJob, isIngestJob } from './bulk-job.interface.js';
import { requireBatchSize } from './classic/batch-size.js';
import { dialectOf } from './csv-dialect-of.js';
import { BulkJobStorage } from './bulk-job.storage.js';
import { BulkProcessor } from './bulk-processor.js';
import { IngestRun } from './ingest/ingest-run.js';
import { openRows } from './ingest/open-rows.js';
import { rowKey } from './ingest/row-key.js';
import { rowWriter } from './ingest/row-writer.js';
import { openResult } from './query/open-result.js';
import { QueryBatchRun } from './query/query-batch-run.js';

interface BulkDependencies {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly records: RecordStore;
  readonly permissions: OrgPermissions;
  readonly queries: QueryEngine;
  now(): Date;
}

export interface BulkOptions {
  /** Jobs wait for `runAll`. */
  readonly held: boolean;
  readonly onFailure?: (error: unknown, errorId: string) => void;
}

/** The jobs of the Bulk APIs and the work on them. */
export class BulkService {
  readonly jobs: BulkJobStorage;
  readonly #deps: BulkDependencies;
  readonly #processor: BulkProcessor;

  constructor(deps: BulkDependencies, options: BulkOptions) {
    this.jobs = new BulkJobStorage(deps);
    this.#deps = deps;
    this.#processor = new BulkProcessor({
      held: options.held,
      onFailure: options.onFailure ?? (() => {}),
      jobs: this.jobs,
      begin: (job, batch) => this.#begin(job, batch),
    });
  }

  /** Sees to it that what waits is done, once the call that asks for it is answered. */
  wake(): void {
    this.#processor.wake();
  }

  /** Gives up the work on a job. */
  drop(jobId: string): void {
    this.#processor.drop(jobId);
  }

  /** Does all that waits, at once. */
  runAll(): void {
    this.#processor.runAll();
  }

  /** Takes up the work from what the database says: to be called when it was put back to an earlier state. */
  reload(): void {
    this.#processor.close();
    this.#processor.wake();
  }

  close(): void {
    this.#processor.close();
  }

  #begin(job: BulkJob, batch: BulkBatch): BatchRun {
    return isIngestJob(job) ? this.#ingest(job, batch) : this.#query(job, batch);
  }

  #ingest(job: IngestJob, batch: BulkBatch): BatchRun {
    const { database, records, permissions } = this.#deps;
    const user = { id: job.createdById };
    const catalog = permissions.catalogFor(user);
    const object = this.#deps.catalog.get(job.object);
    const seen = catalog.get(job.object);
    if (!object || !seen) throw invalidBatch(`Unable to find object: ${job.object}`);
    const rows = { content: this.jobs.content(batch.id), object: seen, catalog };
    const from = this.jobs.endOfChunks(batch.id);
    if (job.type === 'Classic' && from === 0) requireBatchSize(openRows(job, { ...rows, from }));
    return new IngestRun(batch, {
      database,
      jobs: this.jobs,
      reader: openRows(job, { ...rows, from }),
      write: rowWriter(job, { records, object, user }),
      keyOf: rowKey(job, object),
      now: () => this.#deps.now(),
    });
  }

  #query(job: BulkJob, batch: BulkBatch): BatchRun {
    const { database } = this.#deps;
    const soql = job.query ?? this.jobs.content(batch.id);
    const pages = refusalsAsBatchErrors(() => openResult(this.#deps, soql, job, dialectOf(job)));
    return new QueryBatchRun(batch, { database, jobs: this.jobs, pages, now: () => this.#deps.now() });
  }
}

/** A query that is refused fails its batch, and says so in one line. */
function refusalsAsBatchErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    const { errorCode, message } = error;
    if (errorCode === 'FEATURENOTENABLED') throw new BatchError('FeatureNotEnabled', message);
    throw invalidBatch(`Failed to process query: ${errorCode}: ${message.trim().replaceAll('\n', ' ')}`);
  }
}
