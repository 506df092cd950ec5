import { describe, expect, it } from '@jest/globals';
import { FiscalYear } from '../../../../../lib/embedded/engine/calendar/fiscal-year.js';

describe('FiscalYear', () => {
  it.each([
    [1, false, 2026, 0, 2026, 0],
    [1, true, 2026, 11, 2026, 11],
    [4, false, 2026, 2, 2026, 11],
    [4, false, 2026, 3, 2027, 0],
    [4, true, 2026, 2, 2025, 11],
    [4, true, 2026, 3, 2026, 0],
    [12, false, 2026, 11, 2027, 0],
    [2, false, 2026, 0, 2026, 11],
  ])(
    'that begins with month %d, named by its start: %s, has the month %d-%d (from 0) in the year %d, as its month %d',
    (startMonth, namedByStart, year, month, fiscalYear, fiscalMonth) => {
      const fiscal = new FiscalYear(startMonth, namedByStart);
      expect([fiscal.yearOf(year, month), fiscal.monthOf(month)]).toEqual([fiscalYear, fiscalMonth]);
    },
  );
});
