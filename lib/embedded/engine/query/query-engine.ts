import { MalformedQueryException } from '../../../exceptions/malformed-query.exception.js';
import type { QueryResponse } from '../../../protocol/query-response.interface.js';
import { parseSoqlWithPositions } from '../../../soql/parser/soql-parser.js';
import type { Catalog } from '../../catalog/catalog.js';
import { OrgError } from '../../org-error.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { TableSchema } from '../table-schema.js';
import { defineDistance } from './functions/distance-function.js';
import { QueryCursorStorage } from './query-cursor.storage.js';
import { QueryExecutor } from './query-executor.js';
import type { QueryPlan } from './query-plan.interface.js';
import { QueryPlanStorage } from './query-plan.storage.js';
import { planQuery } from './query-planner.js';
import { SoqlSource } from './soql-source.js';

const [MIN_BATCH, MAX_BATCH] = [200, 2000];

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
  readonly #executor: QueryExecutor;

  constructor({ catalog, database, now }: QueryEngineDependencies) {
    this.#catalog = catalog;
    this.#now = now;
    this.#tables = new TableSchema(database);
    this.#plans = new QueryPlanStorage(catalog);
    this.#executor = new QueryExecutor(database, new QueryCursorStorage(now));
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
    const run = { now: this.#now(), userId: user.id };
    return this.#executor.run(plan, run, { batchSize: heldBatchSize(batchSize) ?? MAX_BATCH, apiVersion });
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

  #plan(soql: string, allRows: boolean): QueryPlan {
    const { query, positionOf } = parsed(soql);
    return planQuery(query, new SoqlSource(soql, positionOf), this.#catalog, allRows);
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
