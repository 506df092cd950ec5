import { describe, expect, it } from '@jest/globals';
import { firstDayOfWeek, localeOf } from '../../../../../lib/embedded/engine/calendar/locale.js';

describe('localeOf', () => {
  it.each([
    ['en_US', 'en-US'],
    ['de_AT_EURO', 'de-AT'],
    ['sr_Latn_RS', 'sr-Latn-RS'],
    ['fr', 'fr'],
    ['no such thing', 'en-US'],
  ])('takes %s for %s', (key, locale) => {
    expect(localeOf(key)).toBe(locale);
  });
});

describe('firstDayOfWeek', () => {
  it.each([
    ['en-US', 0],
    ['de-DE', 1],
    ['en-GB', 1],
    ['ar-EG', 6],
  ])('of %s is %d', (locale, day) => {
    expect(firstDayOfWeek(locale)).toBe(day);
  });
});
