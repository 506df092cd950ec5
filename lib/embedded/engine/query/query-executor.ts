import type { QueryResponse, WireRecord } from '../../../protocol/query-response.interface.js';
import { OrgError } from '../../org-error.js';
import { RecentRecords } from '../recent-records.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { toStoredInstant } from '../value/temporal-value.js';
import type { QueryCursor, QueryCursorStorage } from './query-cursor.storage.js';
import type {
  AggregatePlan,
  CountPlan,
  QueryPlan,
  ReadContext,
  RecordPlan,
  RecordReader,
  SqliteRow,
} from './query-plan.interface.js';
import type { QueryRun } from './query-run.interface.js';
import { parametersFor, type SqlFragment } from './sql-fragment.js';

/** How a page is asked for. */
export interface PageOptions {
  readonly batchSize: number;
  readonly apiVersion: string;
}

/** Runs plans and shapes their rows into pages. */
export class QueryExecutor {
  readonly #database: SqliteDatabase;
  readonly #cursors: QueryCursorStorage;
  readonly #recent: RecentRecords;

  constructor(database: SqliteDatabase, cursors: QueryCursorStorage) {
    this.#database = database;
    this.#cursors = cursors;
    this.#recent = new RecentRecords(database);
  }

  run(plan: QueryPlan, run: QueryRun, options: PageOptions): QueryResponse {
    switch (plan.kind) {
      case 'count':
        return this.#count(plan, run);
      case 'aggregate':
        return this.#aggregate(plan, run, options);
      case 'records':
        return this.#firstPage(plan, run, options);
    }
  }

  /** A later page of a result. */
  more(locator: string, userId: string, options: { batchSize?: number; apiVersion: string }): QueryResponse {
    const { cursor, id, offset } = this.#cursors.find(locator, userId);
    const batchSize = options.batchSize ?? cursor.batchSize;
    const end = offset + Math.min(batchSize, cursor.plan.maxBatchSize);
    const ids = JSON.stringify(cursor.ids.slice(offset, end));
    const rows = this.#rows(cursor.plan.byIds, { ...cursor.run, ids });
    const next = end < cursor.ids.length ? `${id}-${end}` : undefined;
    const page = { batchSize, apiVersion: options.apiVersion };
    return this.#page(cursor.plan, rows, cursor.run, page, cursor.ids.length, next);
  }

  #count(plan: CountPlan, run: QueryRun): QueryResponse {
    const count = this.#rows(plan.count, run)[0]?.[0];
    return { totalSize: Number(count), done: true, records: [] };
  }

  #aggregate(plan: AggregatePlan, run: QueryRun, { batchSize, apiVersion }: PageOptions): QueryResponse {
    const count = Math.min(plan.limit ?? Infinity, batchSize + 1);
    const rows = this.#rows(plan.rows, { ...run, window: { count, offset: plan.offset ?? 0 } });
    if (rows.length > batchSize) {
      const advice = 'use LIMIT to restrict the results to a single batch';
      throw new OrgError('EXCEEDED_ID_LIMIT', `Aggregate query does not support queryMore(), ${advice}`);
    }
    const records = this.#records(plan.read, rows, this.#context(run, { batchSize, apiVersion }));
    return { totalSize: records.length, done: true, records };
  }

  /** Most results fit into one page; only for those that do not are the ids of all rows listed. */
  #firstPage(plan: RecordPlan, run: QueryRun, options: PageOptions): QueryResponse {
    const size = Math.min(options.batchSize, plan.maxBatchSize);
    const offset = plan.offset ?? 0;
    const count = Math.min(plan.limit ?? Infinity, size + 1);
    const rows = this.#rows(plan.rows, { ...run, window: { count, offset } });
    if (rows.length <= size) return this.#page(plan, rows, run, options, rows.length);
    const all = this.#rows(plan.ids, { ...run, window: { count: plan.limit ?? -1, offset } });
    // The platform gives only the first batch of a query with OFFSET.
    const next =
      plan.offset === undefined ? this.#cursors.open(this.#cursor(plan, all, run, options), size) : undefined;
    return this.#page(plan, rows.slice(0, size), run, options, all.length, next);
  }

  #cursor(plan: RecordPlan, rows: readonly SqliteRow[], run: QueryRun, options: PageOptions): QueryCursor {
    return { plan, ids: rows.map(([id]) => String(id)), run, batchSize: options.batchSize };
  }

  #page(
    plan: RecordPlan,
    rows: readonly SqliteRow[],
    run: QueryRun,
    options: PageOptions,
    totalSize: number,
    next?: string,
  ): QueryResponse {
    const records = this.#records(plan.read, rows, this.#context(run, options));
    if (plan.watched) this.#note(plan.watched, rows, run);
    if (next === undefined) return { totalSize, done: true, records };
    const nextRecordsUrl = `/services/data/v${options.apiVersion}/query/${next}`;
    return { totalSize, done: false, nextRecordsUrl, records };
  }

  #note(
    { object, viewed }: Required<RecordPlan>['watched'],
    rows: readonly SqliteRow[],
    run: QueryRun,
  ): void {
    const ids = rows.map(([id]) => String(id));
    this.#recent.note(object, ids, { userId: run.userId, at: toStoredInstant(run.now), viewed });
  }

  #records(read: RecordReader, rows: readonly SqliteRow[], context: ReadContext): WireRecord[] {
    return rows.map((row) => read(row, context)).filter((record) => record !== null);
  }

  #context(run: QueryRun, options: PageOptions): ReadContext {
    return {
      sobjectsPath: `/services/data/v${options.apiVersion}/sobjects/`,
      settings: run.settings,
      children: (plan, parentId) => {
        const page = this.#firstPage(plan, { ...run, parentId }, options);
        return page.totalSize === 0 ? null : page;
      },
    };
  }

  #rows(statement: SqlFragment, run: QueryRun): readonly SqliteRow[] {
    return this.#database.prepare(statement.text).rows(...parametersFor(statement, run));
  }
}
