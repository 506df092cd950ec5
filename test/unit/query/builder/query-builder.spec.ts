import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { count } from '../../../../lib/query/aggregate/aggregate-functions.js';
import { calendarYear } from '../../../../lib/query/aggregate/date-functions.js';
import { opportunityQueries, page } from '../../../support/opportunity-queries.js';
import { Opportunity } from '../query-entities.js';

const offline = () => opportunityQueries(({ path }) => Promise.reject(new Error(`a call of ${path}`)));

describe('QueryBuilder', () => {
  it('says with verbs what find says with options', () => {
    const { opportunities } = offline();
    const query = opportunities
      .query()
      .select({ name: true, account: { name: true } })
      .where({ isWon: true })
      .orderBy({ amount: 'desc' }, { name: 'asc' })
      .take(10)
      .skip(20)
      .scope('mine')
      .for('view')
      .update('viewstat');
    expect(query.toSoql()).toBe(
      'SELECT Id, Name, Account.Id, Account.Name FROM Opportunity USING SCOPE mine WHERE IsWon = TRUE ORDER BY Amount DESC, Name ASC LIMIT 10 OFFSET 20 FOR VIEW UPDATE VIEWSTAT',
    );
  });

  it('reads all fields where none is selected', () => {
    expect(offline().opportunities.query().toSoql()).toBe(
      'SELECT Id, Name, Amount, Quantity, StageName, CloseDate, IsWon, CreatedDate, Site__c, AccountId, OwnerId FROM Opportunity',
    );
  });

  it('adds conditions and orders, and replaces the rest', () => {
    const query = offline()
      .opportunities.query()
      .select({ name: true })
      .select({ id: true })
      .where({ isWon: true })
      .where({ OR: [{ amount: null }, { amount: { gt: 5 } }] })
      .where({ name: 'x' })
      .orderBy({ name: 'asc' })
      .orderBy({ amount: 'desc' })
      .take(5)
      .take(6);
    expect(query.toSoql()).toBe(
      "SELECT Id FROM Opportunity WHERE IsWon = TRUE AND (Amount = null OR Amount > 5) AND Name = 'x' ORDER BY Name ASC, Amount DESC LIMIT 6",
    );
  });

  it('never changes', () => {
    const open = offline().opportunities.query().select({ id: true }).where({ isWon: false });
    const text = open.toSoql();
    open.where({ name: 'x' }).take(5);
    open.orderBy({ name: 'asc' });
    expect(open.toSoql()).toBe(text);
    expect(text).toBe('SELECT Id FROM Opportunity WHERE IsWon = FALSE');
  });

  it('reads entities', async () => {
    const { transport, opportunities } = opportunityQueries(() => page({ Id: '006', Name: 'First' }));
    const rows = await opportunities.query().select({ name: true }).allRows().all();
    expect(rows).toEqual([{ id: '006', name: 'First' }]);
    expect(rows[0]).toBeInstanceOf(Opportunity);
    expect(transport.calls[0]?.path).toBe('queryAll');
  });

  it('runs by every verb of a query', async () => {
    const { transport, opportunities } = opportunityQueries(({ query }) =>
      query['explain'] ? { plans: [] } : { ...page({ Id: '006' }), totalSize: 1 },
    );
    const query = opportunities.query().select({ id: true });
    expect(await query.first()).toEqual({ id: '006' });
    expect(await query.count()).toBe(1);
    expect(await query.explain()).toEqual([]);
    const streamed = [];
    for await (const row of query.stream()) streamed.push(row);
    query.observe().subscribe((row) => streamed.push(row));
    await new Promise((resolve) => query.observe().subscribe({ complete: () => resolve(undefined) }));
    expect(streamed).toEqual([{ id: '006' }, { id: '006' }]);
    expect(transport.calls).toHaveLength(6);
  });

  it('refuses what find refuses, before anything is sent', async () => {
    const { opportunities } = offline();
    const query = opportunities.query().where({ nmae: 'x' } as object);
    expect(() => query.prepare()).toThrow(InvalidQueryException);
    expect(() => query.toSoql()).toThrow('Opportunity.nmae is not mapped');
    await expect(query.all()).rejects.toThrow('Opportunity.nmae is not mapped');
    expect(() => query.stream()).toThrow('Opportunity.nmae is not mapped');
  });

  it('goes on to groups with its conditions', () => {
    const won = offline().opportunities.query().where({ isWon: true }).scope('team').allRows();
    expect(won.groupBy('stageName').toSoql()).toBe(
      'SELECT StageName FROM Opportunity USING SCOPE team WHERE IsWon = TRUE GROUP BY StageName',
    );
    expect(won.groupByRollup('stageName', { year: calendarYear('closeDate') }).toSoql()).toBe(
      'SELECT StageName, CALENDAR_YEAR(CloseDate) year FROM Opportunity USING SCOPE team WHERE IsWon = TRUE GROUP BY ROLLUP(StageName, CALENDAR_YEAR(CloseDate))',
    );
    expect(won.groupByCube('stageName').toSoql()).toMatch(/GROUP BY CUBE\(StageName\)$/);
    expect(won.aggregate({ n: count() }).toSoql()).toBe(
      'SELECT COUNT(Id) n FROM Opportunity USING SCOPE team WHERE IsWon = TRUE',
    );
  });

  it.each([
    [
      'select',
      (query: ReturnType<ReturnType<typeof offline>['opportunities']['query']>) =>
        query.select({ name: true }),
    ],
    [
      'orderBy',
      (query: ReturnType<ReturnType<typeof offline>['opportunities']['query']>) =>
        query.orderBy({ name: 'asc' }),
    ],
  ])('refuses to group after %s', (_, begin) => {
    const query = begin(offline().opportunities.query());
    expect(() => query.groupBy('stageName')).toThrow(
      'Opportunity: a query reads records or aggregates them.',
    );
  });
});
