import type { Observable } from 'rxjs';
import { anySignal } from '../../common/any-signal.js';
import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import type { EntityShape } from '../../hydration/entity-shape.interface.js';
import { compileHydrator } from '../../hydration/record-hydrator.js';
import type { WireRecord } from '../../protocol/query-response.interface.js';
import { functionCall } from '../../soql/ast/factories/expression.factory.js';
import { selected } from '../../soql/ast/factories/select-item.factory.js';
import { soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import type { QueryOptions } from '../../connection/resource-request.interface.js';
import type { CacheOptions } from '../cache/cache-options.interface.js';
import { cached } from '../cache/cached.js';
import type { FindPlan } from '../find/find-query.builder.js';
import { mergedPages } from './merged-pages.js';
import { observe } from './observe.js';
import { pageWindow } from './page-window.js';
import { textOf } from './query-text.js';
import { type RecordPage, recordPages, type RecordSource } from './record-pages.js';
import { fitsPlatform, splitQuery } from './split-query.js';
import type { StreamOptions } from './stream-options.interface.js';

/** Runs compiled finds. A plan that can find nothing makes no call. */
export class QueryExecutor {
  readonly #connection: RecordSource;

  constructor(connection: RecordSource) {
    this.#connection = connection;
  }

  /** All records, of all pages. */
  async all<T>(plan: FindPlan, options: StreamOptions & CacheOptions = {}): Promise<T[]> {
    const { cache, ...reading } = options;
    const hydrate = compileHydrator(plan.shape);
    if (cache)
      return (await this.#cachedRecords(plan, reading, cache)).map(
        (record) => hydrate(record, this.#connection) as T,
      );
    const entities: T[] = [];
    for await (const { records } of this.#pages(plan, reading)) {
      for (const record of released(records)) entities.push(hydrate(record, this.#connection) as T);
    }
    return entities;
  }

  /** The records one by one; of no more than two pages the text is held, and of the current one some records. */
  async *stream<T>(plan: FindPlan, options: StreamOptions = {}): AsyncGenerator<T, void, undefined> {
    const hydrate = compileHydrator(plan.shape);
    for await (const { records } of this.#pages(plan, options)) {
      for (const record of released(records)) yield hydrate(record, this.#connection) as T;
    }
  }

  /** The records one by one, read anew for each subscription; unsubscribing ends what is under way. */
  observe<T>(plan: FindPlan, options: StreamOptions = {}): Observable<T> {
    return observe((signal) => this.stream<T>(plan, { ...options, signal }), options.signal);
  }

  /** How many records there are; none of them travels. */
  async count(plan: FindPlan, options: QueryOptions & CacheOptions = {}): Promise<number> {
    if (plan.empty) return 0;
    const { cache, ...reading } = options;
    const query = soqlQuery({
      ...plan.query,
      select: [selected(functionCall('COUNT'))],
      orderBy: undefined,
      for: undefined,
      update: undefined,
    });
    const count = async () => Math.max(0, (await this.#count(query, reading)) - plan.skip);
    return cache ? cached(this.#connection, { query, shape: plan.shape, ...reading }, cache, count) : count();
  }

  async #count(counting: SoqlQuery, options: QueryOptions): Promise<number> {
    if (fitsPlatform(counting)) return this.#countOf(counting, options);
    const { limit = Infinity, offset = 0 } = counting;
    let count = 0;
    for (const part of splitQuery(soqlQuery({ ...counting, limit: undefined, offset: undefined }))) {
      count += await this.#countOf(part, options);
    }
    return Math.min(Math.max(0, count - offset), limit);
  }

  async #countOf(counting: SoqlQuery, options: QueryOptions): Promise<number> {
    for await (const { totalSize } of this.#connection.pages(textOf(counting), options)) {
      if (typeof totalSize === 'number') return totalSize;
    }
    throw new InvalidResponseException('The answer to a counting query holds no count.', {
      connection: this.#connection.name,
    });
  }

  async #cachedRecords(
    plan: FindPlan,
    options: StreamOptions,
    cache: NonNullable<CacheOptions['cache']>,
  ): Promise<readonly WireRecord[]> {
    if (plan.empty) return [];
    return cached(this.#connection, { ...plan, ...options }, cache, async () => {
      const all: WireRecord[] = [];
      for await (const { records } of this.#pages(plan, options)) all.push(...records);
      return all;
    });
  }

  async *#pages(
    { query, shape, empty, skip }: FindPlan,
    { onProgress, ...options }: StreamOptions,
  ): AsyncGenerator<RecordPage, void, undefined> {
    if (empty) return onProgress?.({ read: 0, total: 0 });
    let read = 0;
    const pages = this.#records(query, shape, options);
    for await (const page of skip > 0 ? pageWindow(pages, skip) : pages) {
      if (read === 0) onProgress?.({ read, total: page.total });
      yield page;
      read += page.records.length;
      if (read > 0 && !page.more) onProgress?.({ read, total: page.total });
    }
  }

  #records(
    query: SoqlQuery,
    shape: EntityShape,
    options: QueryOptions,
  ): AsyncGenerator<RecordPage, void, undefined> {
    if (fitsPlatform(query))
      return recordPages(this.#connection, query, shape, { ...options, inParts: true });
    return mergedPages(query, shape, (part, end) => {
      const signal = end ? anySignal(end, options.signal) : options.signal;
      return recordPages(this.#connection, part, shape, { ...options, signal });
    });
  }
}

/** The records of a page nobody else will read. It lets go of each one, so that the collector need not keep all to the last. */
function* released(records: readonly WireRecord[]): Generator<WireRecord, void, undefined> {
  const page = records as (WireRecord | undefined)[];
  for (let i = 0; i < page.length; i++) {
    const record = page[i] as WireRecord;
    page[i] = undefined;
    yield record;
  }
}
