import { soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import type { CacheOptions } from '../cache/cache-options.interface.js';
import type { FindPlan } from '../find/find-query.builder.js';
import type { QueryExecutor } from './query-executor.js';
import type { RowSource } from './row-source.interface.js';
import type { StreamOptions } from './stream-options.interface.js';

/** The records of a compiled find, as entities. */
export class RecordRows<Row> implements RowSource<Row> {
  readonly #executor: QueryExecutor;
  readonly #plan: FindPlan;

  constructor(executor: QueryExecutor, plan: FindPlan) {
    this.#executor = executor;
    this.#plan = plan;
  }

  get query(): SoqlQuery {
    return this.#plan.query;
  }

  all(options: StreamOptions & CacheOptions): Promise<Row[]> {
    return this.#executor.all<Row>(this.#plan, options);
  }

  stream(options: StreamOptions): AsyncGenerator<Row, void, undefined> {
    return this.#executor.stream<Row>(this.#plan, options);
  }

  count(options: StreamOptions & CacheOptions): Promise<number> {
    return this.#executor.count(this.#plan, options);
  }

  one(): RowSource<Row> {
    const { query, empty, skip } = this.#plan;
    return new RecordRows(this.#executor, {
      ...this.#plan,
      query: soqlQuery({ ...query, limit: empty ? 0 : skip + 1 }),
    });
  }
}
