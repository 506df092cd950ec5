import { bulkQuery, type BulkQueryOptions } from '../../../bulk/bulk-query-job.js';
import { isNotForBulk } from '../../../bulk/not-for-bulk.js';
import type { SalesforceConnection } from '../../../connection/salesforce-connection.js';
import { functionCall } from '../../../soql/ast/factories/expression.factory.js';
import { selected } from '../../../soql/ast/factories/select-item.factory.js';
import { soqlQuery } from '../../../soql/ast/factories/soql-query.factory.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { printSoql } from '../../../soql/soql-printer.js';
import { isRefusal } from '../is-refusal.js';
import { type ExportColumn, type ExportValue, valueOfCell, valueOfRecord } from './export-column.js';
import { withColumns } from './export-selection.js';

/** Whether large results are read by bulk jobs. */
export type BulkUse = 'auto' | 'always' | 'never';

/**
 * From so many records on a job is cheaper than pages: ten of them are as many calls as a job, which is waited for besides.
 */
const BULK_QUERY_RECORDS = 20_000;

export interface RecordRowsOptions {
  readonly bulk: BulkUse;
  readonly job: BulkQueryOptions;
  readonly signal?: AbortSignal;
}

/** A record as the values of its columns, in their order. */
export type ExportRow = readonly ExportValue[];

/** Reads the records of a query, by the way that costs less. */
export class RecordRows {
  readonly #connection: SalesforceConnection;
  readonly #options: RecordRowsOptions;

  constructor(connection: SalesforceConnection, options: RecordRowsOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  async *of(
    query: SoqlQuery,
    columns: readonly ExportColumn[],
    onCounted: (records: number) => void = () => undefined,
  ): AsyncGenerator<ExportRow, void, undefined> {
    const soql = printSoql(withColumns(query, columns));
    const { bulk } = this.#options;
    const most = query.limit ?? Infinity;
    const count = bulk === 'auto' && most > BULK_QUERY_RECORDS ? await this.#count(query) : undefined;
    if (count !== undefined) onCounted(count);
    if (bulk === 'always') yield* this.#byBulk(soql, columns);
    else if ((count ?? 0) >= BULK_QUERY_RECORDS) yield* this.#byBulkOrRest(soql, columns);
    else yield* this.#byRest(soql, columns);
  }

  async *#byRest(soql: string, columns: readonly ExportColumn[]): AsyncGenerator<ExportRow, void, undefined> {
    for await (const { records } of this.#connection.parts(soql, { signal: this.#options.signal })) {
      for (const record of records) yield columns.map((column) => valueOfRecord(column, record));
    }
  }

  async *#byBulk(soql: string, columns: readonly ExportColumn[]): AsyncGenerator<ExportRow, void, undefined> {
    const { job, signal } = this.#options;
    let named = false;
    for await (const cells of bulkQuery(this.#connection, soql, { ...job, signal })) {
      if (named) yield columns.map((column, place) => valueOfCell(column, cells[place] ?? ''));
      named = true;
    }
  }

  /** A job that the org refuses before it begins was worth the attempt. */
  async *#byBulkOrRest(
    soql: string,
    columns: readonly ExportColumn[],
  ): AsyncGenerator<ExportRow, void, undefined> {
    const rows = this.#byBulk(soql, columns);
    let first: IteratorResult<ExportRow, void>;
    try {
      first = await rows.next();
    } catch (error) {
      if (!isNotForBulk(error)) throw error;
      yield* this.#byRest(soql, columns);
      return;
    }
    if (first.done) return;
    yield first.value;
    yield* rows;
  }

  /** Some objects cannot be counted; they are read all the same. */
  async #count({ from, where, scope, limit, allRows }: SoqlQuery): Promise<number | undefined> {
    const select = [selected(functionCall('COUNT'))];
    const counted = printSoql(soqlQuery({ select, from, where, scope, limit, allRows }));
    try {
      const { totalSize } = await this.#connection.resource<{ readonly totalSize: number }>({
        path: 'query',
        query: { q: counted },
        signal: this.#options.signal,
      });
      return totalSize;
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }
}
