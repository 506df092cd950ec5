/**
 * Where cached results of queries are kept. The `Cache` of `@nestjs/cache-manager` is one, with whatever store it has.
 *
 * @publicApi
 */
export interface QueryCacheStore {
  /** The value of a key; undefined or null when there is none, or its time has passed. */
  get<T>(key: string): Promise<T | undefined | null>;
  /** Keeps a value, always a text, for so many milliseconds. */
  set<T>(key: string, value: T, ttl?: number): Promise<unknown>;
  del(key: string): Promise<unknown>;
}
