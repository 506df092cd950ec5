import type { QueryOptions } from '../../../lib/connection/resource-request.interface.js';
import type { QueryResponse, WireRecord } from '../../../lib/protocol/query-response.interface.js';
import type { RecordSource } from '../../../lib/query/execution/record-pages.js';
import { NO_CONTENT } from '../../support/no-content.js';

type PageOptions = Pick<QueryOptions, 'batchSize' | 'signal'>;

/** A connection that answers each query with pages made up beforehand, an error among them being thrown. */
export class ScriptedSource implements RecordSource {
  readonly name = 'default';
  readonly open = NO_CONTENT.open as RecordSource['open'];
  readonly queries: string[] = [];
  readonly options: QueryOptions[] = [];
  /** Queries whose pages nobody reads any more, in the order they were left or ended. */
  readonly left: string[] = [];
  readonly pageCalls: { readonly url: string; readonly options: PageOptions }[] = [];
  readonly #answer: (soql: string) => readonly (QueryResponse | Error)[];

  constructor(
    answer: (soql: string) => readonly (QueryResponse | Error)[],
    readonly furtherPage: (url: string, options: PageOptions) => Promise<QueryResponse> = async (url) => {
      throw new Error(`Nobody expected a call of ${url}`);
    },
  ) {
    this.#answer = answer;
  }

  async *pages<T>(
    soql: string,
    options: QueryOptions = {},
  ): AsyncGenerator<QueryResponse<T>, void, undefined> {
    this.queries.push(soql);
    this.options.push(options);
    try {
      for (const page of this.#answer(soql)) {
        if (page instanceof Error) throw page;
        yield page as QueryResponse<T>;
      }
    } finally {
      this.left.push(soql);
    }
  }

  async page<T>(url: string, options: PageOptions = {}): Promise<QueryResponse<T>> {
    this.pageCalls.push({ url, options });
    return (await this.furtherPage(url, options)) as QueryResponse<T>;
  }
}

export function record(fields: Record<string, unknown>): WireRecord {
  return { attributes: { type: 'Account' }, ...fields };
}

/** A page of records; there are more of them when `totalSize` says so. */
export function page(records: readonly Record<string, unknown>[], totalSize = records.length): QueryResponse {
  return { totalSize, done: records.length === totalSize, records: records.map(record) };
}
