import type { QueryOptions } from '../../connection/resource-request.interface.js';
import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type {
  AggregateColumns,
  ExactTerms,
  GroupingKind,
  GroupTerm,
} from '../aggregate/aggregate-row.type.js';
import type { Exact } from '../select/exact.type.js';
import type { QueryScope, WithOptions } from '../find/find-clauses.js';
import { buildFindQuery } from '../find/find-query.builder.js';
import type { OrderBy } from '../order-by/order-by.type.js';
import { Query } from '../query.js';
import { QueryExecutor } from '../execution/query-executor.js';
import { RecordRows } from '../execution/record-rows.js';
import type { Select } from '../select/select.type.js';
import type { Selected } from '../select/selected.type.js';
import type { Where } from '../where/where.type.js';
import { AggregateQueryBuilder } from './aggregate-query-builder.js';
import { allConditions } from './all-conditions.js';
import type { QueryContext } from './query-context.interface.js';
import { RunnableQuery } from './runnable-query.js';

/** What a query says so far. */
interface RecordQueryState {
  readonly select?: unknown;
  readonly where: readonly unknown[];
  readonly orderBy: readonly unknown[];
  readonly take?: number;
  readonly skip?: number;
  readonly scope?: QueryScope;
  readonly with?: WithOptions;
  readonly for?: 'view' | 'reference';
  readonly update?: 'tracking' | 'viewstat';
  readonly allRows?: boolean;
}

/**
 * A query put together step by step; each verb is the option of `find` of its name. Nothing changes: every verb gives a new
 * query, so that a common beginning can be kept and continued in several ways.
 *
 * @example
 * ```ts
 * const won = opportunities.query().where({ isWon: true });
 * const largest = await won.select({ name: true, amount: true }).orderBy({ amount: 'desc' }).take(10).all();
 * const byStage = await won.groupBy('stageName').aggregate({ deals: count(), total: sum('amount') }).all();
 * ```
 * @publicApi
 */
export class QueryBuilder<
  in out E extends object,
  in out S extends Select<E> | undefined = undefined,
> extends RunnableQuery<Selected<E, S>> {
  readonly #context: QueryContext;
  readonly #state: RecordQueryState;

  /** @internal */
  constructor(context: QueryContext, state: RecordQueryState = { where: [], orderBy: [] }) {
    super();
    this.#context = context;
    this.#state = state;
  }

  /** What to read of each record, in place of what was named before. @default all scalar fields */
  select<const T extends Select<E>>(selection: T & Exact<Select<E>, T>): QueryBuilder<E, T> {
    return new QueryBuilder<E, T>(this.#context, { ...this.#state, select: selection });
  }

  /** A condition that must hold beside those before. */
  where(condition: Where<E>): QueryBuilder<E, S> {
    return this.#with({ where: [...this.#state.where, condition] });
  }

  /** Keys to order by, behind those before. */
  orderBy(...keys: readonly OrderBy<E>[]): QueryBuilder<E, S> {
    return this.#with({ orderBy: [...this.#state.orderBy, ...keys] });
  }

  /** At most so many records. */
  take(count: number): QueryBuilder<E, S> {
    return this.#with({ take: count });
  }

  /** Leaves out the first so many records, 2000 at most. */
  skip(count: number): QueryBuilder<E, S> {
    return this.#with({ skip: count });
  }

  /** Whose records to look at. */
  scope(scope: QueryScope): QueryBuilder<E, S> {
    return this.#with({ scope });
  }

  /** What the REST API takes behind WITH. */
  with(options: WithOptions): QueryBuilder<E, S> {
    return this.#with({ with: options });
  }

  /** Marks the records as viewed, or as referred to, by the connected user. */
  for(purpose: 'view' | 'reference'): QueryBuilder<E, S> {
    return this.#with({ for: purpose });
  }

  /** Of knowledge articles: notes that a search came upon them, or counts them as viewed. */
  update(statistics: 'tracking' | 'viewstat'): QueryBuilder<E, S> {
    return this.#with({ update: statistics });
  }

  /** Looks at deleted and archived records too. */
  allRows(): QueryBuilder<E, S> {
    return this.#with({ allRows: true });
  }

  /**
   * Groups the records: by properties, by fields of parents, by parts of dates.
   *
   * @example
   * ```ts
   * const rows = await opportunities
   *   .query()
   *   .groupBy('stageName', { account: { industry: true } }, { year: calendarYear('closeDate') })
   *   .aggregate({ total: sum('amount') })
   *   .all();
   * ```
   */
  groupBy<const Terms extends readonly GroupTerm<E>[]>(
    ...terms: Terms & ExactTerms<E, Terms>
  ): AggregateQueryBuilder<E, Terms, unknown, 'plain'> {
    return this.#grouped<'plain', Terms>('plain', terms);
  }

  /** Groups the records, with subtotals from the last term to the first; three terms at most. */
  groupByRollup<const Terms extends readonly GroupTerm<E>[]>(
    ...terms: Terms & ExactTerms<E, Terms>
  ): AggregateQueryBuilder<E, Terms, unknown, 'rollup'> {
    return this.#grouped<'rollup', Terms>('rollup', terms);
  }

  /** Groups the records, with subtotals for every combination of terms; three terms at most. */
  groupByCube<const Terms extends readonly GroupTerm<E>[]>(
    ...terms: Terms & ExactTerms<E, Terms>
  ): AggregateQueryBuilder<E, Terms, unknown, 'cube'> {
    return this.#grouped<'cube', Terms>('cube', terms);
  }

  /**
   * Aggregates over all records, into one row.
   *
   * @example
   * ```ts
   * const { deals, total } = await opportunities.query().aggregate({ deals: count(), total: sum('amount') }).one();
   * ```
   */
  aggregate<const Columns extends AggregateColumns<E>>(
    columns: Columns,
  ): AggregateQueryBuilder<E, readonly [], Columns, 'none'> {
    return this.#grouped<'none', readonly []>('none', []).aggregate(columns);
  }

  override prepare(): Query<Selected<E, S>> {
    const { connection, metadata } = this.#context;
    const { allRows, where, orderBy, ...options } = this.#state;
    const plan = buildFindQuery(metadata, { ...options, where: allConditions(where), orderBy });
    const defaults: QueryOptions = allRows === undefined ? {} : { allRows };
    return new Query(
      connection,
      new RecordRows<Selected<E, S>>(new QueryExecutor(connection), plan),
      defaults,
    );
  }

  #with(changes: Partial<RecordQueryState>): QueryBuilder<E, S> {
    return new QueryBuilder<E, S>(this.#context, { ...this.#state, ...changes });
  }

  #grouped<Kind extends GroupingKind, Terms extends readonly unknown[]>(
    kind: Kind,
    groupBy: Terms,
  ): AggregateQueryBuilder<E, Terms, unknown, Kind> {
    const { select, orderBy, ...state } = this.#state;
    if (select === undefined && orderBy.length === 0) {
      return new AggregateQueryBuilder(this.#context, {
        ...state,
        kind,
        groupBy,
        aggregate: {},
        having: [],
        orderBy: [],
      });
    }
    throw new InvalidQueryException(
      `${this.#context.metadata.target.name}: a query reads records or aggregates them. Group before ordering, and leave out select: what is grouped by is in the row.`,
    );
  }
}
