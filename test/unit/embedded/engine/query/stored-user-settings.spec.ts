import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADA, id, QueryFixture } from './query-fixture.js';

const BOB = id('005', 2);

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  // In Los Angeles it is still the evening of Saturday, 28 February.
  org.now = new Date('2026-03-01T04:30:00.000Z');
  org.insert('Organization', { Id: id('00D', 1), Name: 'Org', FiscalYearStartMonth: 3 });
  org.insert(
    'User',
    { Id: ADA, TimeZoneSidKey: 'America/Los_Angeles', LocaleSidKey: 'en_US' },
    { Id: BOB, TimeZoneSidKey: 'Europe/Berlin', LocaleSidKey: 'de_DE' },
  );
  org.insert(
    'Opportunity',
    { Id: id('006', 1), Name: 'one', CloseDate: '2026-02-27', CreatedDate: '2026-02-28T07:59:59.000Z' },
    { Id: id('006', 2), Name: 'two', CloseDate: '2026-02-28', CreatedDate: '2026-02-28T08:00:00.000Z' },
    { Id: id('006', 3), Name: 'three', CloseDate: '2026-03-01', CreatedDate: '2026-03-01T07:59:59.000Z' },
    { Id: id('006', 4), Name: 'four', CloseDate: '2026-03-02', CreatedDate: '2026-03-01T23:00:00.000Z' },
  );
});

afterAll(() => org.close());

const names = (where: string, userId: string) =>
  org
    .run(`SELECT Name FROM Opportunity WHERE ${where} ORDER BY Id`, { user: { id: userId } })
    .records.map((record) => record['Name']);

describe('the settings of the user who asks', () => {
  it.each([
    ['CloseDate = TODAY', ['two'], ['three']],
    ['CreatedDate = TODAY', ['two', 'three'], ['three']],
    ['CreatedDate < TODAY', ['one'], ['one', 'two']],
    ['CreatedDate <= TODAY', ['one', 'two', 'three'], ['one', 'two', 'three']],
    ['CreatedDate > TODAY', ['four'], ['four']],
    ['CreatedDate != TODAY', ['one', 'four'], ['one', 'two', 'four']],
    ['CreatedDate = TOMORROW', ['four'], ['four']],
    // Weeks begin on Sunday in the United States and on Monday in Germany, where it is Sunday already.
    ['CloseDate = THIS_WEEK', ['one', 'two'], ['one', 'two', 'three']],
    ['CloseDate = NEXT_WEEK', ['three', 'four'], ['four']],
    // The fiscal year of the org begins with March.
    ['CloseDate = THIS_FISCAL_YEAR', ['one', 'two'], ['three', 'four']],
    ['CloseDate = THIS_FISCAL_QUARTER', ['one', 'two'], ['three', 'four']],
    ['CloseDate = NEXT_FISCAL_QUARTER', ['three', 'four'], []],
    ['CloseDate = THIS_YEAR', ['one', 'two', 'three', 'four'], ['one', 'two', 'three', 'four']],
    ['DAY_ONLY(convertTimezone(CreatedDate)) = 2026-02-28', ['two', 'three'], ['one', 'two']],
    ['DAY_ONLY(CreatedDate) = 2026-02-28', ['one', 'two'], ['one', 'two']],
    ['HOUR_IN_DAY(convertTimezone(CreatedDate)) = 0', ['two'], ['four']],
    ['FISCAL_MONTH(CloseDate) = 12', ['one', 'two'], ['one', 'two']],
    ['FISCAL_QUARTER(CloseDate) = 1', ['three', 'four'], ['three', 'four']],
    ['FISCAL_YEAR(CloseDate) = 2026', ['one', 'two'], ['one', 'two']],
  ])('decide what %s means', (where, forAda, forBob) => {
    expect([names(where, ADA), names(where, BOB)]).toEqual([forAda, forBob]);
  });

  it('group moments by the days of the user', () => {
    const day = 'DAY_ONLY(convertTimezone(CreatedDate))';
    expect(
      org.records(`SELECT ${day} day, COUNT(Id) n FROM Opportunity GROUP BY ${day} ORDER BY ${day}`),
    ).toEqual([
      { day: '2026-02-27', n: 1 },
      { day: '2026-02-28', n: 2 },
      { day: '2026-03-01', n: 1 },
    ]);
  });

  it('are those of a new org for a user that is not there', () => {
    expect(names('CreatedDate = TODAY', id('005', 9))).toEqual(['three', 'four']);
  });

  it('are read anew for every query', () => {
    const other = new QueryFixture();
    other.now = new Date('2026-03-01T04:30:00.000Z');
    other.insert('User', { Id: ADA, TimeZoneSidKey: 'America/Los_Angeles' });
    other.insert('Task', { Id: id('00T', 1), ActivityDate: '2026-02-28' });
    const soql = 'SELECT Id FROM Task WHERE ActivityDate = TODAY';
    expect(other.run(soql).totalSize).toBe(1);
    other.database.prepare(`UPDATE "User" SET "TimeZoneSidKey" = 'Asia/Tokyo'`).run();
    expect(other.run(soql).totalSize).toBe(0);
    other.close();
  });
});
