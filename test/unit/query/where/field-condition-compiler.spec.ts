import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { DateLiteral } from '../../../../lib/query/where/date-literal.js';
import type { Where } from '../../../../lib/query/where/where.type.js';
import { buildFindQuery } from '../../../../lib/query/find/find-query.builder.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { Account, metadataOf, Opportunity } from '../query-entities.js';

const opportunity = metadataOf(Opportunity);

/** The text behind WHERE. */
function conditionOf(entity: typeof opportunity, where: unknown): string {
  const { query } = buildFindQuery(entity, { select: { id: true }, where });
  return printSoql(query).replace(/^SELECT Id FROM \w+ WHERE /, '');
}

describe('compileFieldCondition', () => {
  it.each<[Where<Opportunity>, string]>([
    [{ closeDate: { year: 2026 } }, 'CALENDAR_YEAR(CloseDate) = 2026'],
    [
      { closeDate: { year: 2026, month: { in: [1, 2] } } },
      'CALENDAR_YEAR(CloseDate) = 2026 AND CALENDAR_MONTH(CloseDate) IN (1, 2)',
    ],
    [{ closeDate: { quarter: { not: 4 } } }, 'CALENDAR_QUARTER(CloseDate) != 4'],
    [{ closeDate: { day: 1 } }, 'DAY_IN_MONTH(CloseDate) = 1'],
    [{ closeDate: { weekDay: { in: [1, 7] } } }, 'DAY_IN_WEEK(CloseDate) IN (1, 7)'],
    [{ closeDate: { dayOfYear: { lte: 31 } } }, 'DAY_IN_YEAR(CloseDate) <= 31'],
    [{ closeDate: { week: 1 } }, 'WEEK_IN_YEAR(CloseDate) = 1'],
    [{ closeDate: { weekOfMonth: 1 } }, 'WEEK_IN_MONTH(CloseDate) = 1'],
    [{ closeDate: { fiscalYear: 2026 } }, 'FISCAL_YEAR(CloseDate) = 2026'],
    [{ closeDate: { fiscalQuarter: 2 } }, 'FISCAL_QUARTER(CloseDate) = 2'],
    [{ closeDate: { fiscalMonth: 3 } }, 'FISCAL_MONTH(CloseDate) = 3'],
    [
      { closeDate: { year: 2026, gte: DateLiteral.thisYear() } },
      'CALENDAR_YEAR(CloseDate) = 2026 AND CloseDate >= THIS_YEAR',
    ],
    [
      { createdDate: { hour: { gte: 9, lt: 17 } } },
      'HOUR_IN_DAY(CreatedDate) >= 9 AND HOUR_IN_DAY(CreatedDate) < 17',
    ],
    [{ createdDate: { date: '2026-01-31' } }, 'DAY_ONLY(CreatedDate) = 2026-01-31'],
    [
      { createdDate: { inUserTimeZone: { date: { gte: '2026-01-31' }, hour: 9 } } },
      'DAY_ONLY(convertTimezone(CreatedDate)) >= 2026-01-31 AND HOUR_IN_DAY(convertTimezone(CreatedDate)) = 9',
    ],
    [{ account: { foundedOn: { month: 5 } } }, 'CALENDAR_MONTH(Account.FoundedOn__c) = 5'],
  ])('compares parts of dates: %p', (where, soql) => {
    expect(conditionOf(opportunity, where)).toBe(soql);
  });

  it.each<[Where<Opportunity>, string]>([
    [{ stageName: { label: 'Gewonnen' } }, "toLabel(StageName) = 'Gewonnen'"],
    [
      { stageName: { label: { in: ['Gewonnen', 'Verloren'] } } },
      "toLabel(StageName) IN ('Gewonnen', 'Verloren')",
    ],
    [
      { stageName: { label: { startsWith: 'Gew' }, not: 'x' } },
      "toLabel(StageName) LIKE 'Gew%' AND StageName != 'x'",
    ],
  ])('compares labels: %p', (where, soql) => {
    expect(conditionOf(opportunity, where)).toBe(soql);
  });

  it.each<[Where<Opportunity>, string]>([
    [
      { site: { distance: { to: { latitude: 52.5, longitude: -13 }, unit: 'km', lt: 20 } } },
      "DISTANCE(Site__c, GEOLOCATION(52.5, -13), 'km') < 20",
    ],
    [
      {
        account: {
          billingAddress: { distance: { to: { latitude: 0, longitude: 0 }, unit: 'mi', gt: 1, lt: 2.5 } },
        },
      },
      "DISTANCE(Account.BillingAddress, GEOLOCATION(0, 0), 'mi') < 2.5 AND DISTANCE(Account.BillingAddress, GEOLOCATION(0, 0), 'mi') > 1",
    ],
  ])('compares distances: %p', (where, soql) => {
    expect(conditionOf(opportunity, where)).toBe(soql);
  });

  const berlin = { latitude: 52, longitude: 13 };
  it.each<[string, unknown, string]>([
    [
      'an hour of a day',
      { closeDate: { hour: 9 } },
      'Opportunity.closeDate.hour: HOUR_IN_DAY is taken of a datetime, and this is a date.',
    ],
    [
      'the day of a day',
      { closeDate: { date: '2026-01-31' } },
      'Opportunity.closeDate.date: DAY_ONLY is taken of a datetime',
    ],
    [
      'the time zone of a day',
      { closeDate: { inUserTimeZone: { year: 2026 } } },
      'Opportunity.closeDate.inUserTimeZone.year: a date has no time zone to be converted from.',
    ],
    ['a part of a text', { name: { year: 2026 } }, "Opportunity.name: 'year' is no operator."],
    ['an unknown part', { closeDate: { century: 21 } }, "Opportunity.closeDate: 'century' is no operator."],
    [
      'an unknown part in a time zone',
      { createdDate: { inUserTimeZone: { century: 21 } } },
      "Opportunity.createdDate.inUserTimeZone takes no 'century'",
    ],
    [
      'a year in words',
      { closeDate: { year: 'MMXXVI' } },
      'Opportunity.closeDate.year: A value of type string is no value of a field of type int.',
    ],
    [
      'an undefined year',
      { closeDate: { year: undefined } },
      'Opportunity.closeDate.year: undefined was given',
    ],
    [
      'a named range of a part',
      { createdDate: { date: DateLiteral.today() } },
      'Opportunity.createdDate.date: a part of a date is compared with no date literal.',
    ],
    ['a label of a text', { name: { label: 'x' } }, "Opportunity.name: 'label' is no operator."],
    [
      'a place itself',
      { site: null },
      'Opportunity.site: fields of type location such as this one take no condition but distance.',
    ],
    [
      'a distance of a number',
      { amount: { distance: {} } },
      "Opportunity.amount: 'distance' is no operator.",
    ],
    [
      'a distance without limit',
      { site: { distance: { to: berlin, unit: 'km' } } },
      'Opportunity.site.distance: say what it is lt or gt than.',
    ],
    [
      'a distance in yards',
      { site: { distance: { to: berlin, unit: 'yd', lt: 1 } } },
      "Opportunity.site.distance: the unit is 'km' or 'mi'.",
    ],
    [
      'a distance from nowhere',
      { site: { distance: { unit: 'km', lt: 1 } } },
      'Opportunity.site.distance.to takes an object of latitude, longitude.',
    ],
    [
      'a point off the globe',
      { site: { distance: { to: { latitude: 91, longitude: 0 }, unit: 'km', lt: 1 } } },
      'Opportunity.site.distance.to.latitude is a number from -90 to 90.',
    ],
    [
      'a negative distance',
      { site: { distance: { to: berlin, unit: 'km', lt: -1 } } },
      'Opportunity.site.distance.lt is a number, 0 or more.',
    ],
    [
      'an equal distance',
      { site: { distance: { to: berlin, unit: 'km', equals: 1 } } },
      "Opportunity.site.distance takes no 'equals'",
    ],
  ])('refuses %s', (_, where, message) => {
    expect(() => conditionOf(opportunity, where)).toThrow(InvalidQueryException);
    expect(() => conditionOf(opportunity, where)).toThrow(message);
  });

  it('orders by distance', () => {
    const { query } = buildFindQuery(opportunity, {
      select: { id: true },
      orderBy: { site: { distance: { to: berlin, unit: 'km' }, direction: 'asc' } },
    });
    expect(printSoql(query)).toBe(
      "SELECT Id FROM Opportunity ORDER BY DISTANCE(Site__c, GEOLOCATION(52, 13), 'km') ASC",
    );
    expect(() => buildFindQuery(metadataOf(Account), { orderBy: { billingAddress: 'asc' } })).toThrow(
      'Account.billingAddress takes an object of distance, direction, nulls.',
    );
  });
});
