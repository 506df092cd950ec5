import { describe, expect, it } from '@jest/globals';
import { lastValueFrom, map, take, toArray } from 'rxjs';
import type { QueryOptions } from '../../../../lib/connection/resource-request.interface.js';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import type { QueryResponse, WireRecord } from '../../../../lib/protocol/query-response.interface.js';
import { buildFindQuery, type UntypedFindOptions } from '../../../../lib/query/find/find-query.builder.js';
import type { RecordSource } from '../../../../lib/query/execution/record-pages.js';
import { QueryExecutor } from '../../../../lib/query/execution/query-executor.js';
import type { StreamProgress } from '../../../../lib/query/execution/stream-options.interface.js';
import { Account, Contact, metadataOf } from '../query-entities.js';
import { NO_CONTENT } from '../../../support/no-content.js';

const account = metadataOf(Account);

/** A connection that answers with pages made up beforehand and notes what it was asked. */
class FakeConnection {
  readonly name = 'default';
  readonly queries: string[] = [];
  readonly options: QueryOptions[] = [];
  readonly pageCalls: { url: string; options: Pick<QueryOptions, 'batchSize' | 'signal'> }[] = [];
  readonly pagesGiven: number[] = [];
  closed = false;

  constructor(
    readonly answer: readonly unknown[],
    readonly furtherPages: Readonly<Record<string, QueryResponse>> = {},
  ) {}

  async *pages<T>(
    soql: string,
    options: QueryOptions = {},
  ): AsyncGenerator<QueryResponse<T>, void, undefined> {
    this.queries.push(soql);
    this.options.push(options);
    try {
      for (const [index, page] of this.answer.entries()) {
        this.pagesGiven.push(index);
        yield page as QueryResponse<T>;
      }
    } finally {
      this.closed = true;
    }
  }

  readonly open = NO_CONTENT.open as RecordSource['open'];

  async page<T>(
    url: string,
    options: Pick<QueryOptions, 'batchSize' | 'signal'> = {},
  ): Promise<QueryResponse<T>> {
    this.pageCalls.push({ url, options });
    return this.furtherPages[url] as QueryResponse<T>;
  }
}

function page(totalSize: number, records: readonly WireRecord[], done = true): QueryResponse {
  return { totalSize, done, records };
}

function record(fields: Record<string, unknown>): WireRecord {
  return { attributes: { type: 'Account' }, ...fields };
}

function named(...names: string[]): WireRecord[] {
  return names.map((name) => record({ Id: `001${name}`, Name: name }));
}

function planOf(options: UntypedFindOptions = { select: { name: true } }) {
  return buildFindQuery(account, options);
}

const namesIn = (queries: readonly string[]) => queries.flatMap((soql) => soql.match(/name \d+/g) ?? []);

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

