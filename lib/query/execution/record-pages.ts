import type { PagePart } from '../../connection/page-parts.js';
import type { QueryOptions } from '../../connection/resource-request.interface.js';
import type { SalesforceConnection } from '../../connection/salesforce-connection.js';
import { QueryCursorExpiredException } from '../../exceptions/query-cursor-expired.exception.js';
import type { EntityShape } from '../../hydration/entity-shape.interface.js';
import type { WireRecord } from '../../protocol/query-response.interface.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { checkComplete } from './check-complete.js';
import { completeChildren } from './child-pages.js';
import { textOf } from './query-text.js';
import { isCursorLost, queryAfter } from './resumption.js';

/** What reading records needs of a connection. */
export type RecordSource = Pick<SalesforceConnection, 'name' | 'pages' | 'page' | 'open'> &
  Partial<Pick<SalesforceConnection, 'cache' | 'parts'>>;

/** Some of the records of a result, in their order. */
export interface RecordPage {
  /** How many records the whole result has. */
  readonly total: number;
  readonly records: readonly WireRecord[];
  /** Whether records that came with these follow: a page may be read in parts. */
  readonly more?: boolean;
}

/** How the records of a query are read. */
export interface ReadOptions extends QueryOptions {
  /** Gives out larger pages in parts, of which one at a time takes room. @default false */
  readonly inParts?: boolean;
}

/**
 * The records of one query, page by page, their children with them. Every record the org announced is given out, or the run
 * fails: a part never passes for the whole. A cursor that is lost on the way is replaced by a query for the rest, where
 * the order tells what that is.
 *
 * @throws QueryCursorExpiredException when the cursor was lost and the order does not tell where to go on.
 */
export async function* recordPages(
  connection: RecordSource,
  query: SoqlQuery,
  shape: EntityShape,
  options: ReadOptions,
): AsyncGenerator<RecordPage, void, undefined> {
  let run = new QueryRun(connection, query, shape, options);
  let before = 0;
  for (;;) {
    try {
      for await (const page of run.pages()) yield { ...page, total: before + page.total };
      return;
    } catch (error) {
      if (!isCursorLost(error)) throw error;
      before += run.read;
      // A run that has read nothing would only repeat itself.
      const rest = run.read > 0 ? queryAfter(query, shape.entity.id, run.lastId, before) : undefined;
      if (!rest) throw describeLoss(error, shape, before);
      run = new QueryRun(connection, rest, shape, options);
    }
  }
}

/** One query, from its first page to its last one or to the loss of its cursor. */
class QueryRun {
  read = 0;
  /** The id of the last record given out. */
  lastId: unknown;

  constructor(
    readonly connection: RecordSource,
    readonly query: SoqlQuery,
    readonly shape: EntityShape,
    readonly options: ReadOptions,
  ) {}

  async *pages(): AsyncGenerator<RecordPage, void, undefined> {
    const { connection, shape } = this;
    const { batchSize, signal } = this.options;
    let announced: unknown;
    for await (const page of this.#parts()) {
      announced = page.totalSize;
      const records = await completeChildren({ connection, batchSize, signal }, shape, page.records);
      // Noted before, and valid after: whoever consumes the page may take its records out of it.
      const lastId = records.at(-1)?.['Id'];
      yield { total: page.totalSize, records, more: page.more };
      this.read += records.length;
      this.lastId = lastId ?? this.lastId;
    }
    // What the org counts of a query that skips records is nowhere promised.
    if (this.query.offset !== undefined) return;
    checkComplete(announced, this.read, shape.entity.apiName, connection.name);
  }

  #parts(): AsyncGenerator<PagePart<WireRecord>, void, undefined> {
    const { connection, query } = this;
    const { inParts, allRows, batchSize, signal } = this.options;
    const options = { allRows, batchSize, signal };
    return inParts && connection.parts
      ? connection.parts(textOf(query), options)
      : connection.pages(textOf(query), options);
  }
}

/** Salesforce's message says neither which result it was nor what to do. */
function describeLoss(error: unknown, { entity }: EntityShape, read: number): unknown {
  if (!(error instanceof QueryCursorExpiredException)) return error;
  return new QueryCursorExpiredException(
    `The org has lost the cursor of a query of ${entity.apiName} after ${read} records (${error.message}). ` +
      'It keeps one for two days at most, and fewer of them than were open, or none of an ended session. ' +
      `Order by ${entity.id.property} alone, and reading goes on by itself.`,
    {
      errorCode: error.errorCode,
      errors: error.errors,
      status: error.status,
      connection: error.connection,
      cause: error,
    },
  );
}
