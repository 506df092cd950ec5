import { anySignal } from '../../common/any-signal.js';
import { ConcurrencyGate } from '../../common/concurrency-gate.js';
import type { SalesforceConnection } from '../../connection/salesforce-connection.js';
import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import type { EntityShape, RelationShape } from '../../hydration/entity-shape.interface.js';
import type { QueryResponse, WireRecord } from '../../protocol/query-response.interface.js';
import { checkComplete } from './check-complete.js';

/** Pages of children that are read at a time: some, to hide the way to the org, and few, to leave others room. */
const PAGES_AT_A_TIME = 5;

/** What reading child records needs of a connection, and of the call they belong to. */
export interface ChildPageSource {
  readonly connection: Pick<SalesforceConnection, 'name' | 'page'>;
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
}

/**
 * Records whose child records are all there. The children of a record have pages of their own, of which the record comes
 * with the first one; the others are fetched here, of several records at a time. When one is missing, all are given up.
 */
export async function completeChildren(
  source: ChildPageSource,
  shape: EntityShape,
  records: readonly WireRecord[],
): Promise<readonly WireRecord[]> {
  if (shape.children.length === 0) return records;
  const failed = new AbortController();
  const signal = anySignal(failed.signal, source.signal);
  try {
    return await new ChildPageReader({ ...source, signal }).complete(shape, records);
  } finally {
    failed.abort();
  }
}

class ChildPageReader {
  readonly #source: ChildPageSource;
  readonly #gate = new ConcurrencyGate(PAGES_AT_A_TIME);

  constructor(source: ChildPageSource) {
    this.#source = source;
  }

  async complete({ children }: EntityShape, records: readonly WireRecord[]): Promise<readonly WireRecord[]> {
    if (children.length === 0) return records;
    return Promise.all(records.map((record) => this.#completeRecord(children, record)));
  }

  async #completeRecord(children: readonly RelationShape[], record: WireRecord): Promise<WireRecord> {
    const pages: Record<string, QueryResponse> = {};
    for (const relation of children) {
      const first = record?.[relation.relationshipName];
      if (isPage(first)) pages[relation.relationshipName] = await this.#completePage(relation, first);
    }
    // What is no record, or holds no page, is for the hydrator to refuse.
    return Object.keys(pages).length === 0 ? record : { ...record, ...pages };
  }

  async #completePage(
    { relationshipName, shape }: RelationShape,
    first: QueryResponse,
  ): Promise<QueryResponse> {
    const records = [...first.records];
    let page = first;
    while (!page.done) {
      page = await this.#nextPage(relationshipName, page);
      for (const record of page.records) records.push(record);
    }
    checkComplete(first.totalSize, records.length, relationshipName, this.#source.connection.name);
    return { totalSize: records.length, done: true, records: await this.complete(shape, records) };
  }

  async #nextPage(relationshipName: string, { nextRecordsUrl }: QueryResponse): Promise<QueryResponse> {
    const { connection, ...options } = this.#source;
    if (nextRecordsUrl !== undefined) {
      return this.#gate.run(() => connection.page(nextRecordsUrl, options));
    }
    throw new InvalidResponseException(
      `The child records '${relationshipName}' go on, but the rest did not arrive.`,
      { connection: connection.name },
    );
  }
}

function isPage(value: unknown): value is QueryResponse {
  return typeof value === 'object' && value !== null && 'records' in value && Array.isArray(value.records);
}
