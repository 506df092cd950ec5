import { MalformedQueryException } from '../../../exceptions/malformed-query.exception.js';
import type { QueryResponse } from '../../../protocol/query-response.interface.js';
import type { SelectItem } from '../../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { parseSoqlWithPositions } from '../../../soql/parser/soql-parser.js';
import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import type { OrgFormulas } from '../formula/org-formulas.js';
import type { OrgPermissions } from '../permissions/org-permissions.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { TimeZoneStorage } from '../calendar/time-zone.storage.js';
import { TableSchema } from '../table-schema.js';
import { defineDistance } from './functions/distance-function.js';
import type { QueryCatalog } from './query-catalog.interface.js';
import { QueryCatalogs } from './query-catalogs.js';
import { queryColumns, type QueryColumns } from './query-columns.js';
import { QueryCursorStorage } from './query-cursor.storage.js';
import { QueryExecutor } from './query-executor.js';
import { QueryExport } from './query-export.js';
import { QueryExplainer, type Explanation } from './query-explainer.js';
import type { QueryRun } from './query-run.interface.js';
import type { QueryPlan } from './query-plan.interface.js';
import { QueryPlanStorage } from './query-plan.storage.js';
import { planFound, planQuery } from './query-planner.js';
import { StoredUserSettings, type UserSettingsSource } from './stored-user-settings.js';
import { RecordScope } from './record-scope.js';
import type { SqlFragment } from './sql-fragment.js';
import { SoqlSource } from './soql-source.js';

const [MIN_BATCH, MAX_BATCH] = [200, 2000];
const COUNT: SelectItem = { kind: 'expression', expression: { kind: 'function', name: 'COUNT', args: [] } };

export interface QueryEngineDependencies {
  readonly catalog: ObjectCatalog;
  readonly database: SqliteDatabase;
  /** @default everybody sees everything */
  readonly permissions?: OrgPermissions;
  /** @default every field is stored */
  readonly formulas?: OrgFormulas;
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
  readonly #database: SqliteDatabase;
  readonly #now: () => Date;
  readonly #tables: TableSchema;
  readonly #plans = new WeakMap<QueryCatalog, QueryPlanStorage>();
  readonly #catalogs: QueryCatalogs;
  readonly #settingsSource: UserSettingsSource;
  readonly #executor: QueryExecutor;
  readonly #explainer: QueryExplainer;

  constructor({ catalog, database, now, permissions, formulas }: QueryEngineDependencies) {
    this.#database = database;
    this.#now = now;
    this.#tables = new TableSchema(database);
    this.#catalogs = new QueryCatalogs({ catalog, permissions, formulas });
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
    const plan = this.#plan(soql, user, allRows);
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
   * The rows of a query for records as tables have them, to be read a page at a time.
   *
   * @throws OrgError with the platform's code and text for a query that it would refuse.
   */
  export(soql: string, { user, allRows = false, apiVersion }: Omit<QueryRequest, 'batchSize'>): QueryExport {
    const plan = this.#plan(soql, user, allRows);
    if (plan.kind !== 'records') throw new OrgError('MALFORMED_QUERY', 'Aggregate queries have no records');
    return new QueryExport(this.#database, plan, this.#runOf(user), apiVersion);
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
    const plan = this.#ready(planFound(query, source, this.#catalogs.of(user), found));
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
    const catalog = this.#catalogs.of(user);
    const plan = this.#ready(planQuery(query, source, catalog, false));
    const { from, scope, where } = query;
    const counted: SoqlQuery = {
      kind: 'query',
      select: [COUNT],
      from,
      ...(scope && { scope }),
      ...(where && { where }),
    };
    const count = planQuery(counted, source, catalog, false);
    const run = this.#runOf(user);
    const { totalSize: found } = this.#executor.run(count, run, { batchSize: MAX_BATCH, apiVersion: '' });
    const object = catalog.get(from.sobject)!;
    return { plans: this.#explainer.explain({ query, plan, object, found, run }), sourceQuery: soql };
  }

  /**
   * What the records of the query are made of.
   *
   * @throws OrgError for a query that would be refused.
   */
  columns(soql: string, { user, allRows = false }: Pick<QueryRequest, 'user' | 'allRows'>): QueryColumns {
    const { query, positionOf } = parsed(soql);
    const source = new SoqlSource(soql, positionOf);
    const catalog = this.#catalogs.of(user);
    planQuery(query, source, catalog, allRows);
    const object = catalog.get(query.from.sobject)!;
    return queryColumns(query, new RecordScope(catalog, source, object, query.from));
  }

  /** Whether a user can query an object at all. */
  sees(user: QueryRequest['user'], object: ObjectSchema): boolean {
    return this.#catalogs.of(user).get(object.name) !== undefined;
  }

  /** Plans are kept by text and by what the user sees, which is mostly the same for all. */
  #plan(soql: string, user: QueryRequest['user'], allRows: boolean): QueryPlan {
    const catalog = this.#catalogs.of(user);
    let plans = this.#plans.get(catalog);
    if (!plans) this.#plans.set(catalog, (plans = new QueryPlanStorage(catalog)));
    const plan = plans.get(`${allRows ? 'all' : 'live'} ${soql}`, () => {
      const { query, positionOf } = parsed(soql);
      return planQuery(query, new SoqlSource(soql, positionOf), catalog, allRows);
    });
    return this.#ready(plan);
  }

  /** Sees to it that the tables of a plan are there, with all their columns whatever of them the user sees. */
  #ready<Plan extends QueryPlan>(plan: Plan): Plan {
    for (const object of plan.objects) this.#tables.ensure(this.#catalogs.whole(object));
    return plan;
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
