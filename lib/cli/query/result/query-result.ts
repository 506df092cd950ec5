import type { SalesforceConnection } from '../../../connection/salesforce-connection.js';
import type { QueryResponse, WireRecord } from '../../../protocol/query-response.interface.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import { parseSoql } from '../../../soql/parser/soql-parser.js';
import { printSoql } from '../../../soql/soql-printer.js';
import { withAllChildren } from './child-records.js';
import { RecordColumn } from './record-column.js';
import { resultColumns } from './result-columns.js';
import type { ResultSet } from './result-set.interface.js';
import { isAggregateItem, isCount, selectedPaths } from './selected-paths.js';

export interface QueryRunOptions {
  /** Finds deleted and archived records too. @default false */
  readonly allRows?: boolean;
  /** At most so many records. @default all */
  readonly limit?: number;
  /** Whether all records of subqueries are read, not only those that come with their parents. @default false */
  readonly children?: boolean;
  readonly signal?: AbortSignal;
}

type QueryConnection = Pick<SalesforceConnection, 'pages' | 'page'>;

/** Runs a query up to its first page, which tells the columns. The other pages are read as they are asked for. */
export async function queryResult(
  connection: QueryConnection,
  soql: string,
  { allRows, limit = Infinity, children = false, signal }: QueryRunOptions = {},
): Promise<ResultSet> {
  const query = parsed(soql);
  const pages = connection.pages(limited(soql, query, limit), { allRows, signal });
  const { value: first } = await pages.next();
  if (!first) return { columns: [], pages: pagesOf([]) };
  if (query ? isCount(query) : first.records.length < first.totalSize && first.done) {
    const row = { attributes: { type: 'AggregateResult' }, count: first.totalSize };
    return { columns: [new RecordColumn(['count'])], pages: pagesOf([row]) };
  }
  const whole = (records: readonly WireRecord[]) =>
    children ? withAllChildren(records, connection, signal) : Promise.resolve(records);
  return {
    columns: resultColumns(first.records, query && selectedPaths(query)),
    pages: following(first, pages, limit, whole),
  };
}

/** Records that are there already, as pages. */
export async function* pagesOf(records: readonly WireRecord[]): AsyncGenerator<readonly WireRecord[]> {
  yield records;
}

async function* following(
  first: QueryResponse,
  rest: AsyncGenerator<QueryResponse>,
  limit: number,
  whole: (records: readonly WireRecord[]) => Promise<readonly WireRecord[]>,
): AsyncGenerator<readonly WireRecord[]> {
  let left = limit;
  try {
    for (let page: QueryResponse | undefined = first; page && left > 0; page = await nextOf(rest)) {
      yield await whole(page.records.slice(0, left));
      left -= page.records.length;
    }
  } finally {
    await rest.return(undefined);
  }
}

async function nextOf(pages: AsyncGenerator<QueryResponse>): Promise<QueryResponse | undefined> {
  const { done, value } = await pages.next();
  return done ? undefined : value;
}

/** The tree of a query. What only the org can read goes there all the same: the message is the org's. */
function parsed(soql: string): SoqlQuery | undefined {
  try {
    return parseSoql(soql);
  } catch {
    return undefined;
  }
}

/** The query with the limit in it, where it takes one, so that the org reads no more than is shown. */
function limited(soql: string, query: SoqlQuery | undefined, limit: number): string {
  const isOneRow = query?.groupBy === undefined && query?.select.some(isAggregateItem);
  if (!query || isOneRow || limit >= (query.limit ?? Infinity)) return soql;
  return printSoql({ ...query, limit });
}
