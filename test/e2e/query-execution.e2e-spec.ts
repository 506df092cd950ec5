import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { bufferCount, lastValueFrom, map, toArray } from 'rxjs';
import { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import { QueryCursorExpiredException } from '../../lib/exceptions/query-cursor-expired.exception.js';
import { Children } from '../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../lib/metadata/decorators/sobject.decorator.js';
import { Related } from '../../lib/metadata/related.js';
import type { DateString } from '../../lib/protocol/date-string.js';
import type { StreamProgress } from '../../lib/query/execution/stream-options.interface.js';
import { getRepository } from '../../lib/repository/repository.factory.js';
import type { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';
import { bufferedResponse } from '../../lib/transport/buffered-response.js';
import type { TransportRequest, TransportResponse } from '../../lib/transport/transport.interface.js';
import { MemoryCache } from '../support/memory-cache.js';

@SObject()
class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
}

@SObject()
class Contact {
  @Id() readonly id!: string;
  @Field() lastName!: string;
  @Field({ type: 'date' }) birthdate?: DateString | null;
  @Field() accountId?: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}

const CONTACTS = 5_000;
const nameOf = (n: number) => `L${String(n).padStart(4, '0')}`;
const birthdateOf = (n: number) => `19${10 + (n % 90)}-01-01`;

/** What may befall a call on its way: another request in its place, or another answer. */
type Mishap = (request: TransportRequest) => TransportRequest | TransportResponse;

const isPage = ({ url }: TransportRequest) => url.includes('/query/01g');

/** Every second page is asked for by a locator that the org does not know. */
const forgetful = (): Mishap => {
  let pages = 0;
  return (request) =>
    isPage(request) && ++pages % 2 === 0
      ? { ...request, url: request.url.replace(/01g\w{15}/, '01gZZZZZZZZZZZZZZZ') }
      : request;
};

describe('Reading many records of an embedded org', () => {
  let org: EmbeddedOrg;
  let connection: SalesforceConnection;
  let contacts: SalesforceRepository<Contact>;
  let ids: readonly string[];
  let calls: string[];
  let mishap: Mishap;
  const cache = new MemoryCache();

  beforeAll(async () => {
    org = await EmbeddedOrg.create();
    org.seed({
      records: [
        { attributes: { type: 'Account', referenceId: 'acme' }, Name: 'Acme' },
        ...Array.from({ length: CONTACTS }, (_, n) => ({
          attributes: { type: 'Contact' },
          LastName: nameOf(n),
          Birthdate: birthdateOf(n),
          AccountId: n < 450 ? '@acme' : undefined,
        })),
      ],
    });
    const { instanceUrl, accessToken, transport } = org;
    const dispatch = async (request: TransportRequest): Promise<TransportResponse> => {
      calls.push(`${request.method} ${request.url.replace(/^.*\/v\d+\.0\//, '').replace(/[?/].*/, '')}`);
      const sent = mishap(request);
      return 'status' in sent ? sent : transport.dispatch(sent);
    };
    connection = new SalesforceConnection(
      'default',
      {
        embedded: {
          instanceUrl,
          accessToken,
          transport: { dispatch, close: async () => undefined },
          define: (definitions) => org.define(definitions),
          close: async () => undefined,
        },
        cache,
      },
      { pageRetries: { delays: [1, 2, 3], pause: async () => undefined } },
    );
    contacts = getRepository(connection, Contact);
    calls = [];
    mishap = (request) => request;
    const all = await contacts.find({ select: { id: true }, orderBy: { lastName: 'asc' } });
    ids = all.map(({ id }) => id);
  });

  beforeEach(() => {
    calls = [];
    mishap = (request) => request;
  });

  afterAll(async () => {
    await connection.close();
    await org.close();
  });

  const amongAll = () => ({ id: { in: ids } });

  it('streams all of them, page by page, and tells how far it is', async () => {
    const seen: StreamProgress[] = [];
    const names: string[] = [];
    const onProgress = (progress: StreamProgress) => seen.push(progress);
    for await (const { lastName } of contacts.stream({ select: { lastName: true }, onProgress })) {
      names.push(lastName);
    }
    expect(new Set(names).size).toBe(CONTACTS);
    expect(seen.map(({ read, total }) => `${read} of ${total}`)).toEqual([
      '0 of 5000',
      '2000 of 5000',
      '4000 of 5000',
      '5000 of 5000',
    ]);
    expect(calls).toHaveLength(3);
  });

  it('has no more than the next page under way when a loop is left', async () => {
    for await (const _ of contacts.stream({ select: { id: true }, batchSize: 200 })) break;
    expect(calls.length).toBeLessThanOrEqual(2);
  });

  it('gives them to an Observable', async () => {
    const sizes = contacts.observe({ select: { id: true } }).pipe(
      bufferCount(1_500),
      map(({ length }) => length),
      toArray(),
    );
    await expect(lastValueFrom(sizes)).resolves.toEqual([1_500, 1_500, 1_500, 500]);
  });

  it('asks again for a page that was lost', async () => {
    let losses = 0;
    mishap = (request) =>
      isPage(request) && losses++ < 2 ? bufferedResponse({ status: 503, headers: {} }, '') : request;
    const found = await contacts.find({ select: { id: true } });
    expect(found).toHaveLength(CONTACTS);
    expect(calls).toHaveLength(5);
  });

  describe('when the org has lost the cursor', () => {
    it.each(['asc', 'desc'] as const)(
      'goes on by id %s, without losing or repeating a record',
      async (direction) => {
        mishap = forgetful();
        const found: string[] = [];
        const options = { select: { id: true }, orderBy: { id: direction }, batchSize: 500 } as const;
        for await (const { id } of contacts.stream(options)) found.push(id);
        const expected = ids.toSorted();
        expect(found).toEqual(direction === 'asc' ? expected : expected.toReversed());
        expect(calls.length).toBeGreaterThan(CONTACTS / 500);
      },
    );

    it('ends otherwise with an exception, after the records that came', async () => {
      mishap = forgetful();
      let read = 0;
      const reading = async () => {
        for await (const _ of contacts.stream({ select: { id: true }, batchSize: 500 })) read++;
      };
      await expect(reading()).rejects.toBeInstanceOf(QueryCursorExpiredException);
      expect(read).toBe(1_000);
    });
  });

  it('reads a thousand of them by id in one call', async () => {
    const wanted = ids.slice(1_000, 2_000);
    const found = await Promise.all(
      wanted.map((id) => contacts.findById(id, { select: { lastName: true } })),
    );
    expect(found.map((contact) => contact?.lastName)).toEqual(wanted.map((_, n) => nameOf(1_000 + n)));
    expect(calls).toEqual(['POST composite']);
  });

  it('reads children beyond their first page', async () => {
    const accounts = getRepository(connection, Account);
    const [acme] = await accounts.find({
      select: { contacts: { select: { lastName: true }, orderBy: { lastName: 'asc' } } },
      where: { name: 'Acme' },
      batchSize: 200,
    });
    expect(acme?.contacts.map(({ lastName }) => lastName)).toEqual(
      Array.from({ length: 450 }, (_, n) => nameOf(n)),
    );
  });

  describe('by a list that is too long for one query', () => {
    it('reads and counts by several', async () => {
      expect(await contacts.find({ select: { id: true }, where: amongAll() })).toHaveLength(CONTACTS);
      expect(await contacts.count({ where: amongAll() })).toBe(CONTACTS);
      // The second part of each is short enough for a URL.
      expect(calls.filter((call) => call === 'POST composite')).toHaveLength(2);
    });

    it('merges them in the order of the org', async () => {
      const options = {
        select: { lastName: true },
        orderBy: [{ birthdate: 'desc' }, { id: 'asc' }],
        take: 1_000,
        skip: 5,
      } as const;
      const merged = await contacts.find({ ...options, where: amongAll() });
      const whole = await contacts.find({ ...options, take: undefined, skip: undefined });
      expect(merged.map(({ id }) => id)).toEqual(whole.slice(5, 1_005).map(({ id }) => id));
    });

    it('refuses an order that only the org knows', async () => {
      const failing = contacts.find({ where: amongAll(), orderBy: { lastName: 'asc' } });
      await expect(failing).rejects.toThrow(/cannot be merged in order of lastname/);
      expect(calls).toEqual([]);
    });
  });

  it('caches what may be, until it is written', async () => {
    const find = () =>
      contacts.find({ select: { lastName: true }, where: { lastName: 'L0001' }, cache: { ttl: 60_000 } });
    await find();
    await find();
    expect(calls).toEqual(['GET query']);
    await contacts.update(ids[1] ?? '', { lastName: 'Renamed' });
    expect(await find()).toEqual([]);
    await contacts.update(ids[1] ?? '', { lastName: 'L0001' });
    expect(await find()).toHaveLength(1);
  });
});
