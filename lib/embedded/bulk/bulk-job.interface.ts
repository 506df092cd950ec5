import type { ColumnDelimiter, LineEnding } from '../../csv/csv-dialect.js';

/** Which API a job belongs to, in the platform's own names: `Classic` is Bulk API 1.0. */
export type JobType = 'V2Ingest' | 'V2Query' | 'Classic';

export const INGEST_OPERATIONS = ['insert', 'update', 'upsert', 'delete', 'hardDelete'] as const;
export const QUERY_OPERATIONS = ['query', 'queryAll'] as const;

export type IngestOperation = (typeof INGEST_OPERATIONS)[number];
export type QueryOperation = (typeof QUERY_OPERATIONS)[number];

export type JobState =
  | 'Open'
  | 'UploadComplete'
  | 'InProgress'
  | 'JobComplete'
  | 'Failed'
  | 'Aborted'
  /** Of a Classic job that takes no more batches. */
  | 'Closed';

/** `Uploaded` is the data of a job that waits for the client to say that it is complete. */
export type BatchState = 'Uploaded' | 'Queued' | 'InProgress' | 'Completed' | 'Failed' | 'NotProcessed';

export type ContentType = 'CSV' | 'JSON' | 'XML';

/** What a job was created with, which never changes. */
export interface JobDefinition {
  readonly type: JobType;
  readonly operation: IngestOperation | QueryOperation;
  /** API name as the catalog spells it. */
  readonly object: string;
  readonly externalIdFieldName?: string;
  readonly assignmentRuleId?: string;
  readonly concurrencyMode: 'Parallel' | 'Serial';
  readonly contentType: ContentType;
  readonly columnDelimiter: ColumnDelimiter;
  /** Absent where the API does not ask for it: any will do then. */
  readonly lineEnding?: LineEnding;
  /** Such as `67.0`. */
  readonly apiVersion: string;
  /** Of a query job of Bulk API 2.0. */
  readonly query?: string;
  /** Rows of a batch that a query is split into, where the client asked for that. */
  readonly chunkSize?: number;
}

export interface BulkJob extends JobDefinition {
  readonly id: string;
  readonly createdById: string;
  readonly createdDate: Date;
  readonly systemModstamp: Date;
  readonly state: JobState;
  readonly errorMessage?: string;
}

/** A job that writes rows. */
export interface IngestJob extends BulkJob {
  readonly operation: IngestOperation;
}

export function isIngestJob(job: BulkJob): job is IngestJob {
  return job.operation !== 'query' && job.operation !== 'queryAll';
}

/** Rows that are done, and the milliseconds they took. */
export interface BatchProgress {
  readonly processed: number;
  readonly failed: number;
  readonly time: number;
}

/** One upload of a job, or one query of it. Its content stays in the database until it is worked on. */
export interface BulkBatch extends BatchProgress {
  readonly id: string;
  readonly jobId: string;
  readonly state: BatchState;
  readonly stateMessage?: string;
  readonly createdDate: Date;
  readonly systemModstamp: Date;
}

/** What came of some rows of a batch that were done in one transaction. */
export interface BatchChunk {
  /** Where the rows begin in the batch's content, and where those of the next chunk do. */
  readonly start: number;
  readonly end: number;
  readonly rows: number;
  /** The outcomes of the rows of an ingest, the rows themselves of a query's result. */
  readonly content: string;
}
