import { randomUUID } from 'node:crypto';
import type { SalesforceLogger } from '../../common/salesforce-logger.interface.js';
import { digest } from './cache-space.js';
import type { QueryCacheStore } from './query-cache-store.interface.js';
import type { WrittenObjects } from './written-objects.js';

/** Generations outlive the results that were made in them; a generation that is gone costs a call, no more. */
const GENERATION_TTL = 7 * 24 * 60 * 60 * 1000;

/** What queries depend on beside objects: calls that do not tell what they change, and calls at all. */
const UNKNOWN_WRITE = '(unknown)';
const ANY_WRITE = '(any)';

/** A result to be cached. */
export interface CacheEntry {
  /** API names of the objects the result was made of; undefined where that is not known. */
  readonly objects: readonly string[] | undefined;
  /** Tells the result from all others of the connection. */
  readonly key: string;
  /** Milliseconds. */
  readonly ttl: number;
}

/**
 * Results of queries in a store that processes may share. Each object has a generation, a random value in the store that
 * is part of the keys of all results made of the object: when it is written, the generation is deleted, and no key of before
 * is ever made again. A store that fails costs calls, not answers.
 */
export class QueryCache {
  readonly #store: QueryCacheStore;
  readonly #space: string;
  readonly #logger: SalesforceLogger;

  constructor(store: QueryCacheStore, space: string, logger: SalesforceLogger) {
    this.#store = store;
    this.#space = space;
    this.#logger = logger;
  }

  /** The cached text of an entry, or the one that is loaded now. */
  async read({ objects, key, ttl }: CacheEntry, load: () => Promise<string>): Promise<string> {
    // Taken before the query runs: what is written meanwhile makes a new generation, and this result is found no more.
    const generations = await this.#attempt('read', () => this.#generations(objects, ttl));
    if (!generations) return load();
    const place = `${this.#space}:${digest(JSON.stringify([generations, key]))}`;
    const cached = await this.#attempt('read', () => this.#store.get<unknown>(place));
    if (typeof cached === 'string') return cached;
    const value = await load();
    await this.#attempt('written', () => this.#store.set(place, value, ttl));
    return value;
  }

  /** Forgets what was made of objects that have changed; all of it where it is not known which. */
  async invalidate(written: Exclude<WrittenObjects, 'none'>): Promise<void> {
    const names = written === 'unknown' ? [UNKNOWN_WRITE] : written;
    await Promise.all(
      [...names, ANY_WRITE].map((name) =>
        this.#attempt('invalidated', () => this.#store.del(this.#generationKey(name))),
      ),
    );
  }

  #generations(objects: CacheEntry['objects'], ttl: number): Promise<readonly string[]> {
    const names = objects ? [UNKNOWN_WRITE, ...new Set(objects)] : [ANY_WRITE];
    return Promise.all(names.map((name) => this.#generation(this.#generationKey(name), ttl)));
  }

  async #generation(key: string, ttl: number): Promise<string> {
    const current = await this.#store.get<unknown>(key);
    if (typeof current === 'string') return current;
    const fresh = randomUUID();
    await this.#store.set(key, fresh, Math.max(GENERATION_TTL, ttl));
    return fresh;
  }

  #generationKey(name: string): string {
    return `${this.#space}:generation:${name.toLowerCase()}`;
  }

  async #attempt<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      this.#logger.error(
        `The query cache could not be ${what}: ${error instanceof Error ? error.message : String(error)}`,
      );
      return undefined;
    }
  }
}
