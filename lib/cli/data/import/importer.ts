import type { BulkOptions } from '../../../bulk/bulk-options.interface.js';
import type { SalesforceConnection } from '../../../connection/salesforce-connection.js';
import type { BulkUse } from '../export/record-rows.js';
import { BulkWriter, recoverJob } from './bulk.writer.js';
import { CollectionsWriter } from './collections.writer.js';
import { FailedRows } from './failed-rows.js';
import type { WrittenColumn } from './import-column.js';
import type { ImportObject, ImportPlan } from './import-plan.js';
import type { ImportState } from './import-state.js';
import type { KnownRecordsResolver } from './known-records.resolver.js';
import type { SourceCell, SourceRow } from './record-source.js';
import { RowBuilder } from './row-builder.js';
import { RowKeys } from './row-keys.js';
import type { PreparedRow, RowWriter, WriteJournal, WriteRequest } from './row-writer.interface.js';

/** More rows than these are cheaper by a job of the Bulk API than by calls of 200. */
const BULK_INGEST_ROWS = 2_000;

/** Whether so many rows are written by jobs of the Bulk API. */
export function isByBulk(bulk: BulkUse, rows: number): boolean {
  return bulk === 'always' || (bulk === 'auto' && rows > BULK_INGEST_ROWS);
}

export interface ImporterDependencies {
  readonly connection: SalesforceConnection;
  readonly known: KnownRecordsResolver;
  readonly state: ImportState;
}

export interface ImporterOptions {
  readonly bulk: BulkUse;
  readonly job: BulkOptions;
  /** Whether ids that are no part of the import are of the org itself. */
  readonly sameOrg: boolean;
  /** Whether rows are sent again of which nobody knows whether they were written. */
  readonly resend: boolean;
  /** Where rows go that were not imported. */
  readonly folder: string;
  /** Rows by object. */
  readonly rows: ReadonlyMap<string, number>;
  readonly signal?: AbortSignal;
  /** @param what an object, and what of its records is written after all of them are there */
  readonly onProgress?: (what: string, done: number) => void;
}

/** What was done with the rows of one object. */
export interface ImportedObject {
  readonly name: string;
  created: number;
  updated: number;
  failed: number;
  /** Rows that an earlier run has imported. */
  skipped: number;
  /** The file of the rows that failed. */
  failedFile?: string;
}

const DOUBTFUL =
  'IN_DOUBT: it was sent, and the answer was lost: look in the org whether it is there, and import again with --resend if it is not';

/** Imports the objects of a plan, parents first, and then sets the references that had to wait. */
export class Importer {
  readonly #deps: ImporterDependencies;
  readonly #options: ImporterOptions;
  readonly #plan: ImportPlan;
  /** Keys of the rows that could not be written, by object. */
  readonly #unwritten = new Map<string, Set<string>>();
  readonly #failed = new Map<string, FailedRows>();
  readonly #leftOut = new Map<string, number>();
  readonly #results = new Map<string, ImportedObject>();
  #done = 0;
  /** The most that was shown: nobody wants to see a bar go back. */
  #shown = 0;

  constructor(plan: ImportPlan, deps: ImporterDependencies, options: ImporterOptions) {
    this.#plan = plan;
    this.#deps = deps;
    this.#options = options;
  }

  /** What was done so far, also when `run` was ended by an exception. */
  get results(): readonly ImportedObject[] {
    return this.#plan.objects.flatMap(({ name }) => this.#results.get(name) ?? []);
  }

