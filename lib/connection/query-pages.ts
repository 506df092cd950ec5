import { anySignal } from '../common/any-signal.js';
import { pause, retry, type RetryPolicy } from '../common/retry.js';
import { exceptionFromResponse } from '../exceptions/salesforce-exception.converter.js';
import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import type { QueryResponse } from '../protocol/query-response.interface.js';
import { isLostAnswer } from './lost-answer.js';
import type { QueryOptions, ResourceRequest } from './resource-request.interface.js';
import { resourceUrl } from './resource-url.js';

/** A server may refuse URI and headers above 16,384 bytes together; what is left is for the headers. */
const LONGEST_URL = 15_500;

/** What the platform takes as the size of a page. */
const SMALLEST_PAGE = 200;
const LARGEST_PAGE = 2_000;

/** A page that was lost on its way is asked for again: its locator still stands for it. */
export const PAGE_RETRIES: RetryPolicy = { delays: [250, 1_000, 4_000], pause };

/** What paging needs of a connection. */
interface QueryResource {
  readonly name: string;
  readonly apiVersion: string;
  resource<T>(request: ResourceRequest): Promise<T>;
}

/**
 * The pages of a query's result, each one fetched while the one before it is consumed: no more than two are held. What is
 * under way is given up when the consumer leaves or the signal says so.
 */
export async function* queryPages<T>(
  connection: QueryResource,
  soql: string,
  { allRows = false, batchSize, signal }: QueryOptions,
  retries: RetryPolicy = PAGE_RETRIES,
): AsyncGenerator<QueryResponse<T>, void, undefined> {
  const abandoned = new AbortController();
  const call: PageCall = {
    headers: pageHeaders(batchSize),
    signal: anySignal(abandoned.signal, signal),
  };
  const resource = allRows ? 'queryAll' : 'query';
  try {
    let page = await firstPage<T>(connection, resource, soql, call);
    while (!page.done) {
      const next = followingPage<T>(connection, page, call, retries);
      next.catch(() => undefined); // it is awaited below, but its failure may come while the consumer is busy
      yield page;
      page = await next;
    }
    yield page;
  } finally {
    abandoned.abort();
  }
}

/** The page that a `nextRecordsUrl` stands for. */
export async function readPage<T>(
  connection: QueryResource,
  nextRecordsUrl: string,
  { batchSize, signal }: Pick<QueryOptions, 'batchSize' | 'signal'>,
  retries: RetryPolicy = PAGE_RETRIES,
): Promise<QueryResponse<T>> {
  return fetchPage(connection, nextRecordsUrl, { headers: pageHeaders(batchSize), signal }, retries);
}

interface PageCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

function pageHeaders(batchSize: number | undefined): PageCall['headers'] {
  if (batchSize === undefined) return {};
  if (Number.isInteger(batchSize) && batchSize >= SMALLEST_PAGE && batchSize <= LARGEST_PAGE) {
    return { 'sforce-query-options': `batchSize=${batchSize}` };
  }
  throw new InvalidQueryException(
    `batchSize is a whole number of records from ${SMALLEST_PAGE} to ${LARGEST_PAGE}, not ${batchSize}. To read fewer records, limit the query.`,
  );
}

async function firstPage<T>(
  connection: QueryResource,
  resource: string,
  soql: string,
  call: PageCall,
): Promise<QueryResponse<T>> {
  const request = { path: resource, query: { q: soql } };
  const url = resourceUrl(connection.apiVersion, request.path, request.query);
  const answer =
    url.length > LONGEST_URL
      ? await queryThroughComposite(connection, url, call)
      : await connection.resource({ ...request, ...call });
  return asPage(connection, answer);
}

async function followingPage<T>(
  connection: QueryResource,
  { nextRecordsUrl }: QueryResponse<T>,
  call: PageCall,
  retries: RetryPolicy,
): Promise<QueryResponse<T>> {
  if (nextRecordsUrl !== undefined) return fetchPage(connection, nextRecordsUrl, call, retries);
  throw new InvalidResponseException('The page of a query has no successor though it is not the last one.', {
    connection: connection.name,
  });
}

async function fetchPage<T>(
  connection: QueryResource,
  path: string,
  call: PageCall,
  retries: RetryPolicy,
): Promise<QueryResponse<T>> {
  const read = () => connection.resource({ path, ...call });
  return asPage(connection, await retry(read, isLostAnswer, retries, call.signal));
}

interface CompositeResponse {
  readonly compositeResponse?: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
}

/** A long query travels in a body: as the only sub-request of a composite call, which counts as one call. */
async function queryThroughComposite(
  connection: QueryResource,
  url: string,
  { headers, signal }: PageCall,
): Promise<unknown> {
  const response = await connection.resource<CompositeResponse | undefined>({
    method: 'POST',
    path: 'composite',
    body: { compositeRequest: [{ method: 'GET', url, referenceId: 'query', httpHeaders: headers }] },
    signal,
  });
  const answer = response?.compositeResponse?.[0];
  if (!answer || answer.httpStatusCode < 400) return answer?.body;
  throw exceptionFromResponse({
    status: answer.httpStatusCode,
    body: JSON.stringify(answer.body ?? ''),
    connection: connection.name,
  });
}

/** Refuses anything but a page: an answer of another form must not pass for an empty result. */
function asPage<T>(connection: QueryResource, answer: unknown): QueryResponse<T> {
  const page = answer as Partial<QueryResponse<T>> | undefined | null;
  if (Array.isArray(page?.records) && typeof page.done === 'boolean') return page as QueryResponse<T>;
  throw new InvalidResponseException('The answer to a query is no page of records.', {
    connection: connection.name,
  });
}
