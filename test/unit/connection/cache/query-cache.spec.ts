import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryCache } from '../../../../lib/connection/cache/query-cache.js';
import { MemoryCache } from '../../../support/memory-cache.js';

const account = { objects: ['Account'], key: 'SELECT Id FROM Account', ttl: 1_000 };
const contact = { objects: ['Contact', 'Account'], key: 'SELECT Id FROM Contact', ttl: 1_000 };
const unknown = { objects: undefined, key: 'SELECT Id FROM Task', ttl: 1_000 };

describe('QueryCache', () => {
  let store: MemoryCache;
  let cache: QueryCache;
  const error = jest.fn();
  const logger = { error, warn: jest.fn(), log: jest.fn(), debug: jest.fn() };
  /** Reads an entry, and tells whether it had to be loaded. */
  const isLoaded = async (entry: typeof account | typeof unknown, by = cache): Promise<boolean> => {
    let loaded = false;
    await expect(
      by.read(entry, async () => {
        loaded = true;
        return `[${entry.key}]`;
      }),
    ).resolves.toBe(`[${entry.key}]`);
    return loaded;
  };

  beforeEach(() => {
    store = new MemoryCache();
    cache = new QueryCache(store, 'space', logger);
    error.mockClear();
  });

  it('loads once within the time given', async () => {
    expect(await isLoaded(account)).toBe(true);
    store.now = 999;
    expect(await isLoaded(account)).toBe(false);
    store.now = 1_000;
    expect(await isLoaded(account)).toBe(true);
  });

  it('keeps one entry for each key', async () => {
    await isLoaded(account);
    expect(await isLoaded({ ...account, key: 'SELECT Name FROM Account' })).toBe(true);
  });

  it('forgets what was made of an object that is written, however it is spelled', async () => {
    for (const entry of [account, contact, unknown]) await isLoaded(entry);
    await cache.invalidate(['contact']);
    expect(await isLoaded(account)).toBe(false);
    expect(await isLoaded(contact)).toBe(true);
    // What a query of unknown objects was made of may be anything.
    expect(await isLoaded(unknown)).toBe(true);
    expect(await isLoaded(contact)).toBe(false);
  });

  it('forgets everything when it is not known what is written', async () => {
    for (const entry of [account, contact, unknown]) await isLoaded(entry);
    await cache.invalidate('unknown');
    for (const entry of [account, contact, unknown]) expect(await isLoaded(entry)).toBe(true);
  });

  it('shares entries and their end with other processes of the same space', async () => {
    const other = new QueryCache(store, 'space', logger);
    const stranger = new QueryCache(store, 'other space', logger);
    await isLoaded(account);
    expect(await isLoaded(account, other)).toBe(false);
    expect(await isLoaded(account, stranger)).toBe(true);
    await other.invalidate(['Account']);
    expect(await isLoaded(account)).toBe(true);
    expect(await isLoaded(account, stranger)).toBe(false);
  });

  it('does not keep what was loaded while the object was written', async () => {
    await cache.read(account, async () => {
      await cache.invalidate(['Account']);
      return 'of before';
    });
    expect(await isLoaded(account)).toBe(true);
  });

  it('keeps nothing of a load that failed', async () => {
    const broken = new Error('broken');
    await expect(cache.read(account, () => Promise.reject(broken))).rejects.toBe(broken);
    expect(await isLoaded(account)).toBe(true);
  });

  it.each([['get' as const], ['set' as const]])(
    'does without a store that cannot %s, and reports it',
    async (method) => {
      store.broken.add(method);
      expect(await isLoaded(account)).toBe(true);
      expect(await isLoaded(account)).toBe(true);
      expect(error).toHaveBeenCalledWith(`The query cache could not be read: no ${method} today`);
    },
  );

  it('reports that it could not be invalidated, and fails no write', async () => {
    store.broken.add('del');
    await cache.invalidate(['Account']);
    expect(error).toHaveBeenCalledWith('The query cache could not be invalidated: no del today');
  });

  it('loads anew when something else is found in its place', async () => {
    await isLoaded(account);
    for (const key of store.entries.keys()) store.entries.set(key, { value: 17, expires: Infinity });
    expect(await isLoaded(account)).toBe(true);
  });
});
