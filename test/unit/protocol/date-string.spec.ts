import { describe, expect, it } from '@jest/globals';
import { DateString } from '../../../lib/protocol/date-string.js';

describe('DateString', () => {
  it.each(['2026-01-31', '2024-02-29', '2000-02-29', '1700-01-01', '4000-12-31'])('accepts %s', (text) => {
    expect(DateString.is(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
    null,
    undefined,
    20260101,
  ])('refuses %j', (text) => {
    expect(DateString.is(text)).toBe(false);
  });

  it('takes the calendar day of the zone asked for', () => {
    const lateInBerlin = new Date('2026-03-01T23:30:00Z');
    expect(DateString.from(lateInBerlin)).toBe('2026-03-01');
    expect(DateString.from(lateInBerlin, 'Europe/Berlin')).toBe('2026-03-02');
    expect(DateString.from(lateInBerlin, 'America/Los_Angeles')).toBe('2026-03-01');
  });

  it('refuses an invalid date', () => {
    expect(() => DateString.from(new Date('nonsense'))).toThrow(RangeError);
  });
});