  /** What was left out, and how often. */
  get notes(): readonly string[] {
    return [...this.#leftOut].map(([what, times]) => `${what}${times > 1 ? ` (${times} rows)` : ''}`);
  }

  /**
   * The rows that are refused go to a file; what a call as a whole is refused with ends the import, and another run goes on
   * from there.
   */
  async run(): Promise<void> {
    try {
      await this.#recover();
      for (const object of this.#plan.objects) await this.#writeFirst(object);
      for (const object of this.#plan.objects) if (object.second.length > 0) await this.#writeSecond(object);
    } catch (error) {
      for (const { name, source } of this.#plan.objects)
        await this.#failed.get(name)?.closeUnfinished(source.path);
      throw error;
    }
    for (const failed of this.#failed.values()) await failed.close();
  }

  /** Reads the results of jobs that an earlier run did not wait for. */
  async #recover(): Promise<void> {
    const { connection, state } = this.#deps;
    for (const { object, job, rows } of state.openJobs) {
      const { ids, doubtful } = await recoverJob(connection, job, rows, this.#options.job);
      await state.done(object, ids);
      await state.sent(object, doubtful);
      await state.settled(object, job);
    }
  }

  async #writeFirst(object: ImportObject): Promise<void> {
    const { name, definition, upsertBy, first } = object;
    const result: ImportedObject = { name, created: 0, updated: 0, failed: 0, skipped: 0 };
    this.#results.set(name, result);
    this.#failed.set(name, new FailedRows(this.#options.folder, name, await object.source.header()));
    const request: WriteRequest = {
      object: definition.name,
      operation: upsertBy ? 'upsert' : 'insert',
      externalIdField: upsertBy?.name,
      columns: first,
    };
    const rows = this.#newRows(object, this.#builder(object, first), result);
    for await (const batch of this.#writer(name, request).write(request, rows, this.#journal(name))) {
      const done: Record<string, string> = {};
      const refused: string[] = [];
      const doubtful: string[] = [];
      for (const written of batch) {
        const { key, source } = written.row;
        if (written.error !== undefined) {
          (written.doubtful ? doubtful : refused).push(key);
          await this.#fail(object, key, source, written.error);
          continue;
        }
        done[key] = written.id;
        if (written.created) result.created++;
        else result.updated++;
        this.#progress(name);
      }
      await this.#deps.state.done(name, done);
      await this.#deps.state.refused(name, refused);
      await this.#deps.state.sent(name, doubtful);
      this.#options.signal?.throwIfAborted();
    }
  }

  /** The rows that no earlier run has written. */
  async *#newRows(
    object: ImportObject,
    builder: RowBuilder,
    result: ImportedObject,
  ): AsyncGenerator<PreparedRow, void, undefined> {
    const { state } = this.#deps;
    const { name } = object;
    for await (const { key, source } of keyedRows(object)) {
      // What is found by a key of its own may be written again: the file may have changed.
      if (!object.upsertBy && state.idOf(name, key) !== undefined) {
        result.skipped++;
        this.#progress(name);
        continue;
      }
      if (!object.upsertBy && !this.#options.resend && state.isDoubtful(name, key)) {
        await this.#fail(object, key, source, DOUBTFUL);
        continue;
      }
      const built = builder.build(source);
      if ('problem' in built) await this.#fail(object, key, source, built.problem);
      else yield { key, source, values: built.values };
    }
  }

  async #writeSecond(object: ImportObject): Promise<void> {
    const { name, definition, second } = object;
    const request: WriteRequest = { object: definition.name, operation: 'update', columns: second };
    const rows = this.#writtenRows(object, this.#builder(object, second));
    const fields = second.map(({ field }) => field.name).join(', ');
    this.#show(`${name}: ${fields}`, this.#done);
    // An update may be made twice, so that nothing of it has to be noted before.
    for await (const batch of this.#writer(name, request).write(request, rows, NO_JOURNAL)) {
      const finished: string[] = [];
      for (const { row, error } of batch) {
        if (error === undefined) finished.push(row.key);
        else await this.#failSecond(object, row.source, row.id!, error);
      }
      await this.#deps.state.finished(name, finished);
      this.#options.signal?.throwIfAborted();
    }
  }

  /** The rows of records that are there and wait for references. */
  async *#writtenRows(
    object: ImportObject,
    builder: RowBuilder,
  ): AsyncGenerator<PreparedRow, void, undefined> {
    const { name, second } = object;
    for await (const { key, source } of keyedRows(object)) {
      const id = this.#deps.state.idOf(name, key);
      if (id === undefined || (!object.upsertBy && this.#deps.state.isFinished(name, key))) continue;
      // A new record has no parent to be taken away.
      const says = (cell: SourceCell): boolean => (object.upsertBy ? cell !== undefined : cell != null);
      if (!second.some(({ place }) => says(source.cells[place]))) continue;
      const built = builder.build(source);
      if ('problem' in built) await this.#failSecond(object, source, id, built.problem);
      else if (built.values.some((value) => value !== undefined))
        yield { key, id, source, values: built.values };
    }
  }

  async #fail({ name }: ImportObject, key: string, source: SourceRow, error: string): Promise<void> {
    const unwritten = this.#unwritten.get(name) ?? new Set();
    this.#unwritten.set(name, unwritten.add(key));
    await this.#addFailed(name, source, error);
    this.#progress(name);
  }

  /** The record is there; a later run does no more than this again. */
  async #failSecond(
    { name, second }: ImportObject,
    source: SourceRow,
    id: string,
    error: string,
  ): Promise<void> {
    const fields = second.map(({ header }) => header).join(', ');
    await this.#addFailed(name, source, `written as ${id}, but without ${fields}: ${error}`);
  }

  async #addFailed(name: string, source: SourceRow, error: string): Promise<void> {
    const failed = this.#failed.get(name)!;
    await failed.add(source, error);
    const result = this.#results.get(name)!;
    result.failed++;
    result.failedFile = failed.path;
  }

