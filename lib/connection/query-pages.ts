import { anySignal } from '../common/any-signal.js';
import { pause, retry, type RetryPolicy } from '../common/retry.js';
import { exceptionFromResponse } from '../exceptions/salesforce-exception.converter.js';
import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import { isLostAnswer } from '../exceptions/lost-answer.js';
import type { QueryResponse } from '../protocol/query-response.interface.js';
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
export interface QueryResource {
  readonly name: string;
  readonly apiVersion: string;
  resource<T>(request: ResourceRequest): Promise<T>;
}

/** What a page says of the one after it. */
export type PageHead = Pick<QueryResponse, 'done' | 'nextRecordsUrl'>;

/** In which form pages are read: what a resource answers, or what has been read already, as a page. */
export interface PageForm<Page extends PageHead> {
  read(request: ResourceRequest): Promise<Page>;
  take(answer: unknown): Page;
}

/** The pages of a query's result. */
export function queryPages<T>(
  connection: QueryResource,
  soql: string,
  options: QueryOptions,
  retries?: RetryPolicy,
): AsyncGenerator<QueryResponse<T>, void, undefined> {
  return followPages(connection, soql, options, wholePages<T>(connection), retries);
}

/** The page that a `nextRecordsUrl` stands for. */
export async function readPage<T>(
  connection: QueryResource,
  nextRecordsUrl: string,
  { batchSize, signal }: Pick<QueryOptions, 'batchSize' | 'signal'>,
  retries: RetryPolicy = PAGE_RETRIES,
): Promise<QueryResponse<T>> {
  return fetchPage(
    wholePages(connection),
    nextRecordsUrl,
    { headers: pageHeaders(batchSize), signal },
    retries,
  );
}

/**
 * The pages of a query's result, each one fetched while the one before it is consumed: no more than two are held. What is
 * under way is given up when the consumer leaves or the signal says so.
 */
export async function* followPages<Page extends PageHead>(
  connection: QueryResource,
  soql: string,
  { allRows = false, batchSize, signal }: QueryOptions,
  form: PageForm<Page>,
  retries: RetryPolicy = PAGE_RETRIES,
): AsyncGenerator<Page, void, undefined> {
  const abandoned = new AbortController();
  const call: PageCall = {
    headers: pageHeaders(batchSize),
    signal: anySignal(abandoned.signal, signal),
  };
  const resource = allRows ? 'queryAll' : 'query';
  try {
    let page = await firstPage(connection, form, resource, soql, call);
    while (!page.done) {
      const next = followingPage(connection, form, page, call, retries);
      next.catch(() => undefined); // it is awaited below, but its failure may come while the consumer is busy
      yield page;
      page = await next;
    }
    yield page;
  } finally {
    abandoned.abort();
  }
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

async function firstPage<Page extends PageHead>(
  connection: QueryResource,
  form: PageForm<Page>,
  resource: string,
  soql: string,
  call: PageCall,
): Promise<Page> {
  const request = { path: resource, query: { q: soql } };
  const url = resourceUrl(connection.apiVersion, request.path, request.query);
  return url.length > LONGEST_URL
    ? form.take(await queryThroughComposite(connection, url, call))
    : form.read({ ...request, ...call });
}

async function followingPage<Page extends PageHead>(
  connection: QueryResource,
  form: PageForm<Page>,
  { nextRecordsUrl }: Page,
  call: PageCall,
  retries: RetryPolicy,
): Promise<Page> {
  if (nextRecordsUrl !== undefined) return fetchPage(form, nextRecordsUrl, call, retries);
  throw new InvalidResponseException('The page of a query has no successor though it is not the last one.', {
    connection: connection.name,
  });
}

async function fetchPage<Page extends PageHead>(
  form: PageForm<Page>,
  path: string,
  call: PageCall,
  retries: RetryPolicy,
): Promise<Page> {
  return retry(() => form.read({ path, ...call }), isLostAnswer, retries, call.signal);
}

function wholePages<T>(connection: QueryResource): PageForm<QueryResponse<T>> {
  return {
    read: async (request) => asPage(connection.name, await connection.resource(request)),
    take: (answer) => asPage(connection.name, answer),
  };
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
export function asPage<T>(connection: string, answer: unknown): QueryResponse<T> {
  const page = answer as Partial<QueryResponse<T>> | undefined | null;
  if (Array.isArray(page?.records) && typeof page.done === 'boolean') return page as QueryResponse<T>;
  throw new InvalidResponseException('The answer to a query is no page of records.', { connection });
}
