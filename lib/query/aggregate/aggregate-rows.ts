import type { QueryOptions } from '../../connection/resource-request.interface.js';
import type { SalesforceConnection } from '../../connection/salesforce-connection.js';
import { soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { checkComplete } from '../execution/check-complete.js';
import { textOf } from '../execution/query-text.js';
import type { RowSource } from '../execution/row-source.interface.js';
import { fitsPlatform, splitQuery } from '../execution/split-query.js';
import type { StreamOptions } from '../execution/stream-options.interface.js';
import type { AggregatePlan } from './aggregate-plan.js';
import { compileRowMerger } from './merge-rows.js';
import { compileRowReader, type RowReader, rowOfNothing } from './row-reader.js';

/** The rows of a compiled aggregating query, as plain objects. */
export class AggregateRows<Row> implements RowSource<Row> {
  readonly #connection: Pick<SalesforceConnection, 'name' | 'pages'>;
  readonly #plan: AggregatePlan;
  readonly #read: RowReader;

  constructor(connection: Pick<SalesforceConnection, 'name' | 'pages'>, plan: AggregatePlan) {
    this.#connection = connection;
    this.#plan = plan;
    this.#read = compileRowReader(plan.columns);
  }

  get query(): SoqlQuery {
    return this.#plan.query;
  }

  async all(options: StreamOptions): Promise<Row[]> {
    const rows: Row[] = [];
    for await (const row of this.stream(options)) rows.push(row);
    return rows;
  }

  async *stream({ onProgress, ...options }: StreamOptions): AsyncGenerator<Row, void, undefined> {
    const { known, columns, query } = this.#plan;
    if (known === 'a row of nothing') yield rowOfNothing(columns) as Row;
    if (known !== undefined) return;
    if (fitsPlatform(query)) return yield* this.#rowsOf(query, { onProgress, ...options });
    const row = await this.#rowOfParts(options);
    onProgress?.({ read: 0, total: 1 });
    yield row;
    onProgress?.({ read: 1, total: 1 });
  }

  /** What a query finds that is too long for the platform, and asked in parts. */
  async #rowOfParts(options: QueryOptions): Promise<Row> {
    const merge = compileRowMerger(this.#plan);
    const rows: object[] = [];
    for (const part of splitQuery(this.#plan.query)) {
      for await (const row of this.#rowsOf(part, options)) rows.push(row as object);
    }
    return merge(rows) as Row;
  }

  async *#rowsOf(
    query: SoqlQuery,
    { onProgress, ...options }: StreamOptions,
  ): AsyncGenerator<Row, void, undefined> {
    const { entity } = this.#plan;
    let announced: unknown;
    let read = 0;
    for await (const { records, totalSize } of this.#connection.pages(textOf(query), options)) {
      announced = totalSize;
      if (read === 0) onProgress?.({ read, total: totalSize });
      for (const record of records) yield this.#read(record) as Row;
      read += records.length;
      if (read > 0) onProgress?.({ read, total: totalSize });
    }
    // What number comes with OFFSET is nowhere promised.
    if (query.offset === undefined) checkComplete(announced, read, entity.apiName, this.#connection.name);
  }

  /** The platform counts records and not groups, so that the groups have to be read. */
  async count(options: StreamOptions): Promise<number> {
    const rows = await this.all(options);
    return rows.length;
  }

  one(): RowSource<Row> {
    const { query, ...plan } = this.#plan;
    if (!query.groupBy) return this;
    return new AggregateRows(this.#connection, { ...plan, query: soqlQuery({ ...query, limit: 1 }) });
  }
}
