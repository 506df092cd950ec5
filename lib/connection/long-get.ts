import { exceptionFromResponse } from '../exceptions/salesforce-exception.converter.js';
import type { ResourceRequest } from './resource-request.interface.js';
import { resourceUrl } from './resource-url.js';

/** A server may refuse URI and headers above 16,384 bytes together; what is left is for the headers. */
const LONGEST_URL = 15_500;

/** What reading needs of a connection. */
export interface ReadableResource {
  readonly name: string;
  readonly apiVersion: string;
  resource<T>(request: ResourceRequest): Promise<T>;
}

export interface LongGetRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

interface BatchResponse {
  readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

/** Reads a resource whose parameters may be too long for a URL: they then travel in the body of a batch of one request. */
export async function longGet(
  connection: ReadableResource,
  { path, query, signal }: LongGetRequest,
): Promise<unknown> {
  const url = resourceUrl(connection.apiVersion, path, query);
  if (url.length <= LONGEST_URL) return connection.resource({ path, query, signal });
  const { results } = await connection.resource<BatchResponse>({
    method: 'POST',
    path: 'composite/batch',
    body: { batchRequests: [{ method: 'GET', url: url.replace('/services/data/', '') }] },
    signal,
  });
  const [answer] = results;
  if (answer && answer.statusCode < 400) return answer.result;
  throw exceptionFromResponse({
    status: answer?.statusCode ?? 500,
    body: JSON.stringify(answer?.result ?? ''),
    connection: connection.name,
  });
}
