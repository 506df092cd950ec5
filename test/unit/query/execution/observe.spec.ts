import { describe, expect, it } from '@jest/globals';
import { firstValueFrom, lastValueFrom, take, toArray } from 'rxjs';
import { observe } from '../../../../lib/query/execution/observe.js';

/** Counts up, and notes how iterations begin and end. */
class Counter {
  readonly begun: AbortSignal[] = [];
  readonly left: number[] = [];

  readonly iterate = async function* (this: Counter, signal: AbortSignal): AsyncGenerator<number> {
    this.begun.push(signal);
    let n = 0;
    try {
      while (n < 5) yield n++;
    } finally {
      this.left.push(n);
    }
  }.bind(this);
}

describe('observe', () => {
  it('gives what the iteration gives, and completes with it', async () => {
    const counter = new Counter();
    await expect(lastValueFrom(observe(counter.iterate).pipe(toArray()))).resolves.toEqual([0, 1, 2, 3, 4]);
  });

  it('does nothing before it is subscribed to, and begins anew with each subscription', async () => {
    const counter = new Counter();
    const numbers = observe(counter.iterate);
    expect(counter.begun).toHaveLength(0);
    await Promise.all([lastValueFrom(numbers), lastValueFrom(numbers)]);
    expect(counter.begun).toHaveLength(2);
  });

  it('fails with the iteration', async () => {
    const broken = new Error('broken');
    // oxlint-disable-next-line require-yield -- it fails before it has anything to give
    const failing = observe(async function* () {
      throw broken;
    });
    await expect(firstValueFrom(failing)).rejects.toBe(broken);
  });

  it('leaves the iteration when nobody wants more', async () => {
    const counter = new Counter();
    await expect(lastValueFrom(observe(counter.iterate).pipe(take(2), toArray()))).resolves.toEqual([0, 1]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(counter.left).toEqual([2]);
  });

  it('ends what is under way when it is unsubscribed from, and tells nobody', async () => {
    const told: unknown[] = [];
    const ended = new Promise<unknown>((resolve) => {
      const subscription = observe((signal) => waitingFor(signal, resolve)).subscribe({
        next: () => subscription.unsubscribe(),
        error: (error) => told.push(error),
        complete: () => told.push('complete'),
      });
      setImmediate(() => subscription.unsubscribe());
    });
    await expect(ended).resolves.toMatchObject({ name: 'AbortError' });
    expect(told).toEqual([]);
  });

  it('fails with the reason of the signal given', async () => {
    const controller = new AbortController();
    const reason = new Error('the caller has gone');
    const waiting = firstValueFrom(observe((signal) => waitingFor(signal), controller.signal));
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
});

/** Gives nothing until the signal ends it. */
// oxlint-disable-next-line require-yield -- nothing is what it gives
async function* waitingFor(
  signal: AbortSignal,
  onEnd: (reason: unknown) => void = () => undefined,
): AsyncGenerator<number> {
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      onEnd(signal.reason);
      reject(signal.reason as Error);
    });
  });
}
