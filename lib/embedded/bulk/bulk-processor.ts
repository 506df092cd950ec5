import { randomInt } from 'node:crypto';
import type { BulkBatch, BulkJob, JobState } from './bulk-job.interface.js';
import type { BulkJobStorage } from './bulk-job.storage.js';
import { BatchError } from './batch-error.js';
import type { BatchRun } from './batch-run.interface.js';

interface CurrentRun {
  readonly job: BulkJob;
  readonly batch: BulkBatch;
  readonly run: BatchRun;
}

export interface BulkProcessorOptions {
  readonly jobs: BulkJobStorage;
  /** Begins the work on a batch, or goes on with it. @throws BatchError when it cannot be done at all */
  readonly begin: (job: BulkJob, batch: BulkBatch) => BatchRun;
  /** Told about failures of the org itself. */
  readonly onFailure: (error: unknown, errorId: string) => void;
  /** Waits for `runAll` to be called. */
  readonly held: boolean;
}

/**
 * Works on the batches that wait, one after the other and the oldest first. Between two pieces the event loop has its
 * turn, so that the org answers while jobs run; what jobs do, and in which order, does not depend on it.
 */
export class BulkProcessor {
  readonly #options: BulkProcessorOptions;
  readonly #jobs: BulkJobStorage;
  #current: CurrentRun | undefined;
  #scheduled: NodeJS.Immediate | undefined;

  constructor(options: BulkProcessorOptions) {
    this.#options = options;
    this.#jobs = options.jobs;
  }

  /** Sees to it that waiting batches are worked on, after what is going on now. */
  wake(): void {
    if (this.#options.held || this.#scheduled) return;
    this.#scheduled = setImmediate(() => {
      this.#scheduled = undefined;
      if (this.#safeStep()) this.wake();
    });
  }

  /** Works on everything that waits, at once. */
  runAll(): void {
    while (this.#step());
  }

  /** Gives up the work on a job: its rows that are done stay. */
  drop(jobId: string): void {
    if (this.#current?.job.id === jobId) this.#current = undefined;
  }

  /** What was begun goes on when the database is opened again. */
  close(): void {
    clearImmediate(this.#scheduled);
    this.#current = undefined;
  }

  /** Nobody is there to catch what even failing a job cannot do, such as writing to a database that is full. */
  #safeStep(): boolean {
    try {
      return this.#step();
    } catch (error) {
      this.#current = undefined;
      this.#report(error);
      return false;
    }
  }

  /** @returns whether there may be more to do */
  #step(): boolean {
    const current = (this.#current ??= this.#next());
    if (!current) return false;
    this.#attempt(current, () => {
      if (!current.run.step()) this.#finish(current);
    });
    return true;
  }

  #next(): CurrentRun | undefined {
    for (let batch = this.#jobs.nextBatch(); batch; batch = this.#jobs.nextBatch()) {
      const job = this.#jobs.find(batch.jobId)!;
      const begun = { job, batch };
      this.#jobs.setBatchState(batch.id, 'InProgress');
      this.#move(job, 'InProgress');
      const run = this.#attempt(begun, () => this.#options.begin(job, batch));
      if (run) return { ...begun, run };
    }
    return undefined;
  }

  #attempt<T>(current: Omit<CurrentRun, 'run'>, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#fail(current, error instanceof BatchError ? error.message : this.#internalError(error));
      return undefined;
    }
  }

  #finish({ job, batch }: CurrentRun): void {
    this.#current = undefined;
    this.#jobs.setBatchState(batch.id, 'Completed');
    this.#move(job, 'JobComplete');
  }

  #fail({ job, batch }: Omit<CurrentRun, 'run'>, message: string): void {
    this.#current = undefined;
    this.#jobs.setBatchState(batch.id, 'Failed', message);
    this.#move(job, 'Failed', message);
  }

  /** The state of a Bulk API 2.0 job is that of its one batch; a Classic job is open or closed as its client says. */
  #move(job: BulkJob, state: JobState, message?: string): void {
    if (job.type !== 'Classic') this.#jobs.setState(job.id, state, message);
  }

  #internalError(error: unknown): string {
    const errorId = this.#report(error);
    return `InternalServerError : An unexpected error occurred. Please include this ErrorId if you contact support: ${errorId}`;
  }

  /** @returns what the failure is found by */
  #report(error: unknown): string {
    const errorId = `${randomInt(1e8, 2 ** 31)}-${randomInt(1e4, 1e6)}`;
    this.#options.onFailure(error, errorId);
    return errorId;
  }
}
