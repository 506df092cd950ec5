import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import { InvalidQueryException } from '../../lib/exceptions/invalid-query.exception.js';
import { Children } from '../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../lib/metadata/decorators/sobject.decorator.js';
import { Polymorphic, Related } from '../../lib/metadata/related.js';
import type { Address } from '../../lib/protocol/compound-value.interface.js';
import type { DateString } from '../../lib/protocol/date-string.js';
import { count, formatted, grouping, max, min, sum } from '../../lib/query/aggregate/aggregate-functions.js';
import { calendarQuarter, calendarYear } from '../../lib/query/aggregate/date-functions.js';
import { DateLiteral } from '../../lib/query/where/date-literal.js';
import { getRepository } from '../../lib/repository/repository.factory.js';
import type { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';

@SObject()
class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'picklist' }) industry?: string | null;
  @Field({ type: 'double' }) billingLatitude?: number | null;
  @Field({ type: 'double' }) billingLongitude?: number | null;
  @Field({ type: 'address' }) readonly billingAddress?: Address | null;
  @Children(() => Opportunity, 'account') opportunities?: Related<Opportunity[]>;
  @Children(() => Task, 'what') tasks?: Related<Task[]>;
}

@SObject()
class Opportunity {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'picklist' }) stageName!: string;
  @Field({ type: 'date' }) closeDate!: DateString;
  @Field({ type: 'currency' }) amount?: number | null;
  @Field() accountId?: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}

@SObject()
class Task {
  @Id() readonly id!: string;
  @Field({ type: 'string' }) subject?: string | null;
  @Field({ type: 'reference' }) whatId?: string | null;
  @Lookup(() => ({ Account, Opportunity }), 'whatId')
  what?: Polymorphic<{ Account: Account; Opportunity: Opportunity }> | null;
}

