import { IdGenerator } from '../engine/id-generator.js';
import { Sequence } from '../engine/sequence.js';
import type { SqliteDatabase, SqliteValue } from '../engine/sqlite-database.interface.js';
import type {
  BatchChunk,
  BatchProgress,
  BatchState,
  BulkBatch,
  BulkJob,
  JobDefinition,
  JobState,
  JobType,
} from './bulk-job.interface.js';

const JOB_PREFIX = '750';
const BATCH_PREFIX = '751';

const TABLES = `
CREATE TABLE IF NOT EXISTS "_bulk_job" (id TEXT PRIMARY KEY, type TEXT NOT NULL, definition TEXT NOT NULL, owner TEXT NOT NULL,
  created INTEGER NOT NULL, modified INTEGER NOT NULL, state TEXT NOT NULL, message TEXT);
CREATE TABLE IF NOT EXISTS "_bulk_batch" (id TEXT PRIMARY KEY, job TEXT NOT NULL, state TEXT NOT NULL, message TEXT,
  created INTEGER NOT NULL, modified INTEGER NOT NULL, processed INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
  time INTEGER NOT NULL DEFAULT 0, header TEXT);
CREATE TABLE IF NOT EXISTS "_bulk_content" (batch TEXT PRIMARY KEY, content TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS "_bulk_batch.job" ON "_bulk_batch" (job);
CREATE INDEX IF NOT EXISTS "_bulk_batch.waiting" ON "_bulk_batch" (id) WHERE state IN ('Queued', 'InProgress');
CREATE TABLE IF NOT EXISTS "_bulk_chunk" (batch TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  rows INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (batch, start)) WITHOUT ROWID;
`;

/** How long jobs are kept that are through. */
const RETENTION = 7 * 24 * 60 * 60 * 1000;
const FINISHED: readonly JobState[] = ['JobComplete', 'Failed', 'Aborted', 'Closed'];

const BATCH_COLUMNS = 'id, job, state, message, created, modified, processed, failed, time';

/**
 * Jobs, their batches and what came of them, beside the records: a database file that is opened again goes on where it
 * was. An upload is kept once, and apart, so that counting its rows does not write it anew; the outcomes of the rows say
 * where in it they are.
 */
export class BulkJobStorage {
  readonly #database: SqliteDatabase;
  readonly #ids: IdGenerator;
  readonly #now: () => Date;

  constructor({ database, now }: { readonly database: SqliteDatabase; now(): Date }) {
    this.#database = database;
    this.#ids = new IdGenerator(new Sequence(database));
    this.#now = now;
    database.exec(TABLES);
  }

  create(definition: JobDefinition, userId: string, state: JobState): BulkJob {
    this.#forgetOld();
    const id = this.#ids.next(JOB_PREFIX);
    const now = this.#now().getTime();
    this.#database
      .prepare(
        'INSERT INTO "_bulk_job" (id, type, definition, owner, created, modified, state) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(id, definition.type, JSON.stringify(definition), userId, now, now, state);
    return this.#require(id);
  }

  find(id: string): BulkJob | undefined {
    const row = this.#database.prepare('SELECT * FROM "_bulk_job" WHERE id = ?').get(id);
    return row && jobOf(row);
  }

  /** The oldest first. @param after id of the last job of the page before */
  list(types: readonly JobType[], after: string, limit: number): readonly BulkJob[] {
    return this.#database
      .prepare(
        'SELECT * FROM "_bulk_job" WHERE type IN (SELECT value FROM json_each(?)) AND id > ? ORDER BY id LIMIT ?',
      )
      .all(JSON.stringify(types), after, limit)
      .map(jobOf);
  }

  setState(id: string, state: JobState, message?: string): BulkJob {
    this.#database
      .prepare('UPDATE "_bulk_job" SET state = ?, message = ?, modified = ? WHERE id = ?')
      .run(state, message ?? null, this.#now().getTime(), id);
    return this.#require(id);
  }

  delete(id: string): void {
    this.#database.transaction(() => {
      const batches = 'SELECT id FROM "_bulk_batch" WHERE job = ?';
      this.#database.prepare(`DELETE FROM "_bulk_content" WHERE batch IN (${batches})`).run(id);
      this.#database.prepare(`DELETE FROM "_bulk_chunk" WHERE batch IN (${batches})`).run(id);
      this.#database.prepare('DELETE FROM "_bulk_batch" WHERE job = ?').run(id);
      this.#database.prepare('DELETE FROM "_bulk_job" WHERE id = ?').run(id);
    });
  }

