import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { BatchError } from '../../../../lib/embedded/bulk/batch-error.js';
import type { BulkJob, JobDefinition } from '../../../../lib/embedded/bulk/bulk-job.interface.js';
import { BulkJobStorage } from '../../../../lib/embedded/bulk/bulk-job.storage.js';
import { BulkProcessor, type BulkProcessorOptions } from '../../../../lib/embedded/bulk/bulk-processor.js';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';

const DEFINITION: JobDefinition = {
  type: 'V2Ingest',
  operation: 'insert',
  object: 'Contact',
  concurrencyMode: 'Parallel',
  contentType: 'CSV',
  columnDelimiter: 'COMMA',
  lineEnding: 'LF',
  apiVersion: '60.0',
};

function refuse(): never {
  throw new BatchError('InvalidBatch', 'Field name not found : Nmae');
}

describe('BulkProcessor', () => {
  let database: NodeSqliteDatabase;
  let jobs: BulkJobStorage;
  /** What was done, piece by piece. */
  let done: string[];

  beforeEach(() => {
    database = new NodeSqliteDatabase();
    jobs = new BulkJobStorage({ database, now: () => new Date(0) });
    done = [];
  });
  afterEach(() => database.close());

  function waiting(definition: Partial<JobDefinition> = {}): BulkJob {
    const job = jobs.create({ ...DEFINITION, ...definition }, 'user', 'UploadComplete');
    jobs.addBatch(job.id, '', 'Queued');
    return job;
  }

  function processor(options: Partial<BulkProcessorOptions> = {}): BulkProcessor {
    return new BulkProcessor({
      jobs,
      held: false,
      onFailure: () => {},
      begin: ({ id }) => {
        let pieces = 0;
        return { step: () => done.push(`${id} ${++pieces}`) > 0 && pieces < 2 };
      },
      ...options,
    });
  }

  it('does the oldest job first, and each to its end', () => {
    const [first, second] = [waiting(), waiting()];
    processor().runAll();
    expect(done).toEqual([`${first.id} 1`, `${first.id} 2`, `${second.id} 1`, `${second.id} 2`]);
    expect(jobs.find(first.id)?.state).toBe('JobComplete');
    expect(jobs.batches(first.id)[0]?.state).toBe('Completed');
  });

  it('does one piece in each turn of the event loop', async () => {
    const job = waiting();
    const worker = processor();
    worker.wake();
    worker.wake();
    expect(done).toEqual([]);
    await setImmediate();
    expect(done).toEqual([`${job.id} 1`]);
    expect(jobs.find(job.id)?.state).toBe('InProgress');
    await setImmediate();
    expect(done).toEqual([`${job.id} 1`, `${job.id} 2`]);
    worker.close();
  });

  it('waits to be told when it is held', async () => {
    waiting();
    const worker = processor({ held: true });
    worker.wake();
    await setImmediate();
    expect(done).toEqual([]);
    worker.runAll();
    expect(done).toHaveLength(2);
  });

  it('stops when it is closed, and another one goes on', async () => {
    const job = waiting();
    const worker = processor();
    worker.wake();
    await setImmediate();
    worker.close();
    await setImmediate();
    expect(done).toEqual([`${job.id} 1`]);
    processor().runAll();
    expect(jobs.find(job.id)?.state).toBe('JobComplete');
  });

  it('begins what was begun before what waits', () => {
    const [first, second] = [waiting(), waiting()];
    jobs.setBatchState(jobs.batches(second.id)[0]!.id, 'InProgress');
    processor().runAll();
    expect(done.map((piece) => piece.split(' ')[0])).toEqual([second.id, second.id, first.id, first.id]);
  });

  it('gives up the work on a job that is dropped', () => {
    const job = waiting();
    const worker = processor({
      begin: () => ({
        step: () => {
          done.push('piece');
          worker.drop(job.id);
          jobs.moveBatches(job.id, ['InProgress'], 'NotProcessed');
          return true;
        },
      }),
    });
    worker.runAll();
    expect(done).toEqual(['piece']);
  });

  it.each([
    ['to begin with', true],
    ['later on', false],
  ])('fails a job whose batch cannot be done, %s', (_, early) => {
    const [job, next] = [waiting(), waiting()];
    processor({
      begin: ({ id }) => {
        if (id === next.id) return { step: () => false };
        return early ? refuse() : { step: refuse };
      },
    }).runAll();
    expect(jobs.find(job.id)).toMatchObject({
      state: 'Failed',
      errorMessage: 'InvalidBatch : Field name not found : Nmae',
    });
    expect(jobs.batches(job.id)).toMatchObject([
      { state: 'Failed', stateMessage: 'InvalidBatch : Field name not found : Nmae' },
    ]);
    expect(jobs.find(next.id)?.state).toBe('JobComplete');
  });

  it('tells of a failure of its own, and fails the job with the id of the error', () => {
    const job = waiting();
    const failures: unknown[] = [];
    const broken = new TypeError('broken');
    processor({
      onFailure: (error, errorId) => failures.push(error, errorId),
      begin: () => {
        throw broken;
      },
    }).runAll();
    expect(failures).toEqual([broken, expect.any(String)]);
    expect(jobs.find(job.id)?.errorMessage).toBe(
      `InternalServerError : An unexpected error occurred. Please include this ErrorId if you contact support: ${String(failures[1])}`,
    );
  });

  it('does not fall with a database that takes nothing any more', async () => {
    waiting();
    const failures: unknown[] = [];
    const worker = processor({
      onFailure: (error) => failures.push(error),
      begin: () => {
        database.exec('PRAGMA query_only = ON');
        return { step: () => false };
      },
    });
    worker.wake();
    await setImmediate();
    await setImmediate();
    // That it cannot be finished, and that it cannot be failed either.
    const refused = expect.objectContaining({ message: 'attempt to write a readonly database' });
    expect(failures).toEqual([refused, refused]);
  });

  it('leaves the state of Classic jobs to their clients', () => {
    const job = jobs.create({ ...DEFINITION, type: 'Classic' }, 'user', 'Open');
    const batch = jobs.addBatch(job.id, '', 'Queued');
    processor().runAll();
    expect(jobs.find(job.id)?.state).toBe('Open');
    expect(jobs.findBatch(job.id, batch.id)?.state).toBe('Completed');
  });
});