describe('QueryExecutor', () => {
  it('gives the entities of all pages, in order', async () => {
    const connection = new FakeConnection([page(3, named('A', 'B'), false), page(3, named('C'))]);
    const accounts = await new QueryExecutor(connection).all<Account>(planOf());
    expect(accounts.every((one) => one instanceof Account)).toBe(true);
    expect(accounts.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(connection.queries).toEqual(['SELECT Id, Name FROM Account']);
  });

  it('passes on how records are to be read', async () => {
    const connection = new FakeConnection([page(0, [])]);
    const { signal } = new AbortController();
    await new QueryExecutor(connection).all(planOf(), { allRows: true, batchSize: 200, signal });
    expect(connection.options).toEqual([{ allRows: true, batchSize: 200, signal }]);
  });

  it.each([
    ['fewer', 3],
    ['more', 1],
  ])('refuses %s records than the org announced', async (_, announced) => {
    const executor = new QueryExecutor(new FakeConnection([page(announced, named('A', 'B'))]));
    const failure = executor.all(planOf());
    await expect(failure).rejects.toBeInstanceOf(InvalidResponseException);
    await expect(failure).rejects.toMatchObject({
      message: `The org announced ${announced} records of Account and sent 2.`,
      connection: 'default',
    });
  });

  it('leaves out what is skipped and was read', async () => {
    const connection = new FakeConnection([page(5, named('A', 'B'), false), page(5, named('C', 'D', 'E'))]);
    const accounts = await new QueryExecutor(connection).all<Account>(
      planOf({ select: { name: true }, skip: 3 }),
    );
    expect(accounts.map(({ name }) => name)).toEqual(['D', 'E']);
  });

  it('finds nothing where there is less than is skipped', async () => {
    const connection = new FakeConnection([page(2, named('A', 'B'))]);
    await expect(
      new QueryExecutor(connection).all(planOf({ select: { name: true }, skip: 3 })),
    ).resolves.toEqual([]);
  });

  it('holds no number against a query with OFFSET, of which the platform promises none', async () => {
    const connection = new FakeConnection([page(95, named('A', 'B'))]);
    const plan = planOf({ select: { name: true }, skip: 93, take: 10 });
    await expect(new QueryExecutor(connection).all(plan)).resolves.toHaveLength(2);
  });

  it('takes the records as they are where no number was announced', async () => {
    const answer = { done: true, records: named('A') };
    await expect(new QueryExecutor(new FakeConnection([answer])).all(planOf())).resolves.toHaveLength(1);
  });

  it('streams page by page, and stops with its consumer', async () => {
    const connection = new FakeConnection([page(4, named('A', 'B'), false), page(4, named('C', 'D'))]);
    const names: string[] = [];
    for await (const { name } of new QueryExecutor(connection).stream<Account>(planOf())) {
      names.push(name);
      if (name === 'B') break;
    }
    expect(names).toEqual(['A', 'B']);
    expect(connection.pagesGiven).toEqual([0]);
    expect(connection.closed).toBe(true);
  });

  it('ends a stream that is short of records with an exception', async () => {
    const executor = new QueryExecutor(new FakeConnection([page(3, named('A', 'B'))]));
    const seen: Account[] = [];
    const run = async () => {
      for await (const one of executor.stream<Account>(planOf())) seen.push(one);
    };
    await expect(run()).rejects.toBeInstanceOf(InvalidResponseException);
    expect(seen).toHaveLength(2);
  });

  it('tells how far a stream has come, before the first record and after each page', async () => {
    const connection = new FakeConnection([page(3, named('A', 'B'), false), page(3, named('C'))]);
    const seen: string[] = [];
    const onProgress = ({ read, total }: StreamProgress) => seen.push(`${read} of ${total}`);
    for await (const { name } of new QueryExecutor(connection).stream<Account>(planOf(), { onProgress })) {
      seen.push(name);
    }
    expect(seen).toEqual(['0 of 3', 'A', 'B', '2 of 3', 'C', '3 of 3']);
  });

  describe('of a connection that gives pages in parts', () => {
    /** A page of three records in two parts, and one of a single record. */
    class PartedConnection extends FakeConnection {
      parts = this.pages;
    }
    const parted = () =>
      new PartedConnection([
        { ...page(4, named('A', 'B'), false), more: true },
        { ...page(4, named('C'), false), more: false },
        page(4, named('D')),
      ]);

    it('tells how far a stream has come after each page, not after each part', async () => {
      const seen: string[] = [];
      const onProgress = ({ read, total }: StreamProgress) => seen.push(`${read} of ${total}`);
      const options = { onProgress };
      for await (const { name } of new QueryExecutor(parted()).stream<Account>(planOf(), options)) {
        seen.push(name);
      }
      expect(seen).toEqual(['0 of 4', 'A', 'B', 'C', '3 of 4', 'D', '4 of 4']);
    });

    it('does so where records are skipped after reading', async () => {
      const seen: string[] = [];
      const onProgress = ({ read, total }: StreamProgress) => seen.push(`${read} of ${total}`);
      const executor = new QueryExecutor(parted());
      const plan = { ...planOf(), skip: 1 };
      for await (const { name } of executor.stream<Account>(plan, { onProgress })) seen.push(name);
      expect(seen).toEqual(['0 of 3', 'B', 'C', '2 of 3', 'D', '3 of 3']);
    });

    it('reads whole pages of the parts of a query too long for the platform', async () => {
      const connection = parted();
      connection.parts = () => {
        throw new Error('nobody asks for parts');
      };
      const where = { name: { in: Array.from({ length: 10_000 }, (_, index) => `name ${index}`) } };
      await expect(
        new QueryExecutor(connection).all(planOf({ select: { name: true }, where })),
      ).resolves.toHaveLength(8);
    });
  });

  it('tells once that there is nothing to stream', async () => {
    const seen: StreamProgress[] = [];
    const options = { onProgress: (progress: StreamProgress) => seen.push(progress) };
    await collect(new QueryExecutor(new FakeConnection([page(0, [])])).stream(planOf(), options));
    await collect(new QueryExecutor(new FakeConnection([])).stream(planOf({ take: 0 }), options));
    expect(seen).toEqual([
      { read: 0, total: 0 },
      { read: 0, total: 0 },
    ]);
  });

  it('observes what it streams', async () => {
    const connection = new FakeConnection([page(3, named('A', 'B'), false), page(3, named('C'))]);
    const accounts = new QueryExecutor(connection).observe<Account>(planOf());
    expect(connection.queries).toEqual([]);
    const names = accounts.pipe(
      map(({ name }) => name),
      take(2),
      toArray(),
    );
    await expect(lastValueFrom(names)).resolves.toEqual(['A', 'B']);
    await new Promise((resolve) => setImmediate(resolve));
    expect(connection.pagesGiven).toEqual([0]);
    expect(connection.closed).toBe(true);
    expect(connection.options[0]?.signal?.aborted).toBe(true);
  });

  it('calls nobody for a plan that can find nothing', async () => {
    const connection = new FakeConnection([page(1, named('A'))]);
    const executor = new QueryExecutor(connection);
    const nothing = planOf({ where: { name: { in: [] } } });
    await expect(executor.all(nothing)).resolves.toEqual([]);
    await expect(collect(executor.stream(nothing))).resolves.toEqual([]);
    await expect(executor.count(nothing)).resolves.toBe(0);
    expect(connection.queries).toEqual([]);
  });

  it('counts by the same condition, without records and without order', async () => {
    const connection = new FakeConnection([page(17, [])]);
    const plan = planOf({
      where: { name: { startsWith: 'A' } },
      orderBy: { name: 'asc' },
      select: { contacts: true },
    });
    await expect(new QueryExecutor(connection).count(plan, { allRows: true })).resolves.toBe(17);
    expect(connection.queries).toEqual(["SELECT COUNT() FROM Account WHERE Name LIKE 'A%'"]);
    expect(connection.options).toEqual([{ allRows: true }]);
  });

  it('refuses a count that is none', async () => {
    const executor = new QueryExecutor(new FakeConnection([{ done: true, records: [] }]));
    await expect(executor.count(planOf())).rejects.toThrow('The answer to a counting query holds no count.');
  });

  describe('with a list too long for one query', () => {
    const names = Array.from({ length: 8_000 }, (_, n) => `name ${String(n).padStart(10, '0')}`);
    const options = (more: UntypedFindOptions = {}) => ({
      select: { name: true },
      where: { name: { in: names } },
      ...more,
    });

    it('reads all of several queries', async () => {
      const connection = new FakeConnection([page(1, named('A'))]);
      const found = await new QueryExecutor(connection).all<Account>(planOf(options()));
      expect(found.map(({ name }) => name)).toEqual(['A', 'A']);
      expect(namesIn(connection.queries)).toEqual(names);
    });

    it('counts by several queries', async () => {
      const connection = new FakeConnection([page(20, [])]);
      const executor = new QueryExecutor(connection);
      await expect(executor.count(planOf(options()))).resolves.toBe(40);
      expect(namesIn(connection.queries)).toEqual(names);
      await expect(executor.count(planOf(options({ take: 30 })))).resolves.toBe(30);
      await expect(executor.count(planOf(options({ take: 30, skip: 25 })))).resolves.toBe(15);
    });

    it('refuses an order that it cannot keep', async () => {
      const connection = new FakeConnection([]);
      const failing = new QueryExecutor(connection).all(planOf(options({ orderBy: { name: 'asc' } })));
      await expect(failing).rejects.toThrow('its parts cannot be merged in order of name');
      expect(connection.queries).toEqual([]);
    });
  });

  describe('with children', () => {
    const plan = planOf({
      select: { contacts: { select: { lastName: true, invoices: { select: { amount: true } } } } },
    });

    it('follows the pages that the children of a record have', async () => {
      const first = {
        ...page(3, [record({ Id: '003A', LastName: 'A', Invoices__r: null })], false),
        nextRecordsUrl: '/q/c-1',
      };
      const connection = new FakeConnection(
        [page(2, [record({ Id: '001A', Contacts: first }), record({ Id: '001B', Contacts: null })])],
        {
          '/q/c-1': {
            ...page(3, [record({ Id: '003B', LastName: 'B', Invoices__r: null })], false),
            nextRecordsUrl: '/q/c-2',
          },
          '/q/c-2': page(3, [record({ Id: '003C', LastName: 'C', Invoices__r: null })]),
        },
      );
      const options = { batchSize: 500 };
      const [one, other] = await new QueryExecutor(connection).all<{ contacts: Contact[] }>(plan, options);
      expect(one?.contacts.map(({ lastName }) => lastName)).toEqual(['A', 'B', 'C']);
      expect(one?.contacts.every((contact) => contact instanceof Contact)).toBe(true);
      expect(other?.contacts).toEqual([]);
      expect(connection.pageCalls).toMatchObject([
        { url: '/q/c-1', options },
        { url: '/q/c-2', options },
      ]);
    });

    it('follows the pages of children of children, on later pages too', async () => {
      const invoices = {
        ...page(2, [record({ Id: 'a01A', Amount__c: 1 })], false),
        nextRecordsUrl: '/q/i-1',
      };
      const contacts = {
        ...page(2, [record({ Id: '003A', LastName: 'A', Invoices__r: null })], false),
        nextRecordsUrl: '/q/c-1',
      };
      const connection = new FakeConnection([page(1, [record({ Id: '001A', Contacts: contacts })])], {
        '/q/c-1': page(2, [record({ Id: '003B', LastName: 'B', Invoices__r: invoices })]),
        '/q/i-1': page(2, [record({ Id: 'a01B', Amount__c: 2 })]),
      });
      const accounts = await new QueryExecutor(connection).all(plan);
      expect(accounts).toEqual([
        {
          id: '001A',
          contacts: [
            { id: '003A', lastName: 'A', invoices: [] },
            {
              id: '003B',
              lastName: 'B',
              invoices: [
                { id: 'a01A', amount: 1 },
                { id: 'a01B', amount: 2 },
              ],
            },
          ],
        },
      ]);
    });

    it('fails when a further page of children has no address', async () => {
      const contacts = page(2, [record({ Id: '003A' })], false);
      const connection = new FakeConnection([page(1, [record({ Id: '001A', Contacts: contacts })])]);
      await expect(new QueryExecutor(connection).all(plan)).rejects.toThrow(
        "The child records 'Contacts' go on, but the rest did not arrive.",
      );
    });

    it('refuses a record that is none before it looks for its children', async () => {
      const connection = new FakeConnection([page(1, [null as unknown as WireRecord])]);
      await expect(new QueryExecutor(connection).all(plan)).rejects.toThrow(
        'A record of Account did not arrive as an object of fields.',
      );
    });

    it('refuses fewer children than the org announced', async () => {
      const connection = new FakeConnection([
        page(1, [record({ Id: '001A', Contacts: page(2, [record({ Id: '003A', Invoices__r: null })]) })]),
      ]);
      await expect(new QueryExecutor(connection).all(plan)).rejects.toThrow(
        'The org announced 2 records of Contacts and sent 1.',
      );
    });
  });
});
