import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { id, QueryFixture } from './query-fixture.js';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  org.insert('Account', { Id: id('001', 1), Name: 'Acme' }, { Id: id('001', 2), Name: 'Bolt' });
  const rows = [
    ['Prospecting', 100, '2026-01-15', id('001', 1), 'Web'],
    ['prospecting', 50, '2026-02-15', id('001', 1), null],
    ['Closed Won', 200.5, '2025-12-31', id('001', 2), 'Web'],
    ['Closed Won', null, '2026-02-28', null, 'Phone'],
  ] as const;
  org.insert(
    'Opportunity',
    ...rows.map(([StageName, Amount, CloseDate, AccountId, LeadSource], index) => ({
      Id: id('006', index + 1),
      Name: `Deal ${index + 1}`,
      StageName,
      Amount,
      CloseDate,
      AccountId,
      LeadSource,
      CreatedDate: `2026-03-0${index + 1}T12:00:00.000Z`,
    })),
    { Id: id('006', 9), Name: 'Gone', StageName: 'Closed Won', Amount: 1_000, IsDeleted: 1 },
  );
});

afterAll(() => org.close());

describe('aggregates', () => {
  it('COUNT() is the total of an empty list', () => {
    expect(org.run('SELECT COUNT() FROM Opportunity')).toEqual({ totalSize: 4, done: true, records: [] });
    expect(org.run('SELECT count() FROM Opportunity LIMIT 3')).toEqual({
      totalSize: 3,
      done: true,
      records: [],
    });
    expect(org.run("SELECT COUNT() FROM Opportunity WHERE Account.Name = 'acme'").totalSize).toBe(2);
    expect(org.run('SELECT COUNT() FROM Opportunity', { allRows: true }).totalSize).toBe(5);
  });

  it('over all records are one row, numbered where they have no alias', () => {
    const soql =
      'SELECT COUNT(Id), COUNT(Amount) counted, COUNT_DISTINCT(StageName), SUM(Amount), AVG(Amount) mean, ' +
      'MIN(Amount), MAX(CloseDate), MIN(StageName), MAX(CreatedDate) FROM Opportunity';
    expect(org.run(soql)).toEqual({
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: { type: 'AggregateResult' },
          expr0: 4,
          counted: 3,
          expr1: 2,
          expr2: 350.5,
          mean: 350.5 / 3,
          expr3: 50,
          expr4: '2026-02-28',
          expr5: 'Prospecting',
          expr6: '2026-03-04T12:00:00.000+0000',
        },
      ],
    });
  });

  it('of nothing are null, and zero where they count', () => {
    expect(
      org.records("SELECT COUNT(Id), SUM(Amount), MAX(Name) FROM Opportunity WHERE Name = 'none'"),
    ).toEqual([{ expr0: 0, expr1: null, expr2: null }]);
  });
});

