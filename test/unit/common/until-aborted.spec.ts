import { getEventListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { untilAborted } from '../../../lib/common/until-aborted.js';

const reason = new Error('the caller has gone');
const never = new Promise<string>(() => undefined);

describe('untilAborted', () => {
  it('gives what the promise gives, or fails with', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(Promise.resolve('done'), undefined)).resolves.toBe('done');
    await expect(untilAborted(Promise.resolve('done'), signal)).resolves.toBe('done');
    await expect(untilAborted(Promise.reject(reason), signal)).rejects.toBe(reason);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('fails with the reason of the signal, before or during the wait', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(never, controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(untilAborted(never, controller.signal)).rejects.toBe(reason);
  });
});
