import type { Observable } from 'rxjs';
import type { QueryOptions } from '../connection/resource-request.interface.js';
import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import type { QueryPlan } from '../protocol/query-plan.interface.js';
import type { CacheOptions } from './cache/cache-options.interface.js';
import { observe } from './execution/observe.js';
import { textOf } from './execution/query-text.js';
import type { QueryVerbs } from './query-verbs.interface.js';
import type { RowSource } from './execution/row-source.interface.js';
import type { StreamOptions } from './execution/stream-options.interface.js';

/**
 * A query that was checked and compiled, bound to its org. It can be run any number of times, at the same time as well,
 * and costs no compilation then. Made by `prepare()` of a repository or of one of its queries.
 *
 * @example
 * ```ts
 * const customers = accounts.prepare({ select: { name: true }, where: { type: 'Customer' }, orderBy: { name: 'asc' } });
 * const page = await customers.all();
 * const total = await customers.count();
 * ```
 * @publicApi
 */
export class Query<Row> implements QueryVerbs<Row> {
  readonly #connection: Pick<SalesforceConnection, 'explain'>;
  readonly #rows: RowSource<Row>;
  readonly #defaults: QueryOptions & CacheOptions;
  #one: RowSource<Row> | undefined;

  /** @internal */
  constructor(
    connection: Pick<SalesforceConnection, 'explain'>,
    rows: RowSource<Row>,
    defaults: StreamOptions & CacheOptions = {},
  ) {
    this.#connection = connection;
    this.#rows = rows;
    this.#defaults = defaults;
  }

  toSoql(): string {
    return textOf(this.#rows.query);
  }

  async all(options: QueryOptions = {}): Promise<Row[]> {
    return this.#rows.all({ ...this.#defaults, ...options });
  }

  async first(options: QueryOptions = {}): Promise<Row | null> {
    this.#one ??= this.#rows.one();
    const [row] = await this.#one.all({ ...this.#defaults, ...options });
    return row ?? null;
  }

  stream(options: StreamOptions = {}): AsyncGenerator<Row, void, undefined> {
    return this.#rows.stream({ ...this.#defaults, ...options });
  }

  observe(options: StreamOptions = {}): Observable<Row> {
    const { signal: end = this.#defaults.signal } = options;
    return observe((signal) => this.stream({ ...options, signal }), end);
  }

  async count(options: QueryOptions = {}): Promise<number> {
    return this.#rows.count({ ...this.#defaults, ...options });
  }

  async explain(options: Pick<QueryOptions, 'signal'> = {}): Promise<readonly QueryPlan[]> {
    return this.#connection.explain(this.toSoql(), options);
  }
}
