import { MalformedQueryException } from '../../../exceptions/malformed-query.exception.js';
import type { QueryResponse } from '../../../protocol/query-response.interface.js';
import type { SelectItem } from '../../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { parseSoqlWithPositions } from '../../../soql/parser/soql-parser.js';
import type { Catalog } from '../../catalog/catalog.js';
import { OrgError } from '../../org-error.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { TimeZoneStorage } from '../calendar/time-zone.storage.js';
import { TableSchema } from '../table-schema.js';
import { defineDistance } from './functions/distance-function.js';
import { QueryCursorStorage } from './query-cursor.storage.js';
import { QueryExecutor } from './query-executor.js';
import { QueryExplainer, type Explanation } from './query-explainer.js';
import type { QueryRun } from './query-run.interface.js';
import type { QueryPlan } from './query-plan.interface.js';
import { QueryPlanStorage } from './query-plan.storage.js';
import { planFound, planQuery } from './query-planner.js';
import { StoredUserSettings, type UserSettingsSource } from './stored-user-settings.js';
import type { SqlFragment } from './sql-fragment.js';
import { SoqlSource } from './soql-source.js';

const [MIN_BATCH, MAX_BATCH] = [200, 2000];
const COUNT: SelectItem = { kind: 'expression', expression: { kind: 'function', name: 'COUNT', args: [] } };

export interface QueryEngineDependencies {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  /** The clock that relative dates and the life of cursors go by. */
  now(): Date;
}

export interface QueryRequest {
  /** Who asks: `USING SCOPE mine` are this user's records, and the cursor is this user's. */
  readonly user: { readonly id: string };
  /** Sees deleted records too. @default false */
  readonly allRows?: boolean;
  /** Rows of a page, held between 200 and 2000. @default 2000 */
  readonly batchSize?: number;
  readonly apiVersion: string;
}

/** Answers SOQL from the tables of the org. */
export class QueryEngine {
  readonly #catalog: Catalog;
  readonly #now: () => Date;
  readonly #tables: TableSchema;
  readonly #plans: QueryPlanStorage;
  readonly #settingsSource: UserSettingsSource;
  readonly #executor: QueryExecutor;
  readonly #explainer: QueryExplainer;

  constructor({ catalog, database, now }: QueryEngineDependencies) {
    this.#catalog = catalog;
    this.#now = now;
    this.#tables = new TableSchema(database);
    this.#plans = new QueryPlanStorage(catalog);
    this.#executor = new QueryExecutor(database, new QueryCursorStorage(now));
    this.#settingsSource = { catalog, database, tables: this.#tables, zones: new TimeZoneStorage(database) };
    this.#explainer = new QueryExplainer(database);
    defineDistance(database);
  }

  /**
   * The first page of a query's result.
   *
   * @throws OrgError with the platform's code and text for a query that it would refuse.
   */
  run(soql: string, { user, allRows = false, batchSize, apiVersion }: QueryRequest): QueryResponse {
    const plan = this.#plans.get(`${allRows ? 'all' : 'live'} ${soql}`, () => this.#plan(soql, allRows));
    for (const object of plan.objects) this.#tables.ensure(object);
    return this.#executor.run(plan, this.#runOf(user), {
      batchSize: heldBatchSize(batchSize) ?? MAX_BATCH,
      apiVersion,
    });
  }

  /**
   * A later page; `locator` is the last segment of a `nextRecordsUrl`.
   *
   * @throws OrgError `INVALID_QUERY_LOCATOR` for an unknown or expired one.
   */
  more(locator: string, { user, batchSize, apiVersion }: QueryRequest): QueryResponse {
    const held = heldBatchSize(batchSize);
    return this.#executor.more(locator, user.id, {
      apiVersion,
      ...(held !== undefined && { batchSize: held }),
    });
  }

  /**
   * The records of a query that is no text of its own, among those that a search has found.
   *
   * @param found a condition on the root table, `t0`.
   * @throws OrgError with the platform's code and text for a query that it would refuse.
   */
  select(
    query: SoqlQuery,
    source: SoqlSource,
    found: SqlFragment,
    { user, apiVersion }: QueryRequest,
  ): QueryResponse {
    const plan = planFound(query, source, this.#catalog, found);
    for (const object of plan.objects) this.#tables.ensure(object);
    return this.#executor.run(plan, this.#runOf(user), { batchSize: MAX_BATCH, apiVersion });
  }

  /**
   * How the query would be run.
   *
   * @throws OrgError for a query that would be refused.
   */
  explain(soql: string, { user }: Pick<QueryRequest, 'user'>): Explanation {
    const { query, positionOf } = parsed(soql);
    const source = new SoqlSource(soql, positionOf);
    const plan = planQuery(query, source, this.#catalog, false);
    const { from, scope, where } = query;
    const counted: SoqlQuery = {
      kind: 'query',
      select: [COUNT],
      from,
      ...(scope && { scope }),
      ...(where && { where }),
    };
    const count = planQuery(counted, source, this.#catalog, false);
    for (const object of plan.objects) this.#tables.ensure(object);
    const run = this.#runOf(user);
    const { totalSize: found } = this.#executor.run(count, run, { batchSize: MAX_BATCH, apiVersion: '' });
    const object = this.#catalog.get(from.sobject)!;
    return { plans: this.#explainer.explain({ query, plan, object, found, run }), sourceQuery: soql };
  }

  #plan(soql: string, allRows: boolean): QueryPlan {
    const { query, positionOf } = parsed(soql);
    return planQuery(query, new SoqlSource(soql, positionOf), this.#catalog, allRows);
  }

  #runOf({ id }: QueryRequest['user']): QueryRun {
    return { now: this.#now(), userId: id, settings: new StoredUserSettings(this.#settingsSource, id) };
  }
}

function heldBatchSize(batchSize: number | undefined): number | undefined {
  return batchSize === undefined ? undefined : Math.min(Math.max(batchSize, MIN_BATCH), MAX_BATCH);
}

function parsed(soql: string): ReturnType<typeof parseSoqlWithPositions> {
  try {
    return parseSoqlWithPositions(soql);
  } catch (error) {
    if (!(error instanceof MalformedQueryException)) throw error;
    throw new OrgError(error.errorCode ?? 'MALFORMED_QUERY', error.message);
  }
}
