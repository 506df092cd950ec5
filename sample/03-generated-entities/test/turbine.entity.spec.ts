import { describe, expect, it } from '@jest/globals';
import { Turbine } from '../src/salesforce/index.js';

describe('Turbine', () => {
  it.each([
    ['2011-09-20', '2026-09-19', 14],
    ['2011-09-20', '2026-09-20', 15],
    ['2011-09-20', '2026-12-01', 15],
    [null, '2026-12-01', 0],
  ])('commissioned on %s has by %s been in service for %d years', (commissioned, today, years) => {
    const turbine = Object.assign(new Turbine(), { commissioned });
    expect(turbine.yearsInService(new Date(today))).toBe(years);
  });
});
