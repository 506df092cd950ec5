import { describe, expect, it } from '@jest/globals';
import { readCount, readSwitch } from '../../../../../lib/cli/query/prompt/setting-values.js';

describe('setting values', () => {
  it('are on or off', () => {
    expect(readSwitch('ON')).toBe(true);
    expect(readSwitch('off')).toBe(false);
    expect(() => readSwitch('yes')).toThrow("It is on or off, not 'yes'.");
  });

  it('are whole numbers from 1', () => {
    expect(readCount('10')).toBe(10);
    for (const text of ['0', '-1', '1.5', 'x', '']) {
      expect(() => readCount(text)).toThrow(`It is a whole number from 1, not '${text}'.`);
    }
  });
});
