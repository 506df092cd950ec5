import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import type { SearchResponse } from '../protocol/search-response.interface.js';
import { longGet, type ReadableResource } from './long-get.js';

/** The records a search finds, those of all its objects in one list. */
export async function searchRecords<T>(
  connection: ReadableResource,
  sosl: string,
  signal?: AbortSignal,
): Promise<T[]> {
  const answer = await longGet(connection, { path: 'search', query: { q: sosl }, signal });
  // Before version 37 the records came without an object around them.
  const records = Array.isArray(answer) ? answer : (answer as Partial<SearchResponse> | null)?.searchRecords;
  if (Array.isArray(records)) return records as T[];
  throw new InvalidResponseException('The answer to a search is no list of records.', {
    connection: connection.name,
  });
}
