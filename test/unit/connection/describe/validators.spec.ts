import { describe, expect, it } from '@jest/globals';
import { conditions, isKnownAt, knownUpTo } from '../../../../lib/connection/describe/validators.js';

const AT_NINE = 'Wed, 06 May 2026 09:49:20 GMT';

describe('knownUpTo', () => {
  it('is the date of the last change', () => {
    const headers = {
      'last-modified': 'Wed, 6 May 2026 09:49:20 GMT',
      date: 'Wed, 06 May 2026 11:31:36 GMT',
    };
    expect(knownUpTo(headers)).toBe(AT_NINE);
  });

  it('is the second before the answer when the change was in that second', () => {
    expect(knownUpTo({ 'last-modified': AT_NINE, date: AT_NINE })).toBe('Wed, 06 May 2026 09:49:19 GMT');
  });

  it('takes the own time where the answer has no date', () => {
    expect(knownUpTo({ 'last-modified': AT_NINE })).toBe(AT_NINE);
    const inFuture = new Date(Date.now() + 3_600_000).toUTCString();
    expect(Date.parse(knownUpTo({ 'last-modified': inFuture })!)).toBeLessThan(Date.now());
  });

  it('is the second before the answer when that does not tell of changes', () => {
    expect(knownUpTo({ date: AT_NINE })).toBe('Wed, 06 May 2026 09:49:19 GMT');
  });

  it.each([[{}], [{ 'last-modified': 'yesterday' }]])('is not known of %j', (headers) => {
    expect(knownUpTo(headers)).toBeUndefined();
  });
});

describe('conditions', () => {
  it('ask by date and by tag', () => {
    expect(conditions({ since: AT_NINE, etag: '"e8178a2d"' })).toEqual({
      'if-modified-since': AT_NINE,
      'if-none-match': '"e8178a2d"',
    });
    expect(conditions({})).toEqual({});
  });
});

describe('isKnownAt', () => {
  it('holds for what was read at that moment or later', () => {
    expect(isKnownAt(AT_NINE, AT_NINE)).toBe(true);
    expect(isKnownAt('Wed, 06 May 2026 09:49:21 GMT', AT_NINE)).toBe(true);
    expect(isKnownAt('Wed, 06 May 2026 09:49:19 GMT', AT_NINE)).toBe(false);
  });

  it('does not hold where a moment is not known', () => {
    expect(isKnownAt(undefined, AT_NINE)).toBe(false);
    expect(isKnownAt(AT_NINE, undefined)).toBe(false);
  });
});
