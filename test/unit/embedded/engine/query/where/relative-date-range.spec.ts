import { describe, expect, it } from '@jest/globals';
import { FiscalYear } from '../../../../../../lib/embedded/engine/calendar/fiscal-year.js';
import { relativeDateRange } from '../../../../../../lib/embedded/engine/query/where/relative-date-range.js';

/** A Wednesday in the first quarter. */
const NOW = new Date('2026-03-18T23:59:59.999Z');
const CALENDAR = { firstDayOfWeek: 0, fiscalYear: new FiscalYear() };

describe('relativeDateRange', () => {
  it.each([
    ['YESTERDAY', undefined, '2026-03-17', '2026-03-18'],
    ['TODAY', undefined, '2026-03-18', '2026-03-19'],
    ['TOMORROW', undefined, '2026-03-19', '2026-03-20'],
    ['LAST_WEEK', undefined, '2026-03-08', '2026-03-15'],
    ['THIS_WEEK', undefined, '2026-03-15', '2026-03-22'],
    ['NEXT_WEEK', undefined, '2026-03-22', '2026-03-29'],
    ['LAST_MONTH', undefined, '2026-02-01', '2026-03-01'],
    ['THIS_MONTH', undefined, '2026-03-01', '2026-04-01'],
    ['NEXT_MONTH', undefined, '2026-04-01', '2026-05-01'],
    ['LAST_90_DAYS', undefined, '2025-12-18', '2026-03-19'],
    ['NEXT_90_DAYS', undefined, '2026-03-19', '2026-06-17'],
    ['LAST_N_DAYS', 1, '2026-03-17', '2026-03-19'],
    ['LAST_N_DAYS', 30, '2026-02-16', '2026-03-19'],
    ['NEXT_N_DAYS', 2, '2026-03-19', '2026-03-21'],
    ['N_DAYS_AGO', 3, '2026-03-15', '2026-03-16'],
    ['LAST_N_WEEKS', 2, '2026-03-01', '2026-03-15'],
    ['NEXT_N_WEEKS', 1, '2026-03-22', '2026-03-29'],
    ['N_WEEKS_AGO', 2, '2026-03-01', '2026-03-08'],
    ['LAST_N_MONTHS', 3, '2025-12-01', '2026-03-01'],
    ['NEXT_N_MONTHS', 10, '2026-04-01', '2027-02-01'],
    ['N_MONTHS_AGO', 3, '2025-12-01', '2026-01-01'],
    ['THIS_QUARTER', undefined, '2026-01-01', '2026-04-01'],
    ['LAST_QUARTER', undefined, '2025-10-01', '2026-01-01'],
    ['NEXT_QUARTER', undefined, '2026-04-01', '2026-07-01'],
    ['LAST_N_QUARTERS', 2, '2025-07-01', '2026-01-01'],
    ['NEXT_N_QUARTERS', 2, '2026-04-01', '2026-10-01'],
    ['N_QUARTERS_AGO', 1, '2025-10-01', '2026-01-01'],
    ['THIS_YEAR', undefined, '2026-01-01', '2027-01-01'],
    ['LAST_YEAR', undefined, '2025-01-01', '2026-01-01'],
    ['NEXT_YEAR', undefined, '2027-01-01', '2028-01-01'],
    ['LAST_N_YEARS', 2, '2024-01-01', '2026-01-01'],
    ['NEXT_N_YEARS', 2, '2027-01-01', '2029-01-01'],
    ['N_YEARS_AGO', 5, '2021-01-01', '2022-01-01'],
    ['THIS_FISCAL_QUARTER', undefined, '2026-01-01', '2026-04-01'],
    ['LAST_FISCAL_QUARTER', undefined, '2025-10-01', '2026-01-01'],
    ['NEXT_FISCAL_QUARTER', undefined, '2026-04-01', '2026-07-01'],
    ['LAST_N_FISCAL_QUARTERS', 2, '2025-07-01', '2026-01-01'],
    ['NEXT_N_FISCAL_QUARTERS', 1, '2026-04-01', '2026-07-01'],
    ['N_FISCAL_QUARTERS_AGO', 1, '2025-10-01', '2026-01-01'],
    ['THIS_FISCAL_YEAR', undefined, '2026-01-01', '2027-01-01'],
    ['LAST_FISCAL_YEAR', undefined, '2025-01-01', '2026-01-01'],
    ['NEXT_FISCAL_YEAR', undefined, '2027-01-01', '2028-01-01'],
    ['LAST_N_FISCAL_YEARS', 3, '2023-01-01', '2026-01-01'],
    ['NEXT_N_FISCAL_YEARS', 1, '2027-01-01', '2028-01-01'],
    ['N_FISCAL_YEARS_AGO', 1, '2025-01-01', '2026-01-01'],
  ])('%s %s is from %s until before %s', (name, n, from, to) => {
    expect(
      relativeDateRange({ kind: 'relative-date', name, ...(n !== undefined && { n }) }, NOW, CALENDAR),
    ).toEqual({
      from,
      to,
    });
  });

  it.each([
    [1, 'THIS_WEEK', undefined, '2026-03-16', '2026-03-23'],
    [3, 'THIS_WEEK', undefined, '2026-03-18', '2026-03-25'],
    [4, 'LAST_WEEK', undefined, '2026-03-05', '2026-03-12'],
    [6, 'NEXT_N_WEEKS', 2, '2026-03-21', '2026-04-04'],
  ])('begins weeks with day %d: %s %s is from %s until before %s', (firstDayOfWeek, name, n, from, to) => {
    const literal = { kind: 'relative-date', name, ...(n !== undefined && { n }) } as const;
    expect(relativeDateRange(literal, NOW, { ...CALENDAR, firstDayOfWeek })).toEqual({ from, to });
  });

  it.each([
    [2, 'THIS_FISCAL_QUARTER', undefined, '2026-02-01', '2026-05-01'],
    [2, 'THIS_FISCAL_YEAR', undefined, '2026-02-01', '2027-02-01'],
    [4, 'THIS_FISCAL_YEAR', undefined, '2025-04-01', '2026-04-01'],
    [4, 'NEXT_FISCAL_YEAR', undefined, '2026-04-01', '2027-04-01'],
    [5, 'THIS_FISCAL_QUARTER', undefined, '2026-02-01', '2026-05-01'],
    [5, 'LAST_N_FISCAL_QUARTERS', 2, '2025-08-01', '2026-02-01'],
    [12, 'N_FISCAL_YEARS_AGO', 1, '2024-12-01', '2025-12-01'],
    [4, 'THIS_YEAR', undefined, '2026-01-01', '2027-01-01'],
    [2, 'THIS_QUARTER', undefined, '2026-01-01', '2026-04-01'],
  ])('begins fiscal years with month %d: %s %s is from %s until before %s', (month, name, n, from, to) => {
    const literal = { kind: 'relative-date', name, ...(n !== undefined && { n }) } as const;
    expect(relativeDateRange(literal, NOW, { ...CALENDAR, fiscalYear: new FiscalYear(month) })).toEqual({
      from,
      to,
    });
  });

  it('stays within the dates that the platform knows', () => {
    const ages = relativeDateRange(
      { kind: 'relative-date', name: 'LAST_N_YEARS', n: 1_000_000 },
      NOW,
      CALENDAR,
    );
    const future = relativeDateRange(
      { kind: 'relative-date', name: 'NEXT_N_DAYS', n: 900_000_000 },
      NOW,
      CALENDAR,
    );
    expect(ages).toEqual({ from: '1700-01-01', to: '2026-01-01' });
    expect(future).toEqual({ from: '2026-03-19', to: '4000-12-31' });
  });

  it('crosses the end of a leap day', () => {
    const leapDay = new Date('2028-02-29T00:00:00.000Z');
    expect(relativeDateRange({ kind: 'relative-date', name: 'TOMORROW' }, leapDay, CALENDAR)).toEqual({
      from: '2028-03-01',
      to: '2028-03-02',
    });
  });

  it('does not know other names', () => {
    expect(relativeDateRange({ kind: 'relative-date', name: 'LAST_CENTURY' }, NOW, CALENDAR)).toBeUndefined();
  });
});
