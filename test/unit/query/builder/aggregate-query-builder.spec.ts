import { describe, expect, it } from '@jest/globals';
import { count, max, sum } from '../../../../lib/query/aggregate/aggregate-functions.js';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import { opportunityQueries } from '../../../support/opportunity-queries.js';

const groups = (...rows: object[]) => ({
  totalSize: rows.length,
  done: true,
  records: rows.map((row) => Object.assign({ attributes: { type: 'AggregateResult' } }, row)),
});

const offline = () => opportunityQueries(({ path }) => Promise.reject(new Error(`a call of ${path}`)));

describe('AggregateQueryBuilder', () => {
  it('reads rows of what it groups by and aggregates', async () => {
    const { transport, opportunities } = opportunityQueries(() =>
      groups({ StageName: 'Won', n: 2, total: 12.5 }, { StageName: 'Lost', n: 1, total: null }),
    );
    const query = opportunities
      .query()
      .groupBy('stageName')
      .aggregate({ n: count() })
      .aggregate({ total: sum('amount') })
      .where({ isWon: true })
      .having({ n: { gt: 0 } })
      .having({ total: { not: null } })
      .orderBy({ total: 'desc' }, { stageName: 'asc' })
      .take(10)
      .skip(1);
    expect(await query.all()).toEqual([
      { stageName: 'Won', n: 2, total: 12.5 },
      { stageName: 'Lost', n: 1, total: null },
    ]);
    expect(transport.queries).toEqual([
      'SELECT StageName, COUNT(Id) n, SUM(Amount) total FROM Opportunity WHERE IsWon = TRUE GROUP BY StageName ' +
        'HAVING COUNT(Id) > 0 AND SUM(Amount) != null ORDER BY SUM(Amount) DESC, StageName ASC LIMIT 10 OFFSET 1',
    ]);
  });

  it('never changes', () => {
    const grouped = offline().opportunities.query().groupBy('stageName');
    grouped.aggregate({ n: count() });
    grouped.where({ isWon: true }).take(5);
    expect(grouped.toSoql()).toBe('SELECT StageName FROM Opportunity GROUP BY StageName');
  });

  it('gives one row for all records', async () => {
    const { opportunities } = opportunityQueries(() => groups({ n: 3, due: '2026-03-01' }));
    const query = opportunities.query().aggregate({ n: count(), due: max('closeDate') });
    expect(await query.one()).toEqual({ n: 3, due: '2026-03-01' });
    expect(await query.first()).toEqual({ n: 3, due: '2026-03-01' });
    expect(await query.count()).toBe(1);
  });

  it('takes no other number of rows for one', async () => {
    const { opportunities } = opportunityQueries(() => groups());
    const query = opportunities.query().aggregate({ n: count() });
    await expect(query.one()).rejects.toThrow(InvalidResponseException);
  });

  it('reads one group for the first one, and all of them to count them', async () => {
    const { transport, opportunities } = opportunityQueries(({ query }) =>
      query['q']?.endsWith('LIMIT 1')
        ? groups({ StageName: 'Won' })
        : groups({ StageName: 'Won' }, { StageName: 'Lost' }),
    );
    const query = opportunities.query().groupBy('stageName');
    expect(await query.first()).toEqual({ stageName: 'Won' });
    expect(await query.count()).toBe(2);
    expect(transport.queries).toEqual([
      'SELECT StageName FROM Opportunity GROUP BY StageName LIMIT 1',
      'SELECT StageName FROM Opportunity GROUP BY StageName',
    ]);
  });

  it('makes no call for what is certain', async () => {
    const none = offline()
      .opportunities.query()
      .where({ name: { in: [] } });
    expect(await none.groupBy('stageName').all()).toEqual([]);
    expect(await none.aggregate({ n: count(), total: sum('amount') }).all()).toEqual([{ n: 0, total: null }]);
  });

  it('aggregates in parts what is too long for the platform', async () => {
    const names = Array.from({ length: 12_000 }, (_, i) => `Opportunity ${i}`);
    const { transport, opportunities } = opportunityQueries(() => ({
      compositeResponse: [{ httpStatusCode: 200, body: groups({ n: 2, due: '2026-03-01' }) }],
    }));
    const query = opportunities.query().where({ name: { in: names } });
    const progress: unknown[] = [];
    const aggregates = query.aggregate({ n: count(), due: max('closeDate') });
    for await (const row of aggregates.stream({ onProgress: (at) => progress.push(at) })) progress.push(row);
    const calls = transport.calls.length;
    expect(calls).toBeGreaterThan(1);
    expect(progress).toEqual([
      { read: 0, total: 1 },
      { n: 2 * calls, due: '2026-03-01' },
      { read: 1, total: 1 },
    ]);
    const refusal =
      'the query is too long for the platform, and groups cannot be put together from its parts';
    await expect(query.groupBy('stageName').all()).rejects.toThrow(refusal);
  });

  it('tells how far a stream has come', async () => {
    const { opportunities } = opportunityQueries(() => groups({ StageName: 'Won' }, { StageName: 'Lost' }));
    const progress: unknown[] = [];
    const stream = opportunities
      .query()
      .groupBy('stageName')
      .stream({ onProgress: (at) => progress.push(at) });
    for await (const row of stream) progress.push(row.stageName);
    expect(progress).toEqual([{ read: 0, total: 2 }, 'Won', 'Lost', { read: 2, total: 2 }]);
  });

  it('does not pass a part off as the whole', async () => {
    const { opportunities } = opportunityQueries(() => ({ ...groups({ StageName: 'Won' }), totalSize: 2 }));
    await expect(opportunities.query().groupBy('stageName').all()).rejects.toThrow(InvalidResponseException);
  });
});
