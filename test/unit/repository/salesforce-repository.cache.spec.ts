import { describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';
import { getRepository } from '../../../lib/repository/repository.factory.js';
import { MemoryCache } from '../../support/memory-cache.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';
import { A, Account, B, offline, rows, saved, User } from './account-repository.js';

function cachedAccounts() {
  const transport = new ScriptedTransport(({ method, query }) => {
    if (method === 'GET') {
      return query['q']?.includes('COUNT()')
        ? { totalSize: 7, done: true, records: [] }
        : rows({ Id: A, Name: 'Acme' }, { Id: B, Name: 'Beta' });
    }
    return method === 'POST' ? saved(A)[0] : undefined;
  });
  const store = new MemoryCache();
  const connection = new SalesforceConnection(
    'default',
    {
      auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com' },
      cache: store,
    },
    { transport },
  );
  return {
    accounts: getRepository(connection, Account),
    users: getRepository(connection, User),
    store,
    transport,
    connection,
  };
}

const find = { select: { name: true }, cache: { ttl: 60_000 } } as const;

describe('SalesforceRepository with a cache', () => {
  it('asks the org once, and gives each reader instances of its own', async () => {
    const { accounts, transport } = cachedAccounts();
    const [first] = await accounts.find(find);
    if (first) first.name = 'changed by its reader';
    const again = await accounts.find(find);
    expect(again.map(({ name }) => name)).toEqual(['Acme', 'Beta']);
    expect(again[0]).toBeInstanceOf(Account);
    expect(transport.calls).toHaveLength(1);
  });

  it('caches only what is asked to be', async () => {
    const { accounts, transport } = cachedAccounts();
    await accounts.find(find);
    await accounts.find({ select: { name: true } });
    await accounts.find({ ...find, allRows: true });
    await accounts.find({ ...find, take: 1, skip: 1 });
    for await (const _ of accounts.stream(find)) break;
    expect(transport.calls).toHaveLength(5);
  });

  it('caches counts, single records and their existence', async () => {
    const { accounts, transport } = cachedAccounts();
    const where = { phone: null };
    const { cache } = find;
    for (let i = 0; i < 2; i++) {
      expect(await accounts.count({ where, cache })).toBe(7);
      expect((await accounts.findOne({ ...find, where }))?.name).toBe('Acme');
      expect(await accounts.exists({ where, cache })).toBe(true);
    }
    expect(transport.calls).toHaveLength(3);
  });

  it('asks again when its time has passed', async () => {
    const { accounts, transport, store } = cachedAccounts();
    await accounts.find(find);
    store.now = 60_000;
    await accounts.find(find);
    expect(transport.calls).toHaveLength(2);
  });

  it('asks again after a write of what was read, through whichever way of the connection', async () => {
    const { accounts, users, transport, connection } = cachedAccounts();
    const isAsked = async () => {
      const before = transport.queries.length;
      await accounts.find({ select: { name: true, owner: { email: true } }, cache: find.cache });
      return transport.queries.length > before;
    };
    expect(await isAsked()).toBe(true);
    expect(await isAsked()).toBe(false);
    await accounts.update(A, { name: 'New' });
    expect(await isAsked()).toBe(true);
    await users.update(B, { email: 'b@example.com' });
    expect(await isAsked()).toBe(true);
    await connection.resource({ method: 'DELETE', path: 'composite/sobjects', query: { ids: A } });
    expect(await isAsked()).toBe(true);
    await connection.resource({ method: 'PATCH', path: 'sobjects/Contact/003', body: {} });
    expect(await isAsked()).toBe(false);
    await connection.forgetCached('Contact');
    expect(await isAsked()).toBe(false);
    await connection.forgetCached('User');
    expect(await isAsked()).toBe(true);
    await connection.forgetCached();
    expect(await isAsked()).toBe(true);
  });

  it('says what is missing when the connection has no cache', async () => {
    const { accounts } = offline();
    await expect(accounts.find(find)).rejects.toThrow(SalesforceConfigurationException);
    await expect(accounts.find(find)).rejects.toThrow(
      "The connection 'default' has no cache: give it one by the option `cache`, such as Nest's CACHE_MANAGER.",
    );
    await accounts.connection.forgetCached();
  });

  it.each([0, -1, NaN, Infinity])('refuses a time of %d milliseconds', async (ttl) => {
    const { accounts, transport } = cachedAccounts();
    await expect(accounts.find({ cache: { ttl } })).rejects.toThrow(InvalidQueryException);
    expect(transport.calls).toEqual([]);
  });

  it('refuses a store that is none', () => {
    const options = {
      auth: { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com' },
      cache: { get: async () => undefined } as unknown as MemoryCache,
    } as const;
    expect(() => new SalesforceConnection('default', options)).toThrow(
      "Options of the connection 'default': cache has no method set, del. Give it a cache such as Nest's CACHE_MANAGER.",
    );
  });
});
