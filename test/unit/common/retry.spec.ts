import { describe, expect, it, jest } from '@jest/globals';
import { pause, retry } from '../../../lib/common/retry.js';

const policy = () => ({ delays: [10, 20], pause: jest.fn(async () => undefined) });
const failing = (...errors: readonly Error[]) => {
  const left = [...errors];
  return jest.fn(async () => {
    const error = left.shift();
    if (error) throw error;
    return 'done';
  });
};

describe('retry', () => {
  it('waits for nothing when the first attempt succeeds', async () => {
    const patient = policy();
    await expect(retry(failing(), () => true, patient)).resolves.toBe('done');
    expect(patient.pause).not.toHaveBeenCalled();
  });

  it('tries again after each delay', async () => {
    const patient = policy();
    const { signal } = new AbortController();
    const attempt = failing(new Error('1'), new Error('2'));
    await expect(retry(attempt, () => true, patient, signal)).resolves.toBe('done');
    expect(attempt).toHaveBeenCalledTimes(3);
    expect(patient.pause.mock.calls).toEqual([
      [10, signal],
      [20, signal],
    ]);
  });

  it('fails with what the last attempt failed with', async () => {
    const attempt = failing(new Error('1'), new Error('2'), new Error('3'), new Error('4'));
    await expect(retry(attempt, () => true, policy())).rejects.toThrow('3');
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it('does not repeat what would fail again', async () => {
    const attempt = failing(new Error('for good'));
    await expect(retry(attempt, () => false, policy())).rejects.toThrow('for good');
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('ends with its signal while it waits', async () => {
    const reason = new Error('the caller has gone');
    const attempt = failing(new Error('1'), new Error('2'));
    const waiting = async () => {
      throw reason;
    };
    await expect(retry(attempt, () => true, { delays: [10], pause: waiting })).rejects.toBe(reason);
    expect(attempt).toHaveBeenCalledTimes(1);
  });
});

describe('pause', () => {
  it('rejects with the reason of the signal that ends it', async () => {
    const controller = new AbortController();
    const reason = new Error('the caller has gone');
    const waiting = pause(60_000, controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });

  it('ends with its time', async () => {
    await expect(pause(0)).resolves.toBeUndefined();
  });
});
