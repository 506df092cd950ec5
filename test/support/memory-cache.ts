import type { QueryCacheStore } from '../../lib/connection/cache/query-cache-store.interface.js';

/** A store in memory, whose time is told to it. */
export class MemoryCache implements QueryCacheStore {
  readonly entries = new Map<string, { readonly value: unknown; readonly expires: number }>();
  /** Methods that fail. */
  readonly broken = new Set<'get' | 'set' | 'del'>();
  now = 0;

  async get<T>(key: string): Promise<T | undefined> {
    this.#work('get');
    const entry = this.entries.get(key);
    return entry && entry.expires > this.now ? (entry.value as T) : undefined;
  }

  async set<T>(key: string, value: T, ttl = Infinity): Promise<T> {
    this.#work('set');
    this.entries.set(key, { value, expires: this.now + ttl });
    return value;
  }

  async del(key: string): Promise<boolean> {
    this.#work('del');
    return this.entries.delete(key);
  }

  #work(method: 'get' | 'set' | 'del'): void {
    if (this.broken.has(method)) throw new Error(`no ${method} today`);
  }
}
