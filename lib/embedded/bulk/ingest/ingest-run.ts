import type { SqliteDatabase } from '../../engine/sqlite-database.interface.js';
import { OrgError } from '../../org-error.js';
import type { BatchRun } from '../batch-run.interface.js';
import type { BulkBatch } from '../bulk-job.interface.js';
import type { BulkJobStorage } from '../bulk-job.storage.js';
import { packOutcomes, rowError, type RowOutcome } from './row-outcome.js';
import type { IngestRow, RowReader } from './row-reader.interface.js';
import type { RowWriter } from './row-writer.js';

/** As many rows as the platform does in one transaction. */
const CHUNK_ROWS = 200;

interface IngestDependencies {
  readonly database: SqliteDatabase;
  readonly jobs: BulkJobStorage;
  readonly reader: RowReader;
  readonly write: RowWriter;
  /** What of a row only one of a chunk may have: the record it changes. */
  readonly keyOf: (row: IngestRow) => string | undefined;
  now(): Date;
}

/** Writes the rows of a batch, each of them or not; a chunk and the note of what came of it are kept together. */
export class IngestRun implements BatchRun {
  readonly #batch: BulkBatch;
  readonly #deps: IngestDependencies;

  constructor(batch: BulkBatch, deps: IngestDependencies) {
    this.#batch = batch;
    this.#deps = deps;
  }

  step(): boolean {
    const { database, jobs, reader } = this.#deps;
    const began = this.#deps.now().getTime();
    const start = reader.position;
    const { rows, ended } = this.#read();
    if (rows.length > 0) {
      database.transaction(() => {
        const outcomes = this.#writeAll(rows);
        const failed = outcomes.reduce((count, { error }) => count + (error ? 1 : 0), 0);
        const chunk = { start, end: reader.position, rows: rows.length, content: packOutcomes(outcomes) };
        const time = this.#deps.now().getTime() - began;
        jobs.addChunk(this.#batch.id, chunk, { processed: rows.length, failed, time });
      });
    }
    if (ended instanceof Error) throw ended;
    return !ended;
  }

  /** What comes before a row that cannot be read is still done. */
  #read(): { rows: IngestRow[]; ended: boolean | Error } {
    const rows: IngestRow[] = [];
    try {
      while (rows.length < CHUNK_ROWS) {
        const row = this.#deps.reader.next();
        if (!row) return { rows, ended: true };
        rows.push(row);
      }
      return { rows, ended: false };
    } catch (error) {
      return { rows, ended: error as Error };
    }
  }

  #writeAll(rows: readonly IngestRow[]): RowOutcome[] {
    const seen = new Set<string>();
    return rows.map((row) => {
      try {
        const key = this.#deps.keyOf(row);
        if (key !== undefined && seen.size === seen.add(key).size) throw repeated(key);
        return this.#deps.write(row);
      } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        return { id: row.id, error: rowError(this.#deps.reader.refusal(row, error)) };
      }
    });
  }
}

function repeated(key: string): OrgError {
  return new OrgError('DUPLICATE_VALUE', `Duplicate external id specified: ${key}`, { fields: [] });
}
