import type { QueryOptions } from '../../connection/resource-request.interface.js';
import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import { type AggregateOptions, buildAggregateQuery } from '../aggregate/aggregate-plan.js';
import type { AggregateColumns, AggregateRow, GroupingKind } from '../aggregate/aggregate-row.type.js';
import { AggregateRows } from '../aggregate/aggregate-rows.js';
import type { Having } from '../aggregate/having.type.js';
import type { OrderBy } from '../order-by/order-by.type.js';
import { Query } from '../query.js';
import type { Where } from '../where/where.type.js';
import { allConditions } from './all-conditions.js';
import type { QueryContext } from './query-context.interface.js';
import { RunnableQuery } from './runnable-query.js';

/** What a query says so far. */
interface AggregateQueryState extends Omit<AggregateOptions, 'where'> {
  readonly where: readonly unknown[];
  readonly allRows?: boolean;
}

/**
 * A query that groups and aggregates records. Its rows hold what it groups by and what it aggregates, and nothing else.
 * Nothing changes: every verb gives a new query.
 *
 * @example
 * ```ts
 * const rows = await opportunities
 *   .query()
 *   .where({ isWon: true })
 *   .groupBy({ account: { industry: true } }, { year: calendarYear('closeDate') })
 *   .aggregate({ deals: count(), total: sum('amount') })
 *   .having({ total: { gte: 1_000_000 } })
 *   .orderBy({ total: 'desc' })
 *   .all();
 * ```
 * @publicApi
 */
export class AggregateQueryBuilder<
  // Stated, since the compiler would compare ever longer chains of builders to find it out.
  in out E extends object,
  in out Terms,
  in out Columns,
  in out Kind extends GroupingKind,
> extends RunnableQuery<AggregateRow<E, Terms, Columns, Kind>> {
  readonly #context: QueryContext;
  readonly #state: AggregateQueryState;

  /** @internal */
  constructor(context: QueryContext, state: AggregateQueryState) {
    super();
    this.#context = context;
    this.#state = state;
  }

  /** Columns of the row, beside those before. */
  aggregate<const More extends AggregateColumns<E>>(
    columns: More,
  ): AggregateQueryBuilder<E, Terms, Columns & More, Kind> {
    const aggregate = { ...this.#state.aggregate, ...columns };
    return new AggregateQueryBuilder(this.#context, { ...this.#state, aggregate });
  }

  /** A condition on records that must hold beside those before. */
  where(condition: Where<E>): this {
    return this.#with({ where: [...this.#state.where, condition] });
  }

  /** A condition on rows that must hold beside those before. */
  having(condition: Having<AggregateRow<E, Terms, Columns, Kind>>): this {
    return this.#with({ having: [...this.#state.having, condition] });
  }

  /** Columns to order by, behind those before. */
  orderBy(...keys: readonly OrderBy<AggregateRow<E, Terms, Columns, Kind>>[]): this {
    return this.#with({ orderBy: [...this.#state.orderBy, ...keys] });
  }

  /** At most so many rows. */
  take(count: number): this {
    return this.#with({ take: count });
  }

  /** Leaves out the first so many rows, 2000 at most. */
  skip(count: number): this {
    return this.#with({ skip: count });
  }

  /**
   * The one row of an aggregate over all records.
   *
   * @example
   * ```ts
   * const { deals, total } = await opportunities.query().aggregate({ deals: count(), total: sum('amount') }).one();
   * ```
   * @throws InvalidQueryException for what makes no query; nothing was sent.
   */
  async one(
    this: AggregateQueryBuilder<E, Terms, Columns, 'none'>,
    options?: QueryOptions,
  ): Promise<AggregateRow<E, Terms, Columns, 'none'>> {
    const { connection, metadata } = this.#context;
    const [row, second] = await this.prepare().all(options);
    if (row && !second) return row;
    throw new InvalidResponseException(
      `An aggregate over all ${metadata.apiName} is one row, and another number came.`,
      {
        connection: connection.name,
      },
    );
  }

  override prepare(): Query<AggregateRow<E, Terms, Columns, Kind>> {
    const { connection, metadata } = this.#context;
    const { allRows, where, ...options } = this.#state;
    const plan = buildAggregateQuery(metadata, { ...options, where: allConditions(where) });
    const defaults: QueryOptions = allRows === undefined ? {} : { allRows };
    return new Query(
      connection,
      new AggregateRows<AggregateRow<E, Terms, Columns, Kind>>(connection, plan),
      defaults,
    );
  }

  #with(changes: Partial<AggregateQueryState>): this {
    return new AggregateQueryBuilder<E, Terms, Columns, Kind>(this.#context, {
      ...this.#state,
      ...changes,
    }) as this;
  }
}