  addBatch(jobId: string, content: string, state: BatchState): BulkBatch {
    const id = this.#ids.next(BATCH_PREFIX);
    const now = this.#now().getTime();
    this.#database.transaction(() => {
      this.#database
        .prepare('INSERT INTO "_bulk_batch" (id, job, state, created, modified) VALUES (?, ?, ?, ?, ?)')
        .run(id, jobId, state, now, now);
      this.#database.prepare('INSERT INTO "_bulk_content" (batch, content) VALUES (?, ?)').run(id, content);
    });
    return this.findBatch(jobId, id)!;
  }

  findBatch(jobId: string, id: string): BulkBatch | undefined {
    const row = this.#database
      .prepare(`SELECT ${BATCH_COLUMNS} FROM "_bulk_batch" WHERE id = ? AND job = ?`)
      .get(id, jobId);
    return row && batchOf(row);
  }

  batches(jobId: string): readonly BulkBatch[] {
    return this.#database
      .prepare(`SELECT ${BATCH_COLUMNS} FROM "_bulk_batch" WHERE job = ? ORDER BY id`)
      .all(jobId)
      .map(batchOf);
  }

  /** The batch to be worked on: one that was begun, or else the oldest that waits. */
  nextBatch(): BulkBatch | undefined {
    const row = this.#database
      .prepare(
        `SELECT ${BATCH_COLUMNS} FROM "_bulk_batch" WHERE state IN ('Queued', 'InProgress') ORDER BY state = 'Queued', id LIMIT 1`,
      )
      .get();
    return row && batchOf(row);
  }

  content(batchId: string): string {
    const [row] = this.#database.prepare('SELECT content FROM "_bulk_content" WHERE batch = ?').rows(batchId);
    return String(row?.[0] ?? '');
  }

  setBatchState(id: string, state: BatchState, message?: string): void {
    this.#database
      .prepare('UPDATE "_bulk_batch" SET state = ?, message = ?, modified = ? WHERE id = ?')
      .run(state, message ?? null, this.#now().getTime(), id);
  }

  /** Moves the batches of a job that are in one of some states to another. */
  moveBatches(jobId: string, from: readonly BatchState[], to: BatchState): void {
    this.#database
      .prepare(
        'UPDATE "_bulk_batch" SET state = ?, modified = ? WHERE job = ? AND state IN (SELECT value FROM json_each(?))',
      )
      .run(to, this.#now().getTime(), jobId, JSON.stringify(from));
  }

  /** What stands before the rows of a query's result. */
  header(batchId: string): string {
    const [row] = this.#database.prepare('SELECT header FROM "_bulk_batch" WHERE id = ?').rows(batchId);
    return String(row?.[0] ?? '');
  }

  /** Begins the result of a query, anew where an earlier run did not come to its end. */
  beginResult(batchId: string, header: string): void {
    this.#database.transaction(() => {
      this.#database.prepare('DELETE FROM "_bulk_chunk" WHERE batch = ?').run(batchId);
      this.#database
        .prepare('UPDATE "_bulk_batch" SET header = ?, processed = 0, failed = 0, time = 0 WHERE id = ?')
        .run(header, batchId);
    });
  }

  /** Keeps what came of some rows; called in the transaction that wrote them. */
  addChunk(batchId: string, chunk: BatchChunk, { processed, failed, time }: BatchProgress): void {
    this.#database
      .prepare('INSERT INTO "_bulk_chunk" (batch, start, "end", rows, content) VALUES (?, ?, ?, ?, ?)')
      .run(batchId, chunk.start, chunk.end, chunk.rows, chunk.content);
    this.#database
      .prepare(
        'UPDATE "_bulk_batch" SET processed = processed + ?, failed = failed + ?, time = time + ?, modified = ? WHERE id = ?',
      )
      .run(processed, failed, time, this.#now().getTime(), batchId);
  }

  /** In the order of the rows, beginning with the chunk that holds `from`. */
  *chunks(batchId: string, from = 0): Generator<BatchChunk, void, undefined> {
    const statement = this.#database.prepare(
      'SELECT start, "end", rows, content FROM "_bulk_chunk" WHERE batch = ? AND start >= COALESCE(' +
        '(SELECT MAX(start) FROM "_bulk_chunk" WHERE batch = ? AND start <= ?), ?) ORDER BY start LIMIT 1',
    );
    for (let at = from; ;) {
      const [row] = statement.rows(batchId, batchId, at, at);
      if (!row || Number(row[1]) <= at) return;
      const [start, end, rows, content] = row;
      yield { start: Number(start), end: Number(end), rows: Number(rows), content: String(content) };
      at = Number(end);
    }
  }

  /** How many bytes the chunks of a batch have. */
  sizeOfChunks(batchId: string): number {
    const [row] = this.#database
      .prepare('SELECT SUM(octet_length(content)) FROM "_bulk_chunk" WHERE batch = ?')
      .rows(batchId);
    return Number(row?.[0] ?? 0);
  }

  /** Where the rows of a batch begin that were not done yet; 0 when none was. */
  endOfChunks(batchId: string): number {
    const [row] = this.#database
      .prepare('SELECT "end" FROM "_bulk_chunk" WHERE batch = ? ORDER BY start DESC LIMIT 1')
      .rows(batchId);
    return Number(row?.[0] ?? 0);
  }

  /** The sums of all batches of a job. */
  progress(jobId: string): BatchProgress {
    const [row] = this.#database
      .prepare('SELECT SUM(processed), SUM(failed), SUM(time) FROM "_bulk_batch" WHERE job = ?')
      .rows(jobId);
    const [processed, failed, time] = row ?? [];
    return { processed: Number(processed ?? 0), failed: Number(failed ?? 0), time: Number(time ?? 0) };
  }

  #forgetOld(): void {
    const old = this.#database
      .prepare('SELECT id FROM "_bulk_job" WHERE modified < ? AND state IN (SELECT value FROM json_each(?))')
      .rows(this.#now().getTime() - RETENTION, JSON.stringify(FINISHED));
    for (const [id] of old) this.delete(String(id));
  }

  #require(id: string): BulkJob {
    return this.find(id)!;
  }
}

type Row = Readonly<Record<string, SqliteValue>>;

function jobOf(row: Row): BulkJob {
  return {
    ...(JSON.parse(String(row['definition'])) as JobDefinition),
    id: String(row['id']),
    createdById: String(row['owner']),
    createdDate: new Date(Number(row['created'])),
    systemModstamp: new Date(Number(row['modified'])),
    state: String(row['state']) as JobState,
    ...(row['message'] !== null && { errorMessage: String(row['message']) }),
  };
}

function batchOf(row: Row): BulkBatch {
  return {
    id: String(row['id']),
    jobId: String(row['job']),
    state: String(row['state']) as BatchState,
    ...(row['message'] !== null && { stateMessage: String(row['message']) }),
    createdDate: new Date(Number(row['created'])),
    systemModstamp: new Date(Number(row['modified'])),
    processed: Number(row['processed']),
    failed: Number(row['failed']),
    time: Number(row['time']),
  };
}
