import { describe, expect, it } from '@jest/globals';
import { TimeString } from '../../../lib/protocol/time-string.js';

describe('TimeString', () => {
  it.each(['00:00:00', '23:59:59', '12:00:00Z', '12:00:00.5', '12:00:00.000Z'])('accepts %s', (text) => {
    expect(TimeString.is(text)).toBe(true);
  });

  it.each(['24:00:00', '12:60:00', '12:00:60', '12:00', '1:00:00', '12:00:00.0000', '', null])(
    'refuses %j',
    (text) => {
      expect(TimeString.is(text)).toBe(false);
    },
  );
});
