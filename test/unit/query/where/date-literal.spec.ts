import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../../lib/exceptions/invalid-query.exception.js';
import { DateLiteral } from '../../../../lib/query/where/date-literal.js';
import { RelativeDate } from '../../../../lib/soql/relative-date.js';
import { soql } from '../../../../lib/soql/soql-tag.js';

describe('DateLiteral', () => {
  it.each([
    [DateLiteral.yesterday(), 'YESTERDAY'],
    [DateLiteral.today(), 'TODAY'],
    [DateLiteral.tomorrow(), 'TOMORROW'],
    [DateLiteral.lastWeek(), 'LAST_WEEK'],
    [DateLiteral.thisWeek(), 'THIS_WEEK'],
    [DateLiteral.nextWeek(), 'NEXT_WEEK'],
    [DateLiteral.lastMonth(), 'LAST_MONTH'],
    [DateLiteral.thisMonth(), 'THIS_MONTH'],
    [DateLiteral.nextMonth(), 'NEXT_MONTH'],
    [DateLiteral.lastQuarter(), 'LAST_QUARTER'],
    [DateLiteral.thisQuarter(), 'THIS_QUARTER'],
    [DateLiteral.nextQuarter(), 'NEXT_QUARTER'],
    [DateLiteral.lastYear(), 'LAST_YEAR'],
    [DateLiteral.thisYear(), 'THIS_YEAR'],
    [DateLiteral.nextYear(), 'NEXT_YEAR'],
    [DateLiteral.lastFiscalQuarter(), 'LAST_FISCAL_QUARTER'],
    [DateLiteral.thisFiscalQuarter(), 'THIS_FISCAL_QUARTER'],
    [DateLiteral.nextFiscalQuarter(), 'NEXT_FISCAL_QUARTER'],
    [DateLiteral.lastFiscalYear(), 'LAST_FISCAL_YEAR'],
    [DateLiteral.thisFiscalYear(), 'THIS_FISCAL_YEAR'],
    [DateLiteral.nextFiscalYear(), 'NEXT_FISCAL_YEAR'],
    [DateLiteral.last90Days(), 'LAST_90_DAYS'],
    [DateLiteral.next90Days(), 'NEXT_90_DAYS'],
    [DateLiteral.lastNDays(30), 'LAST_N_DAYS:30'],
    [DateLiteral.nextNDays(30), 'NEXT_N_DAYS:30'],
    [DateLiteral.nDaysAgo(3), 'N_DAYS_AGO:3'],
    [DateLiteral.lastNWeeks(2), 'LAST_N_WEEKS:2'],
    [DateLiteral.nextNWeeks(2), 'NEXT_N_WEEKS:2'],
    [DateLiteral.nWeeksAgo(2), 'N_WEEKS_AGO:2'],
    [DateLiteral.lastNMonths(2), 'LAST_N_MONTHS:2'],
    [DateLiteral.nextNMonths(2), 'NEXT_N_MONTHS:2'],
    [DateLiteral.nMonthsAgo(2), 'N_MONTHS_AGO:2'],
    [DateLiteral.lastNQuarters(2), 'LAST_N_QUARTERS:2'],
    [DateLiteral.nextNQuarters(2), 'NEXT_N_QUARTERS:2'],
    [DateLiteral.nQuartersAgo(2), 'N_QUARTERS_AGO:2'],
    [DateLiteral.lastNYears(2), 'LAST_N_YEARS:2'],
    [DateLiteral.nextNYears(2), 'NEXT_N_YEARS:2'],
    [DateLiteral.nYearsAgo(2), 'N_YEARS_AGO:2'],
    [DateLiteral.lastNFiscalQuarters(2), 'LAST_N_FISCAL_QUARTERS:2'],
    [DateLiteral.nextNFiscalQuarters(2), 'NEXT_N_FISCAL_QUARTERS:2'],
    [DateLiteral.nFiscalQuartersAgo(2), 'N_FISCAL_QUARTERS_AGO:2'],
    [DateLiteral.lastNFiscalYears(2), 'LAST_N_FISCAL_YEARS:2'],
    [DateLiteral.nextNFiscalYears(2), 'NEXT_N_FISCAL_YEARS:2'],
    [DateLiteral.nFiscalYearsAgo(2), 'N_FISCAL_YEARS_AGO:2'],
  ])('names the range %s', (literal, text) => {
    expect(literal).toBeInstanceOf(RelativeDate);
    expect(String(literal)).toBe(text);
  });

  it('has no other members than those', () => {
    expect(Object.keys(DateLiteral)).toHaveLength(44);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '30'])('refuses to count %p units', (n) => {
    expect(() => DateLiteral.lastNDays(n as number)).toThrow(InvalidQueryException);
  });

  it('is bound in a soql template as the range it names', () => {
    expect(
      String(soql`CreatedDate >= ${DateLiteral.lastNDays(30)} AND CloseDate = ${DateLiteral.thisQuarter()}`),
    ).toBe('CreatedDate >= LAST_N_DAYS:30 AND CloseDate = THIS_QUARTER');
  });
});
