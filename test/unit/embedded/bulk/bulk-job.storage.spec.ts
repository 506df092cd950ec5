import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { JobDefinition } from '../../../../lib/embedded/bulk/bulk-job.interface.js';
import { BulkJobStorage } from '../../../../lib/embedded/bulk/bulk-job.storage.js';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';

const DEFINITION: JobDefinition = {
  type: 'V2Ingest',
  operation: 'insert',
  object: 'Contact',
  concurrencyMode: 'Parallel',
  contentType: 'CSV',
  columnDelimiter: 'COMMA',
  apiVersion: '60.0',
};

describe('BulkJobStorage', () => {
  let database: NodeSqliteDatabase;
  let jobs: BulkJobStorage;
  let now: Date;

  beforeEach(() => {
    database = new NodeSqliteDatabase();
    now = new Date('2026-03-01T10:00:00.000Z');
    jobs = new BulkJobStorage({ database, now: () => now });
  });
  afterEach(() => database.close());

  it('keeps jobs, whoever asks', () => {
    const job = jobs.create(DEFINITION, '005', 'Open');
    expect(job).toEqual({
      ...DEFINITION,
      id: '750Em0000000001IAA',
      createdById: '005',
      createdDate: now,
      systemModstamp: now,
      state: 'Open',
    });
    expect(new BulkJobStorage({ database, now: () => now }).find(job.id)).toEqual(job);
    expect(jobs.find('750Em0000000002IAA')).toBeUndefined();
  });

  it('notes when a state changes, and why', () => {
    const { id, createdDate } = jobs.create(DEFINITION, '005', 'Open');
    now = new Date('2026-03-01T11:00:00.000Z');
    expect(jobs.setState(id, 'Failed', 'InvalidBatch : x')).toMatchObject({
      createdDate,
      systemModstamp: now,
      state: 'Failed',
      errorMessage: 'InvalidBatch : x',
    });
  });

  it('lists jobs of some types behind a job', () => {
    const first = jobs.create(DEFINITION, '005', 'Open');
    const query = jobs.create({ ...DEFINITION, type: 'V2Query' }, '005', 'Open');
    const last = jobs.create(DEFINITION, '005', 'Open');
    expect(jobs.list(['V2Ingest', 'V2Query'], '', 2).map(({ id }) => id)).toEqual([first.id, query.id]);
    expect(jobs.list(['V2Ingest', 'V2Query'], query.id, 2).map(({ id }) => id)).toEqual([last.id]);
    expect(jobs.list(['V2Ingest'], '', 9).map(({ id }) => id)).toEqual([first.id, last.id]);
  });

  it('adds up the batches of a job', () => {
    const { id } = jobs.create(DEFINITION, '005', 'Open');
    const batches = [jobs.addBatch(id, 'a', 'Queued'), jobs.addBatch(id, 'b', 'Queued')];
    for (const batch of batches) {
      jobs.addChunk(
        batch.id,
        { start: 0, end: 10, rows: 2, content: '[]' },
        { processed: 2, failed: 1, time: 5 },
      );
    }
    expect(jobs.progress(id)).toEqual({ processed: 4, failed: 2, time: 10 });
    expect(jobs.batches(id)).toMatchObject([{ processed: 2 }, { processed: 2 }]);
    expect(batches.map((batch) => jobs.content(batch.id))).toEqual(['a', 'b']);
  });

  it('gives the chunks of a batch from wherever it is asked', () => {
    const { id } = jobs.addBatch(jobs.create(DEFINITION, '005', 'Open').id, '', 'Queued');
    const progress = { processed: 0, failed: 0, time: 0 };
    for (const start of [5, 10, 20]) {
      jobs.addChunk(
        id,
        { start, end: start === 5 ? 10 : start + 10, rows: 1, content: `from ${start}` },
        progress,
      );
    }
    const from = (position: number) => [...jobs.chunks(id, position)].map(({ content }) => content);
    expect(from(0)).toEqual(['from 5', 'from 10', 'from 20']);
    expect(from(15)).toEqual(['from 10', 'from 20']);
    expect(from(20)).toEqual(['from 20']);
    expect(from(30)).toEqual([]);
    expect(jobs.endOfChunks(id)).toBe(30);
  });

  it('begins a result anew', () => {
    const job = jobs.create(DEFINITION, '005', 'Open');
    const { id } = jobs.addBatch(job.id, '', 'Queued');
    jobs.addChunk(id, { start: 0, end: 1, rows: 1, content: 'x' }, { processed: 1, failed: 0, time: 1 });
    jobs.beginResult(id, '"Id"\n');
    expect(jobs.header(id)).toBe('"Id"\n');
    expect([...jobs.chunks(id)]).toEqual([]);
    expect(jobs.progress(job.id)).toEqual({ processed: 0, failed: 0, time: 0 });
  });

  it('deletes everything of a job, and nothing of another', () => {
    const [job, other] = [jobs.create(DEFINITION, '005', 'Open'), jobs.create(DEFINITION, '005', 'Open')];
    for (const { id } of [job, other]) {
      const batch = jobs.addBatch(id, '', 'Queued');
      jobs.addChunk(
        batch.id,
        { start: 0, end: 1, rows: 1, content: 'x' },
        { processed: 1, failed: 0, time: 0 },
      );
    }
    jobs.delete(job.id);
    expect(jobs.find(job.id)).toBeUndefined();
    expect(database.prepare('SELECT COUNT(*) FROM "_bulk_batch"').rows()).toEqual([[1]]);
    expect(database.prepare('SELECT COUNT(*) FROM "_bulk_chunk"').rows()).toEqual([[1]]);
  });

  it('forgets jobs a week after they are through', () => {
    const finished = jobs.create(DEFINITION, '005', 'JobComplete');
    const open = jobs.create(DEFINITION, '005', 'Open');
    now = new Date('2026-03-08T10:00:00.000Z');
    jobs.create(DEFINITION, '005', 'Open');
    expect(jobs.find(finished.id)).toBeDefined();
    now = new Date('2026-03-08T10:00:00.001Z');
    jobs.create(DEFINITION, '005', 'Open');
    expect(jobs.find(finished.id)).toBeUndefined();
    expect(jobs.find(open.id)).toBeDefined();
  });

  it('finds the work that waits by an index', () => {
    const plan = database
      .prepare(
        `EXPLAIN QUERY PLAN SELECT id FROM "_bulk_batch" WHERE state IN ('Queued', 'InProgress') ORDER BY state = 'Queued', id LIMIT 1`,
      )
      .all();
    expect(JSON.stringify(plan)).toContain('_bulk_batch.waiting');
  });
});
