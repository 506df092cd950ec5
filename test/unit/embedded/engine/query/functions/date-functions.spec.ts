import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { id, QueryFixture } from '../query-fixture.js';

let org: QueryFixture;

beforeAll(() => {
  org = new QueryFixture();
  org.insert('Opportunity', {
    Id: id('006', 1),
    Name: 'Deal',
    CloseDate: '2026-11-08',
    CreatedDate: '2026-11-08T21:15:00.000Z',
  });
});

afterAll(() => org.close());

describe('date functions', () => {
  it.each([
    ['CALENDAR_YEAR', 2026],
    ['CALENDAR_QUARTER', 4],
    ['CALENDAR_MONTH', 11],
    ['FISCAL_YEAR', 2026],
    ['FISCAL_QUARTER', 4],
    ['FISCAL_MONTH', 11],
    ['DAY_IN_MONTH', 8],
    ['DAY_IN_WEEK', 1],
    ['DAY_IN_YEAR', 312],
    ['WEEK_IN_MONTH', 2],
    ['WEEK_IN_YEAR', 45],
  ])('%s of a date and of a moment is %d', (name, value) => {
    for (const field of ['CloseDate', 'CreatedDate']) {
      const call = `${name}(${field})`;
      expect(org.records(`SELECT ${call} part FROM Opportunity GROUP BY ${call}`)).toEqual([{ part: value }]);
    }
  });

  it.each([
    ['HOUR_IN_DAY(CreatedDate)', 21],
    ['HOUR_IN_DAY(convertTimezone(CreatedDate))', 21],
    ['DAY_ONLY(CreatedDate)', '2026-11-08'],
    ['day_only(convertTimeZone(createddate))', '2026-11-08'],
  ])('%s is %j', (call, value) => {
    expect(org.records(`SELECT ${call} part FROM Opportunity GROUP BY ${call}`)).toEqual([{ part: value }]);
  });

  it('refuse fields of other types', () => {
    expect(org.refusal('SELECT COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(Name)').message).toMatch(
      /field Name does not support function CALENDAR_YEAR$/,
    );
    expect(org.refusal('SELECT COUNT(Id) FROM Opportunity GROUP BY HOUR_IN_DAY(CloseDate)').message).toMatch(
      /field CloseDate does not support function HOUR_IN_DAY$/,
    );
  });
});
