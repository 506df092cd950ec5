import { describe, expect, it } from '@jest/globals';
import { anySignal } from '../../../lib/common/any-signal.js';

describe('anySignal', () => {
  it.each([0, 1])('ends with signal %d of the two, and its reason', (which) => {
    const controllers = [new AbortController(), new AbortController()] as const;
    const signal = anySignal(controllers[0].signal, controllers[1].signal);
    expect(signal.aborted).toBe(false);
    const reason = new Error('the caller has gone');
    controllers[which]?.abort(reason);
    expect(signal.reason).toBe(reason);
  });

  it('is the one signal where there is no other', () => {
    const { signal } = new AbortController();
    expect(anySignal(signal, undefined)).toBe(signal);
  });
});