describe('typed queries of an embedded org', () => {
  let connection: SalesforceConnection;
  let accounts: SalesforceRepository<Account>;
  let opportunities: SalesforceRepository<Opportunity>;
  let tasks: SalesforceRepository<Task>;

  beforeAll(async () => {
    connection = new SalesforceConnection('default', { embedded: {} });
    accounts = getRepository(connection, Account);
    opportunities = getRepository(connection, Opportunity);
    tasks = getRepository(connection, Task);
    const [acme, globex] = await accounts.insert([
      { name: 'Acme', industry: 'Energy', billingLatitude: 52.52, billingLongitude: 13.405 },
      { name: 'Globex', industry: 'Banking', billingLatitude: 48.137, billingLongitude: 11.575 },
    ]);
    const won = { stageName: 'Closed Won' } as const;
    const open = { stageName: 'Prospecting' } as const;
    const [deal] = await opportunities.insert([
      { ...won, name: 'A1', closeDate: '2025-02-10', amount: 100, accountId: acme!.id },
      { ...won, name: 'A2', closeDate: '2026-01-31', amount: 250.5, accountId: acme!.id },
      { ...open, name: 'A3', closeDate: '2026-05-01', amount: null, accountId: acme!.id },
      { ...won, name: 'G1', closeDate: '2026-02-01', amount: 40, accountId: globex!.id },
      { ...open, name: 'N1', closeDate: '2026-02-02', amount: 7, accountId: null },
    ]);
    await tasks.insert([
      { subject: 'Call', whatId: acme!.id },
      { subject: 'Close', whatId: deal!.id },
      { subject: 'Think', whatId: null },
    ]);
  });
  afterAll(() => connection.close());

  it('groups by fields and aggregates', async () => {
    const rows = await opportunities
      .query()
      .where({ closeDate: { year: 2026 } })
      .groupBy('stageName')
      .aggregate({ deals: count(), priced: count('amount'), total: sum('amount'), last: max('closeDate') })
      .orderBy({ stageName: 'asc' })
      .all();
    expect(rows).toEqual([
      { stageName: 'Prospecting', deals: 2, priced: 1, total: 7, last: '2026-05-01' },
      { stageName: 'Closed Won', deals: 2, priced: 2, total: 290.5, last: '2026-02-01' },
    ]);
  });

  it('groups by fields of parents and parts of dates', async () => {
    const rows = await opportunities
      .query()
      .groupBy({ account: { name: true } }, { year: calendarYear('closeDate') })
      .aggregate({ n: count() })
      .orderBy({ account: { name: 'asc' }, year: 'asc' })
      .all();
    expect(rows).toEqual([
      { account: { name: null }, year: 2026, n: 1 },
      { account: { name: 'Acme' }, year: 2025, n: 1 },
      { account: { name: 'Acme' }, year: 2026, n: 2 },
      { account: { name: 'Globex' }, year: 2026, n: 1 },
    ]);
  });

  it('filters groups and orders them by aggregates', async () => {
    const rows = await opportunities
      .query()
      .groupBy({ account: { industry: true } })
      .aggregate({ total: sum('amount') })
      .having({ total: { gt: 10 } })
      .orderBy({ total: 'desc' })
      .all();
    expect(rows).toEqual([
      { account: { industry: 'Energy' }, total: 350.5 },
      { account: { industry: 'Banking' }, total: 40 },
    ]);
  });

  it('sums up over groups', async () => {
    const rows = await opportunities
      .query()
      .where({ account: { name: 'Acme' } })
      .groupByRollup({ quarter: calendarQuarter('closeDate') }, 'stageName')
      .aggregate({ n: count(), ofStage: grouping('stageName') })
      .all();
    expect(rows).toHaveLength(5);
    expect(rows).toContainEqual({ quarter: 1, stageName: 'Closed Won', n: 2, ofStage: 0 });
    expect(rows).toContainEqual({ quarter: 1, stageName: null, n: 2, ofStage: 1 });
    expect(rows).toContainEqual({ quarter: null, stageName: null, n: 3, ofStage: 1 });
  });

  it('tells subtotals over parts of dates, and what is due by a date literal', async () => {
    const years = opportunities
      .query()
      .groupByRollup({ year: calendarYear('closeDate') })
      .aggregate({ n: count(), isTotal: grouping('year') });
    expect(await years.having({ isTotal: 1 }).all()).toEqual([{ year: null, n: 5, isTotal: 1 }]);
    const stages = opportunities
      .query()
      .groupBy('stageName')
      .aggregate({ latest: max('closeDate') });
    expect(await stages.having({ latest: { lt: DateLiteral.nYearsAgo(20) } }).all()).toEqual([]);
  });

  it('writes aggregates as users read them', async () => {
    const query = opportunities
      .query()
      .aggregate({ total: formatted(sum('amount')), first: formatted(min('closeDate')) });
    expect(await query.one()).toEqual({ total: '$397.50', first: '2/10/2025' });
  });

  it('aggregates over more values than a query holds', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `A${i}`);
    const query = opportunities.query().where({ name: { in: names } });
    expect(await query.aggregate({ n: count(), total: sum('amount'), last: max('closeDate') }).one()).toEqual(
      {
        n: 3,
        total: 350.5,
        last: '2026-05-01',
      },
    );
  });

  it('aggregates over all records, and over none', async () => {
    const all = opportunities.query().aggregate({ n: count(), total: sum('amount') });
    expect(await all.all()).toEqual([{ n: 5, total: 397.5 }]);
    expect(await all.where({ name: 'missing' }).all()).toEqual([{ n: 0, total: null }]);
    expect(await all.where({ name: { in: [] } }).all()).toEqual([{ n: 0, total: null }]);
  });

  it('reads, counts and explains what is put together step by step', async () => {
    const won = opportunities.query().where({ stageName: 'Closed Won' }).orderBy({ closeDate: 'desc' });
    expect(await won.count()).toBe(3);
    expect(await won.select({ name: true }).first()).toMatchObject({ name: 'G1' });
    const prepared = won
      .select({ name: true, account: { name: true } })
      .take(2)
      .prepare();
    for (let run = 0; run < 2; run++) {
      expect(await prepared.all()).toMatchObject([
        { name: 'G1', account: { name: 'Globex' } },
        { name: 'A2', account: { name: 'Acme' } },
      ]);
    }
    expect((await prepared.explain()).length).toBeGreaterThan(0);
  });

  it('reads polymorphic parents as what they are', async () => {
    const found = await tasks.find({
      select: {
        subject: true,
        what: { Account: { industry: true }, Opportunity: { amount: true, account: { name: true } } },
      },
      orderBy: { subject: 'asc' },
    });
    expect(found).toMatchObject([
      { subject: 'Call', what: { $type: 'Account', industry: 'Energy' } },
      { subject: 'Close', what: { $type: 'Opportunity', amount: 100, account: { name: 'Acme' } } },
      { subject: 'Think', what: null },
    ]);
    expect(found[0]?.what).toBeInstanceOf(Account);
    expect(found[1]?.what).toBeInstanceOf(Opportunity);
    const others = await tasks.find({
      select: { what: { Account: { name: true }, else: { name: true, type: true } } },
      where: { what: { type: 'Opportunity' } },
    });
    expect(others).toMatchObject([{ what: { $type: 'else', name: 'A1', type: 'Opportunity' } }]);
  });

  it('measures distances', async () => {
    const berlin = { to: { latitude: 52.5, longitude: 13.4 }, unit: 'km' } as const;
    const near = await accounts.find({
      select: { name: true, billingAddress: { distance: berlin } },
      where: { billingAddress: { distance: { ...berlin, lt: 600 } } },
      orderBy: { billingAddress: { distance: berlin, direction: 'desc' } },
    });
    expect(near.map(({ name }) => name)).toEqual(['Globex', 'Acme']);
    expect(near[0]?.billingAddress).toBeCloseTo(501, -1);
    expect(near[1]?.billingAddress).toBeCloseTo(2.2, 0);
    expect(await accounts.count({ where: { billingAddress: { distance: { ...berlin, gt: 600 } } } })).toBe(0);
  });

  it('reads values as users see them', async () => {
    const [first] = await opportunities.find({
      select: { stageName: 'label', amount: 'formatted' },
      where: { stageName: { label: 'Closed Won' }, amount: 40 },
    });
    expect(first).toMatchObject({ stageName: 'Closed Won', amount: expect.stringContaining('40') });
  });

  it('makes entities of texts', async () => {
    const names = ['Acme', "O'Neill"];
    const rows = await accounts.soql<{
      name: true;
      opportunities: { select: { amount: true } };
    }>`SELECT Id, Name, (SELECT Id, Amount FROM Opportunities WHERE Amount > ${99} ORDER BY Amount) FROM Account WHERE Name IN ${names}`;
    expect(rows).toMatchObject([{ name: 'Acme', opportunities: [{ amount: 100 }, { amount: 250.5 }] }]);
    expect(rows[0]).toBeInstanceOf(Account);
    expect(rows[0]?.opportunities[0]).toBeInstanceOf(Opportunity);
    await expect(accounts.soql`SELECT Nmae FROM Account`).rejects.toThrow(InvalidQueryException);
  });
});
