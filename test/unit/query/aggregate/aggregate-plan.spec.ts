import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import {
  avg,
  count,
  countDistinct,
  formatted,
  grouping,
  max,
  min,
  sum,
} from '../../../../lib/query/aggregate/aggregate-functions.js';
import {
  type AggregateOptions,
  buildAggregateQuery,
} from '../../../../lib/query/aggregate/aggregate-plan.js';
import {
  calendarMonth,
  calendarYear,
  dayOnly,
  hourInDay,
} from '../../../../lib/query/aggregate/date-functions.js';
import { DateLiteral } from '../../../../lib/query/where/date-literal.js';
import { parseSoql } from '../../../../lib/soql/parser/soql-parser.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { metadataOf, Opportunity, Task } from '../query-entities.js';

const opportunity = metadataOf(Opportunity);

function planOf(options: Partial<AggregateOptions>, entity = opportunity) {
  const kind = options.kind ?? (options.groupBy ? 'plain' : 'none');
  return buildAggregateQuery(entity, {
    groupBy: [],
    aggregate: {},
    having: [],
    orderBy: [],
    ...options,
    kind,
  });
}

const soqlOf = (options: Partial<AggregateOptions>) => printSoql(planOf(options).query);

describe('buildAggregateQuery', () => {
  it.each<[Partial<AggregateOptions>, string]>([
    [{ aggregate: { n: count() } }, 'SELECT COUNT(Id) n FROM Opportunity'],
    [
      {
        aggregate: {
          priced: count('amount'),
          stages: countDistinct('stageName'),
          total: sum('amount'),
          mean: avg('amount'),
          since: min('createdDate'),
          until: max('closeDate'),
        },
      },
      'SELECT COUNT(Amount) priced, COUNT_DISTINCT(StageName) stages, SUM(Amount) total, AVG(Amount) mean, MIN(CreatedDate) since, MAX(CloseDate) until FROM Opportunity',
    ],
    [
      { aggregate: { total: formatted(sum('amount')), due: formatted(min('closeDate')) } },
      'SELECT FORMAT(SUM(Amount)) total, FORMAT(MIN(CloseDate)) due FROM Opportunity',
    ],
    [
      {
        kind: 'rollup',
        groupBy: [{ year: calendarYear('closeDate') }],
        aggregate: { n: count(), isTotal: grouping('year') },
      },
      'SELECT CALENDAR_YEAR(CloseDate) year, COUNT(Id) n, GROUPING(CALENDAR_YEAR(CloseDate)) isTotal FROM Opportunity GROUP BY ROLLUP(CALENDAR_YEAR(CloseDate))',
    ],
    [
      {
        groupBy: ['stageName'],
        aggregate: { latest: max('closeDate') },
        having: [{ latest: { lt: DateLiteral.lastNDays(30) } }],
      },
      'SELECT StageName, MAX(CloseDate) latest FROM Opportunity GROUP BY StageName HAVING MAX(CloseDate) < LAST_N_DAYS:30',
    ],
    [
      { aggregate: { revenue: sum({ account: { annualRevenue: true } }) }, where: { isWon: true } },
      'SELECT SUM(Account.AnnualRevenue) revenue FROM Opportunity WHERE IsWon = TRUE',
    ],
    [{ groupBy: ['stageName'] }, 'SELECT StageName FROM Opportunity GROUP BY StageName'],
    [
      {
        groupBy: ['stageName', { isWon: true, account: { industry: true, owner: { name: true } } }],
        aggregate: { n: count() },
      },
      'SELECT StageName, IsWon, Account.Industry accountIndustry, Account.Owner.Name accountOwnerName, COUNT(Id) n FROM Opportunity GROUP BY StageName, IsWon, Account.Industry, Account.Owner.Name',
    ],
    [
      {
        groupBy: [
          { year: calendarYear('closeDate'), month: calendarMonth('closeDate') },
          { founded: calendarYear({ account: { foundedOn: true } }) },
          { day: dayOnly('createdDate', { inUserTimeZone: true }) },
        ],
      },
      'SELECT CALENDAR_YEAR(CloseDate) year, CALENDAR_MONTH(CloseDate) month, CALENDAR_YEAR(Account.FoundedOn__c) founded, DAY_ONLY(convertTimezone(CreatedDate)) day FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate), CALENDAR_MONTH(CloseDate), CALENDAR_YEAR(Account.FoundedOn__c), DAY_ONLY(convertTimezone(CreatedDate))',
    ],
    [
      {
        kind: 'rollup',
        groupBy: ['stageName', 'isWon'],
        aggregate: { total: sum('amount'), ofStage: grouping('stageName') },
        having: [{ ofStage: 0 }],
        orderBy: [{ ofStage: 'asc' }],
      },
      'SELECT StageName, IsWon, SUM(Amount) total, GROUPING(StageName) ofStage FROM Opportunity GROUP BY ROLLUP(StageName, IsWon) HAVING GROUPING(StageName) = 0 ORDER BY GROUPING(StageName) ASC',
    ],
    [
      { kind: 'cube', groupBy: ['stageName', { account: { industry: true } }] },
      'SELECT StageName, Account.Industry accountIndustry FROM Opportunity GROUP BY CUBE(StageName, Account.Industry)',
    ],
    [
      {
        groupBy: [{ account: { name: true } }, { year: calendarYear('closeDate') }],
        aggregate: { n: count(), total: sum('amount') },
        having: [
          { n: { gte: 2 }, total: { not: null } },
          { OR: [{ year: { in: [2025, 2026] } }, { NOT: { account: { name: { startsWith: 'A' } } } }] },
        ],
        orderBy: [
          { total: { direction: 'desc', nulls: 'last' } },
          { account: { name: 'asc' }, year: 'desc' },
        ],
        take: 10,
        skip: 5,
      },
      "SELECT Account.Name accountName, CALENDAR_YEAR(CloseDate) year, COUNT(Id) n, SUM(Amount) total FROM Opportunity GROUP BY Account.Name, CALENDAR_YEAR(CloseDate) HAVING COUNT(Id) >= 2 AND SUM(Amount) != null AND (CALENDAR_YEAR(CloseDate) IN (2025, 2026) OR (NOT Account.Name LIKE 'A%')) ORDER BY SUM(Amount) DESC NULLS LAST, Account.Name ASC, CALENDAR_YEAR(CloseDate) DESC LIMIT 10 OFFSET 5",
    ],
    [
      { groupBy: ['stageName'], scope: 'mine', where: { amount: { gt: 1 } } },
      'SELECT StageName FROM Opportunity USING SCOPE mine WHERE Amount > 1 GROUP BY StageName',
    ],
  ])('compiles %p', (options, soql) => {
    const { query } = planOf(options);
    expect(printSoql(query)).toBe(soql);
    expect(parseSoql(soql)).toEqual(query);
  });

  it('gives columns names that are no words and no fields of SOQL', () => {
    const aggregate = {
      amount: sum('amount'),
      group: count(),
      größe: max('amount'),
      a__b: min('amount'),
      n: avg('amount'),
    };
    expect(soqlOf({ aggregate })).toBe(
      'SELECT SUM(Amount) column1, COUNT(Id) column2, MAX(Amount) column3, MIN(Amount) column4, AVG(Amount) n FROM Opportunity',
    );
  });

  it.each<[string, Partial<AggregateOptions>, 'no rows' | 'a row of nothing' | undefined]>([
    ['an open query', { groupBy: ['stageName'] }, undefined],
    ['an impossible condition', { groupBy: ['stageName'], where: { name: { in: [] } } }, 'no rows'],
    [
      'an impossible condition on rows',
      { groupBy: ['stageName'], aggregate: { n: count() }, having: [{ n: { in: [] } }] },
      'no rows',
    ],
    ['no row wanted', { groupBy: ['stageName'], take: 0 }, 'no rows'],
    ['an aggregate over nothing', { aggregate: { n: count() }, where: { OR: [] } }, 'a row of nothing'],
  ])('knows what is certain without asking: %s', (_, options, known) => {
    expect(planOf(options).known).toBe(known);
  });

  it.each<[string, Partial<AggregateOptions>, string]>([
    ['an unknown property', { groupBy: ['stgeName'] }, 'Opportunity.stgeName is not mapped'],
    [
      'an unknown property of a parent',
      { groupBy: [{ account: { nmae: true } }] },
      'Opportunity.account.nmae is not mapped',
    ],
    ['an unknown property to sum', { aggregate: { n: sum('amuont') } }, 'Opportunity.amuont is not mapped'],
    [
      'an API name',
      { groupBy: ['StageName'] },
      "Opportunity.StageName is no property but an API name: use the property 'stageName'.",
    ],
    ['a group of nothing', { groupBy: [] }, 'Opportunity: groupBy names what to group by.'],
    [
      'an empty group',
      { groupBy: [{}] },
      'Opportunity: a group is by a property, an object of them, or a part of a date.',
    ],
    [
      'no field of a parent',
      { groupBy: [{ account: {} }] },
      'Opportunity.account: fields are named by their properties',
    ],
    ['a number to group by', { groupBy: [5] }, 'Opportunity: a group is by a property'],
    [
      'false',
      { groupBy: [{ stageName: false }] },
      'Opportunity.stageName is a field: name it with true, or leave it out.',
    ],
    [
      'a parent itself',
      { groupBy: [{ account: true }] },
      'Opportunity.account: fields are named by their properties',
    ],
    [
      'a group by instants',
      { groupBy: ['createdDate'] },
      'Opportunity.createdDate: records are not grouped by fields of type datetime such as this one. Group by a part of it, such as dayOnly.',
    ],
    [
      'a group by currency',
      { groupBy: ['amount'] },
      'Opportunity.amount: records are not grouped by fields of type currency',
    ],
    [
      'a group by places',
      { groupBy: ['site'] },
      'Opportunity.site: records are not grouped by fields of type location',
    ],
    [
      'the same group twice',
      { groupBy: ['stageName', { stageName: true }] },
      'Opportunity: the row has two columns called stageName.',
    ],
    [
      'a column within another',
      { groupBy: [{ account: { name: true } }], aggregate: { account: count() } },
      'Opportunity: the row has two columns called account.name.',
    ],
    [
      'an hour of a day',
      { groupBy: [{ hour: hourInDay('closeDate') }] },
      'Opportunity.closeDate: HOUR_IN_DAY is taken of a datetime',
    ],
    [
      'the year of a text',
      { groupBy: [{ year: calendarYear('name') }] },
      'Opportunity.name: CALENDAR_YEAR is taken of dates, and this is a string.',
    ],
    [
      'a sum of texts',
      { aggregate: { n: sum('name') } },
      'Opportunity.name: SUM is of numbers, and this is a string.',
    ],
    [
      'the least place',
      { aggregate: { n: min('site') } },
      'Opportunity.site: MIN is not of fields of type location',
    ],
    [
      'the greatest truth',
      { aggregate: { n: max('isWon') } },
      'Opportunity.isWon: MAX is not of fields of type boolean',
    ],
    [
      'a grouping of what is not grouped',
      { groupBy: ['stageName'], kind: 'rollup', aggregate: { n: grouping('name') } },
      'Opportunity.name: grouping is asked of a field that the query groups by.',
    ],
    [
      'what is no aggregate',
      { aggregate: { n: 'COUNT' } },
      'Opportunity: n is no aggregate: use count, countDistinct, sum, avg, min, max, grouping or formatted.',
    ],
    [
      'a count as users write it',
      { aggregate: { n: formatted(count() as never) } },
      'Opportunity: n: formatted is for sum, avg, min and max, of numbers and dates.',
    ],
    [
      'a text as users write it',
      { aggregate: { n: formatted(max('name')) } },
      'Opportunity: n: formatted is for sum, avg, min and max, of numbers and dates.',
    ],
    [
      'an order of what users are shown',
      { groupBy: ['stageName'], aggregate: { n: formatted(sum('amount')) }, orderBy: [{ n: 'asc' }] },
      'Opportunity.n is text for showing.',
    ],
    ['no aggregate', { aggregate: {} }, 'Opportunity: aggregate names at least one aggregate.'],
    [
      'two fields at once',
      { aggregate: { n: sum({ account: { annualRevenue: true, name: true } }) } },
      'Opportunity: a field is named by its property, or by the way to it, one at a time.',
    ],
    [
      'four fields in a cube',
      { kind: 'cube', groupBy: ['stageName', 'isWon', 'name', 'closeDate'] },
      'Opportunity: ROLLUP and CUBE take at most 3 fields.',
    ],
    [
      'an order of one row',
      { aggregate: { n: count() }, orderBy: [{ n: 'asc' }] },
      'Opportunity: an aggregate over all records is one row',
    ],
    [
      'a limit of one row',
      { aggregate: { n: count() }, take: 1 },
      'Opportunity: an aggregate over all records is one row',
    ],
    [
      'an unknown column',
      { groupBy: ['stageName'], having: [{ total: 1 }] },
      'Opportunity.total is no column of the rows. There are stageName.',
    ],
    [
      'an unknown column of a parent',
      { groupBy: [{ account: { name: true } }], orderBy: [{ account: { industry: 'asc' } }] },
      'Opportunity.account.industry is no column of the rows. There are name.',
    ],
    [
      'an unknown operator',
      { groupBy: ['stageName'], having: [{ stageName: { regex: 'x' } }] },
      "Opportunity.stageName: 'regex' is no operator.",
    ],
    [
      'a count compared with text',
      { groupBy: ['stageName'], aggregate: { n: count() }, having: [{ n: '5' }] },
      'Opportunity.n: A value of type string is no value of a field of type int.',
    ],
    [
      'a part of a date compared with a date literal',
      { groupBy: [{ day: dayOnly('createdDate') }], having: [{ day: DateLiteral.today() }] },
      'Opportunity.day: a part of a date is compared with no date literal. Compare the date itself.',
    ],
    [
      'a condition that is a list',
      { groupBy: ['stageName'], having: [[]] },
      'Opportunity: a condition on rows is an object of its columns.',
    ],
    [
      'an OR that is no list',
      { groupBy: ['stageName'], having: [{ OR: {} }] },
      'Opportunity: OR takes an array of conditions.',
    ],
    [
      'a direction',
      { groupBy: ['stageName'], orderBy: [{ stageName: 'up' }] },
      "Opportunity.stageName is ordered 'asc' or 'desc'.",
    ],
    ['half a row', { groupBy: ['stageName'], take: 0.5 }, 'Opportunity: take is a whole number'],
  ])('refuses %s', (_, options, message) => {
    expect(() => planOf(options)).toThrow(InvalidQueryException);
    expect(() => planOf(options)).toThrow(message);
  });

  it('groups by what polymorphic parents have in common', () => {
    const task = metadataOf(Task);
    const { query } = planOf({ groupBy: [{ what: { type: true } }], aggregate: { n: count() } }, task);
    expect(printSoql(query)).toBe('SELECT What.Type whatType, COUNT(Id) n FROM Task GROUP BY What.Type');
    expect(() => planOf({ groupBy: [{ lead: { company: true } }] }, task)).toThrow(
      'Task.lead.company: of a parent that may be of several kinds a group reaches what all of them have',
    );
  });
});
