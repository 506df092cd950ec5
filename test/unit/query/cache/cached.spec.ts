import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { QueryCache } from '../../../../lib/connection/cache/query-cache.js';
import { NO_LOGGER } from '../../../../lib/common/salesforce-logger.interface.js';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { SalesforceConfigurationException } from '../../../../lib/exceptions/salesforce-configuration.exception.js';
import { cached } from '../../../../lib/query/cache/cached.js';
import { buildFindQuery } from '../../../../lib/query/find/find-query.builder.js';
import { MemoryCache } from '../../../support/memory-cache.js';
import { Account, metadataOf } from '../query-entities.js';

const plan = buildFindQuery(metadataOf(Account), { select: { name: true } });
const records = [{ Id: '001', Address: { city: 'Wien' } }];

describe('cached', () => {
  const load = jest.fn(async () => records);
  const connection = { name: 'default', cache: new QueryCache(new MemoryCache(), 'space', NO_LOGGER) };

  beforeEach(() => {
    load.mockClear();
    connection.cache = new QueryCache(new MemoryCache(), 'space', NO_LOGGER);
  });

  it('loads once, and gives each reader data of its own', async () => {
    const first = await cached(connection, plan, { ttl: 1_000 }, load);
    const second = await cached(connection, plan, { ttl: 1_000 }, load);
    expect(load).toHaveBeenCalledTimes(1);
    expect([first, second]).toEqual([records, records]);
    expect(first[0]?.Address).not.toBe(records[0]?.Address);
    expect(second[0]?.Address).not.toBe(first[0]?.Address);
  });

  it('tells queries apart by their text, and by whether they find deleted records', async () => {
    await cached(connection, plan, { ttl: 1_000 }, load);
    await cached(connection, { ...plan, allRows: true }, { ttl: 1_000 }, load);
    await cached(connection, { ...plan, allRows: false }, { ttl: 1_000 }, load);
    await cached(connection, buildFindQuery(metadataOf(Account)), { ttl: 1_000 }, load);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('needs a cache and a time', async () => {
    await expect(cached({ name: 'default' }, plan, { ttl: 1_000 }, load)).rejects.toBeInstanceOf(
      SalesforceConfigurationException,
    );
    const failing = cached(connection, plan, { ttl: 0 }, load);
    await expect(failing).rejects.toBeInstanceOf(InvalidQueryException);
    await expect(failing).rejects.toThrow('Account: cache.ttl is a number of milliseconds above zero.');
    expect(load).not.toHaveBeenCalled();
  });
});
