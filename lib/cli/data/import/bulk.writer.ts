import { Readable } from 'node:stream';
import { BulkIngestJob } from '../../../bulk/bulk-ingest-job.js';
import type { BulkOptions } from '../../../bulk/bulk-options.interface.js';
import { isNotForBulk } from '../../../bulk/not-for-bulk.js';
import { type UploadPart, uploadParts } from '../../../bulk/upload-parts.js';
import type { SalesforceConnection } from '../../../connection/salesforce-connection.js';
import { CsvWriter } from '../../../csv/csv-writer.js';
import { BulkJobException } from '../../../exceptions/bulk-job.exception.js';
import { RecordNotFoundException } from '../../../exceptions/record-not-found.exception.js';
import { hashOfCells } from '../hash-of-cells.js';
import { uploadHeader } from './import-column.js';
import { NULL_CELL } from './record-source.js';
import type {
  PreparedRow,
  RowWriter,
  WriteJournal,
  WriteRequest,
  WriteResult,
} from './row-writer.interface.js';

/** The rows of a job are held until their results are read. */
const PART = { bytes: 25_000_000, rows: 50_000 };

/** Writes rows by jobs of the Bulk API. */
export class BulkWriter implements RowWriter {
  readonly #connection: SalesforceConnection;
  readonly #job: BulkOptions;
  readonly #otherwise: RowWriter | undefined;

  /** @param otherwise writes the rows of objects that the Bulk API does not know */
  constructor(connection: SalesforceConnection, job: BulkOptions, otherwise?: RowWriter) {
    this.#connection = connection;
    this.#job = job;
    this.#otherwise = otherwise;
  }

  async *write(
    request: WriteRequest,
    rows: AsyncIterable<PreparedRow>,
    journal: WriteJournal,
  ): AsyncGenerator<readonly WriteResult[], void, undefined> {
    const { operation, columns } = request;
    const withId = operation === 'update';
    const header = [...(withId ? ['Id'] : []), ...columns.map(uploadHeader)];
    const cells = ({ id = '', values }: PreparedRow): readonly string[] => {
      const texts = values.map((value) => (value === null ? NULL_CELL : (value ?? '')));
      return withId ? [id, ...texts] : texts;
    };
    const writer = new CsvWriter({ delimiter: ',' });
    for await (const part of uploadParts(rows, { header, cells, writer, ...PART })) {
      const job = await this.#create(request);
      if (job) yield* this.#run(job, part, cells, journal);
      else yield* this.#otherwise!.write(request, Readable.from(part.rows), journal);
    }
  }

  /** Undefined when it is refused, and there is another way. */
  async #create({ object, operation, externalIdField }: WriteRequest): Promise<BulkIngestJob | undefined> {
    const upsert = operation === 'upsert' && { externalIdFieldName: externalIdField };
    try {
      return await BulkIngestJob.create(this.#connection, { operation, object, ...upsert }, this.#job);
    } catch (error) {
      if (this.#otherwise && isNotForBulk(error)) return undefined;
      throw error;
    }
  }

  async *#run(
    job: BulkIngestJob,
    { csv, rows }: UploadPart<PreparedRow>,
    cells: (row: PreparedRow) => readonly string[],
    journal: WriteJournal,
  ): AsyncGenerator<readonly WriteResult[], void, undefined> {
    const waiting = new Map<string, PreparedRow[]>();
    for (const row of rows) {
      const hash = hashOfCells(cells(row));
      const same = waiting.get(hash);
      if (same) same.push(row);
      else waiting.set(hash, [row]);
    }
    const keys = Object.fromEntries([...waiting].map(([hash, same]) => [hash, same.map(({ key }) => key)]));
    await journal.started(job.id, keys);
    await job.upload(csv).catch(async (error: unknown) => {
      await journal.settled(job.id);
      throw error;
    });
    await job.close();
    yield await resultsOf(job, waiting);
    await journal.settled(job.id);
    await job.delete().catch(() => undefined);
  }
}

/** What came of a job's rows. Rows that are equal are interchangeable, as results do not say which of them they are of. */
async function resultsOf(
  job: BulkIngestJob,
  waiting: ReadonlyMap<string, PreparedRow[]>,
): Promise<readonly WriteResult[]> {
  const failure = await job.finished().then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof BulkJobException) return error;
      throw error;
    },
  );
  const results: WriteResult[] = [];
  // Results that no row is known by: some row was written then, and nobody knows which.
  let strangers = 0;
  for await (const { id, created, row } of job.successful()) {
    const found = waiting.get(hashOfCells(row))?.shift();
    if (found) results.push({ row: found, id, created });
    else strangers++;
  }
  for await (const { error, row } of job.failed()) {
    const found = waiting.get(hashOfCells(row))?.shift();
    if (found) results.push({ row: found, error });
  }
  const error = failure?.message ?? 'the job did not say what came of it';
  const doubtful = strangers > 0;
  for (const row of [...waiting.values()].flat()) results.push({ row, error, doubtful });
  return results;
}

/** What is known of the rows of a job that nobody waited for. */
export interface RecoveredJob {
  /** The ids of the records that were written, by the keys of their rows. */
  readonly ids: Readonly<Record<string, string>>;
  /** The keys of rows that may have been written. */
  readonly doubtful: readonly string[];
}

/** Asks a job of an earlier run what came of its rows, once it has ended. */
export async function recoverJob(
  connection: SalesforceConnection,
  id: string,
  rows: Readonly<Record<string, readonly string[]>>,
  options: BulkOptions,
): Promise<RecoveredJob> {
  const job = BulkIngestJob.of(connection, id, options);
  const info = await job.info().catch((error: unknown) => {
    if (error instanceof RecordNotFoundException) return undefined;
    throw error;
  });
  if (!info) return { ids: {}, doubtful: Object.values(rows).flat() };
  if (info.state === 'Open') {
    await job.discard();
    return { ids: {}, doubtful: [] };
  }
  await job.finished().catch((error: unknown) => {
    if (!(error instanceof BulkJobException)) throw error;
  });
  const waiting = new Map(Object.entries(rows).map(([hash, keys]) => [hash, [...keys]]));
  const ids: Record<string, string> = {};
  let strangers = 0;
  for await (const { id: written, row } of job.successful()) {
    const key = waiting.get(hashOfCells(row))?.shift();
    if (key === undefined) strangers++;
    else ids[key] = written;
  }
  return { ids, doubtful: strangers > 0 ? [...waiting.values()].flat() : [] };
}