  #builder(object: ImportObject, columns: readonly WrittenColumn[]): RowBuilder {
    return new RowBuilder(object, columns, {
      idOf: (name, key) => (this.#unwritten.get(name)?.has(key) ? null : this.#deps.state.idOf(name, key)),
      known: this.#deps.known,
      sameOrg: this.#options.sameOrg,
      leaveOut: (what) => this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + 1),
    });
  }

  #writer(object: string, { columns, operation }: WriteRequest): RowWriter {
    const { bulk, rows } = this.#options;
    const job = operation === 'update' ? this.#options.job : this.#shownJob(object);
    const { connection } = this.#deps;
    const collections = new CollectionsWriter(connection);
    // An upload has a column at least.
    if (columns.length === 0 || !isByBulk(bulk, rows.get(object) ?? 0)) return collections;
    return new BulkWriter(connection, job, bulk === 'auto' ? collections : undefined);
  }

  /** Rows of a job are accounted for when it has ended; how far it is shows before. */
  #shownJob(object: string): BulkOptions {
    const onProgress: BulkOptions['onProgress'] = ({ numberRecordsProcessed = 0 }) =>
      this.#show(object, this.#done + numberRecordsProcessed);
    return { ...this.#options.job, onProgress };
  }

  #journal(object: string): WriteJournal {
    const { state } = this.#deps;
    return {
      sent: (rows) => state.sent(object, keysOf(rows)),
      refused: (rows) => state.refused(object, keysOf(rows)),
      started: (job, rows) => state.started({ object, job, rows }),
      settled: (job) => state.settled(object, job),
    };
  }

  #progress(object: string): void {
    this.#show(object, ++this.#done);
  }

  #show(what: string, done: number): void {
    this.#shown = Math.max(this.#shown, done);
    this.#options.onProgress?.(what, this.#shown);
  }
}

function keysOf(rows: readonly PreparedRow[]): readonly string[] {
  return rows.map(({ key }) => key);
}

const ignore = async (): Promise<void> => undefined;
const NO_JOURNAL: WriteJournal = { sent: ignore, refused: ignore, started: ignore, settled: ignore };

async function* keyedRows({
  source,
  columns,
}: ImportObject): AsyncGenerator<{ readonly key: string; readonly source: SourceRow }, void, undefined> {
  const keys = new RowKeys(columns);
  for await (const row of source.rows()) yield { key: keys.of(row), source: row };
}
