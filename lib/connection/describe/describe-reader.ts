import { inOrder } from '../../common/in-order.js';
import { LimitExceededException } from '../../exceptions/limit-exceeded.exception.js';
import { SalesforceException } from '../../exceptions/salesforce.exception.js';
import type { DescribeGlobalResult, DescribeSObjectResult } from '../../protocol/describe.interface.js';
import type { DescribeSourceOptions } from '../../schema/describe-source.interface.js';
import { findObjects } from '../../schema/source/find-objects.js';
import { encodePathSegment } from '../resource-url.js';
import { conditionalGet, type DescribeConnection } from './conditional-get.js';
import { describeBatch, type DescribeWish, MOST_IN_BATCH } from './describe-batch.js';
import { ALL_OBJECTS, type DescribeStore, type StoredDescribe } from './describe-store.interface.js';
import { MemoryDescribeStorage } from './memory-describe.storage.js';
import { isKnownAt } from './validators.js';

/** Calls that are under way at a time. */
const PARALLEL = 4;

export interface DescribeReaderOptions {
  /** Where describes are kept. @default in memory, as long as the reader lives */
  readonly store?: DescribeStore;
  /** What the objects are of, for messages. @default 'the org' */
  readonly label?: string;
}

/** What became of one object. */
interface ReadResult {
  readonly name: string;
  readonly describe?: DescribeSObjectResult;
  readonly refusal?: SalesforceException;
}

interface ObjectList {
  readonly body: DescribeGlobalResult;
  /** What was kept and is known up to this moment is as it was. */
  readonly since: string | undefined;
}

/**
 * Describes of many objects, by few calls: one for the list of objects, which also tells whether anything has changed since
 * the last time, and one for each 25 objects that are not known yet, or may have changed. What has been read is kept at
 * once, so that a run that fails goes on where it was when it is repeated.
 */
export class DescribeReader {
  readonly #connection: DescribeConnection;
  readonly #store: DescribeStore;
  readonly #label: string;
  #list: Promise<ObjectList> | undefined;
  #calls = 0;

  constructor(connection: DescribeConnection, { store, label }: DescribeReaderOptions = {}) {
    this.#connection = connection;
    this.#store = store ?? new MemoryDescribeStorage();
    this.#label = label ?? 'the org';
  }

  /** Calls made so far. */
  get calls(): number {
    return this.#calls;
  }

  /** The objects there are: asked for once. */
  async list(): Promise<DescribeGlobalResult> {
    const { body } = await this.#objects();
    return body;
  }

  /**
   * Describes in the order asked, as they come. Names are found in any case.
   *
   * @throws SalesforceConfigurationException for a name that no object has, before the first describe
   */
  async *describe(
    names: readonly string[],
    { signal, onProgress, onRefused }: DescribeSourceOptions = {},
  ): AsyncGenerator<DescribeSObjectResult, void, undefined> {
    const { body, since } = await this.#objects();
    const found = findObjects(names, body.sobjects, this.#label).map(({ name }) => name);
    let done = 0;
    const read = (batch: readonly string[]) => this.#readBatch(batch, since, signal);
    for await (const results of inOrder(batchesOf(found), PARALLEL, read)) {
      for (const { name, describe, refusal } of results) {
        signal?.throwIfAborted();
        if (refusal && !onRefused) throw refusal;
        if (refusal) onRefused?.(name, refusal);
        onProgress?.(++done);
        if (describe) yield describe;
      }
    }
  }

  #objects(): Promise<ObjectList> {
    if (!this.#list) {
      this.#list = this.#readList();
      this.#list.catch(() => (this.#list = undefined));
    }
    return this.#list;
  }

  async #readList(): Promise<ObjectList> {
    const stored = await this.#store.get(ALL_OBJECTS);
    // Only the date: a tag is that of the list, which is the same when the fields of an object have changed.
    const known = stored && isList(stored.body) ? { since: stored.since, body: stored.body } : undefined;
    const current = await this.#call(() => conditionalGet(this.#connection, 'sobjects', { known }));
    if (current !== known) await this.#store.set(ALL_OBJECTS, current);
    return { body: current.body as DescribeGlobalResult, since: current.since };
  }

  async #readBatch(
    names: readonly string[],
    since: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<readonly ReadResult[]> {
    const wishes = await Promise.all(names.map(async (name) => ({ name, known: await this.#stored(name) })));
    const open = wishes.filter(({ known }) => !isKnownAt(known?.since, since));
    const batched =
      open.length > 1
        ? await this.#call(() => describeBatch(this.#connection, open, signal))
        : new Map<string, StoredDescribe>();
    // Kept before others are asked for: those may fail.
    await Promise.all([...batched].map(([name, describe]) => this.#keep(name, describe, since)));
    const results: ReadResult[] = [];
    for (const wish of wishes) {
      const described = open.includes(wish) ? batched.get(wish.name) : wish.known;
      results.push(described ? resultOf(wish.name, described) : await this.#readOne(wish, since, signal));
    }
    return results;
  }

  async #readOne(
    { name, known }: DescribeWish,
    since: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<ReadResult> {
    const path = `sobjects/${encodePathSegment(name)}/describe`;
    try {
      const described = await this.#call(() => conditionalGet(this.#connection, path, { known, signal }));
      await this.#keep(name, described, since);
      return resultOf(name, described);
    } catch (error) {
      if (isRefusal(error)) return { name, refusal: error };
      throw error;
    }
  }

  /** What was read after the list holds whatever had changed when the list was read. */
  #keep(name: string, describe: StoredDescribe, since: string | undefined): Promise<void> {
    return this.#store.set(name, { ...describe, since: latest(describe.since, since) });
  }

  async #stored(name: string): Promise<StoredDescribe | undefined> {
    const stored = await this.#store.get(name);
    return stored && (stored.body as Partial<DescribeSObjectResult>).name === name ? stored : undefined;
  }

  #call<T>(call: () => Promise<T>): Promise<T> {
    this.#calls++;
    return call();
  }
}

function resultOf(name: string, { body }: StoredDescribe): ReadResult {
  return { name, describe: body as DescribeSObjectResult };
}

function* batchesOf(names: readonly string[]): Generator<readonly string[], void, undefined> {
  for (let start = 0; start < names.length; start += MOST_IN_BATCH) {
    yield names.slice(start, start + MOST_IN_BATCH);
  }
}

/** Whether the org will not describe this one object, as it will not the next time; other failures are met by any call. */
function isRefusal(error: unknown): error is SalesforceException {
  if (!(error instanceof SalesforceException) || error instanceof LimitExceededException) return false;
  return [400, 403, 404].includes(error.status ?? 0);
}

function isList(body: object): boolean {
  return Array.isArray((body as Partial<DescribeGlobalResult>).sobjects);
}

function latest(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) >= Date.parse(other) ? one : other;
}
