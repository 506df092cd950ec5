import { exceptionFromResponse } from '../exceptions/salesforce-exception.converter.js';
import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import type { QueryResponse } from '../protocol/query-response.interface.js';
import type { QueryOptions, ResourceRequest } from './resource-request.interface.js';
import { resourceUrl } from './resource-url.js';

/** A server may refuse URI and headers above 16,384 bytes together; what is left is for the headers. */
const LONGEST_URL = 15_500;

/** What paging needs of a connection. */
interface QueryResource {
  readonly name: string;
  readonly apiVersion: string;
  resource<T>(request: ResourceRequest): Promise<T>;
}

/** The pages of a query's result, each one fetched while the one before it is consumed. */
export async function* queryPages<T>(
  connection: QueryResource,
  soql: string,
  { allRows = false, batchSize, signal }: QueryOptions,
): AsyncGenerator<QueryResponse<T>, void, undefined> {
  const abandoned = new AbortController();
  const call: PageCall = {
    headers: batchSize === undefined ? {} : { 'sforce-query-options': `batchSize=${batchSize}` },
    signal: signal ? AbortSignal.any([signal, abandoned.signal]) : abandoned.signal,
  };
  const resource = allRows ? 'queryAll' : 'query';
  try {
    let page = await firstPage<T>(connection, resource, soql, call);
    while (!page.done) {
      const next = nextPage<T>(connection, page, call);
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
  readonly signal: AbortSignal;
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

async function nextPage<T>(
  connection: QueryResource,
  { nextRecordsUrl }: QueryResponse<T>,
  call: PageCall,
): Promise<QueryResponse<T>> {
  if (nextRecordsUrl === undefined) {
    throw new InvalidResponseException(
      'The page of a query has no successor though it is not the last one.',
      {
        connection: connection.name,
      },
    );
  }
  return asPage(connection, await connection.resource({ path: nextRecordsUrl, ...call }));
}

interface CompositeResponse {
  readonly compositeResponse: readonly { readonly httpStatusCode: number; readonly body: unknown }[];
}

/** A long query travels in a body: as the only sub-request of a composite call, which counts as one call. */
async function queryThroughComposite(
  connection: QueryResource,
  url: string,
  { headers, signal }: PageCall,
): Promise<unknown> {
  const { compositeResponse } = await connection.resource<CompositeResponse>({
    method: 'POST',
    path: 'composite',
    body: { compositeRequest: [{ method: 'GET', url, referenceId: 'query', httpHeaders: headers }] },
    signal,
  });
  const [answer] = compositeResponse;
  if (answer === undefined || answer.httpStatusCode >= 400) {
    throw exceptionFromResponse({
      status: answer?.httpStatusCode ?? 500,
      body: JSON.stringify(answer?.body ?? ''),
      connection: connection.name,
    });
  }
  return answer.body;
}

/** Refuses anything but a page: an answer of another form must not pass for an empty result. */
function asPage<T>(connection: QueryResource, answer: unknown): QueryResponse<T> {
  const page = answer as Partial<QueryResponse<T>> | undefined | null;
  if (Array.isArray(page?.records) && typeof page.done === 'boolean') return page as QueryResponse<T>;
  throw new InvalidResponseException('The answer to a query is no page of records.', {
    connection: connection.name,
  });
}