describe('GROUP BY', () => {
  it.each<[string, string, unknown[]]>([
    [
      'takes texts that differ in case only as one',
      'SELECT StageName, SUM(Amount) total FROM Opportunity GROUP BY StageName ORDER BY StageName DESC',
      [
        { StageName: 'Closed Won', total: 200.5 },
        { StageName: 'Prospecting', total: 150 },
      ],
    ],
    [
      'groups by the field of a parent, and by none',
      'SELECT Account.Name, COUNT(Id) FROM Opportunity GROUP BY Account.Name ORDER BY Account.Name',
      [
        { Name: null, expr0: 1 },
        { Name: 'Acme', expr0: 2 },
        { Name: 'Bolt', expr0: 1 },
      ],
    ],
    [
      'groups by parts of dates',
      'SELECT CALENDAR_YEAR(CloseDate) year, CALENDAR_MONTH(CloseDate), COUNT(Id) n FROM Opportunity ' +
        'GROUP BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate) ' +
        'ORDER BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate)',
      [
        { year: 2025, expr0: 12, n: 1 },
        { year: 2026, expr0: 1, n: 1 },
        { year: 2026, expr0: 2, n: 2 },
      ],
    ],
    [
      'keeps the groups that HAVING asks for',
      'SELECT StageName FROM Opportunity GROUP BY StageName HAVING SUM(Amount) > 175 AND COUNT(Id) = 2',
      [{ StageName: 'Closed Won' }],
    ],
    [
      'filters groups by what they are grouped by',
      "SELECT LeadSource, COUNT(Id) n FROM Opportunity GROUP BY LeadSource HAVING LeadSource != 'web' ORDER BY LeadSource",
      [
        { LeadSource: null, n: 1 },
        { LeadSource: 'Phone', n: 1 },
      ],
    ],
    [
      'sorts by aggregates',
      'SELECT LeadSource FROM Opportunity GROUP BY LeadSource ORDER BY COUNT(Id) DESC, LeadSource NULLS LAST LIMIT 2',
      [{ LeadSource: 'Web' }, { LeadSource: 'Phone' }],
    ],
    [
      'leaves rows out with OFFSET',
      'SELECT LeadSource FROM Opportunity GROUP BY LeadSource ORDER BY LeadSource LIMIT 5 OFFSET 2',
      [{ LeadSource: 'Phone' }],
    ],
    [
      'adds subtotals with ROLLUP',
      "SELECT StageName, LeadSource, GROUPING(LeadSource) g, COUNT(Id) n FROM Opportunity WHERE LeadSource = 'Web' " +
        'GROUP BY ROLLUP(StageName, LeadSource) ORDER BY StageName NULLS LAST, GROUPING(LeadSource)',
      [
        { StageName: 'Prospecting', LeadSource: 'Web', g: 0, n: 1 },
        { StageName: 'Prospecting', LeadSource: null, g: 1, n: 1 },
        { StageName: 'Closed Won', LeadSource: 'Web', g: 0, n: 1 },
        { StageName: 'Closed Won', LeadSource: null, g: 1, n: 1 },
        { StageName: null, LeadSource: null, g: 1, n: 2 },
      ],
    ],
    [
      'adds the totals of every combination with CUBE',
      "SELECT StageName, LeadSource, COUNT(Id) n FROM Opportunity WHERE LeadSource = 'Web' " +
        'GROUP BY CUBE(StageName, LeadSource) ORDER BY GROUPING(StageName), GROUPING(LeadSource), StageName',
      [
        { StageName: 'Prospecting', LeadSource: 'Web', n: 1 },
        { StageName: 'Closed Won', LeadSource: 'Web', n: 1 },
        { StageName: 'Prospecting', LeadSource: null, n: 1 },
        { StageName: 'Closed Won', LeadSource: null, n: 1 },
        { StageName: null, LeadSource: 'Web', n: 2 },
        { StageName: null, LeadSource: null, n: 2 },
      ],
    ],
    ['formats aggregates', 'SELECT FORMAT(SUM(Amount)) total FROM Opportunity', [{ total: '$350.50' }]],
  ])('%s', (_behaviour, soql, records) => {
    expect(org.records(soql)).toEqual(records);
  });

  it('refuses more groups than a batch holds, for it cannot be paged', () => {
    const many = Array.from({ length: 201 }, (_, n) => ({
      Id: id('00Q', n),
      LastName: `L${n}`,
      Company: 'C',
    }));
    org.insert('Lead', ...many);
    const soql = 'SELECT LastName FROM Lead GROUP BY LastName';
    expect(() => org.run(soql, { batchSize: 200 })).toThrow(
      expect.objectContaining({
        errorCode: 'EXCEEDED_ID_LIMIT',
        message:
          'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
      }),
    );
    expect(org.run(`${soql} LIMIT 200`, { batchSize: 200 }).totalSize).toBe(200);
    expect(org.run(soql).totalSize).toBe(201);
  });
});
