import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import type { EntityShape, RelationShape } from '../hydration/entity-shape.interface.js';
import type { QueryResponse, WireRecord } from '../protocol/query-response.interface.js';
import { checkComplete } from './check-complete.js';

/** What reading child records needs of a connection, and of the call they belong to. */
interface ChildPageSource {
  readonly connection: Pick<SalesforceConnection, 'name' | 'resource'>;
  readonly signal: AbortSignal | undefined;
}

/**
 * Records whose child records are all there. The children of a record have pages of their own, of which the record comes
 * with the first one; the others are fetched here.
 */
export async function completeChildren(
  source: ChildPageSource,
  { children }: EntityShape,
  records: readonly WireRecord[],
): Promise<readonly WireRecord[]> {
  if (children.length === 0) return records;
  const complete: WireRecord[] = [];
  for (const record of records) complete.push(await completeRecord(source, children, record));
  return complete;
}

async function completeRecord(
  source: ChildPageSource,
  children: readonly RelationShape[],
  record: WireRecord,
): Promise<WireRecord> {
  const pages: Record<string, QueryResponse> = {};
  for (const relation of children) {
    const first = record?.[relation.relationshipName];
    if (isPage(first)) pages[relation.relationshipName] = await completePage(source, relation, first);
  }
  // What is no record, or holds no page, is for the hydrator to refuse.
  return Object.keys(pages).length === 0 ? record : { ...record, ...pages };
}

async function completePage(
  source: ChildPageSource,
  { relationshipName, shape }: RelationShape,
  first: QueryResponse,
): Promise<QueryResponse> {
  const { name } = source.connection;
  const records = [...first.records];
  let page = first;
  while (!page.done) {
    page = await nextPage(source, relationshipName, page);
    for (const record of page.records) records.push(record);
  }
  checkComplete(first.totalSize, records.length, relationshipName, name);
  return { totalSize: records.length, done: true, records: await completeChildren(source, shape, records) };
}

async function nextPage(
  { connection, signal }: ChildPageSource,
  relationshipName: string,
  { nextRecordsUrl: path }: QueryResponse,
): Promise<QueryResponse> {
  const next: unknown = path === undefined ? undefined : await connection.resource({ path, signal });
  if (isPage(next)) return next;
  throw new InvalidResponseException(
    `The child records '${relationshipName}' go on, but the rest did not arrive.`,
    { connection: connection.name },
  );
}

function isPage(value: unknown): value is QueryResponse {
  return typeof value === 'object' && value !== null && 'records' in value && Array.isArray(value.records);
}
