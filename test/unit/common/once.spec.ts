import { describe, expect, it, jest } from '@jest/globals';
import { once } from '../../../lib/common/once.js';

describe('once', () => {
  it('makes a value when it is first asked for, and never again', () => {
    const make = jest.fn(() => undefined);
    const value = once(make);
    expect(make).not.toHaveBeenCalled();
    expect([value(), value()]).toEqual([undefined, undefined]);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('tries again after a failure', () => {
    let attempts = 0;
    const value = once(() => {
      attempts++;
      if (attempts === 1) throw new RangeError('not yet');
      return attempts;
    });
    expect(value).toThrow('not yet');
    expect(value()).toBe(2);
  });
});
