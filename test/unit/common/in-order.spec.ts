import { describe, expect, it } from '@jest/globals';
import { inOrder } from '../../../lib/common/in-order.js';

/** Tasks that end when the test says so. */
class Tasks {
  readonly begun: string[] = [];
  readonly #ends = new Map<string, { resolve(value: string): void; reject(error: Error): void }>();

  readonly begin = (item: string): Promise<string> => {
    this.begun.push(item);
    return new Promise((resolve, reject) => this.#ends.set(item, { resolve, reject }));
  };

  end(item: string): void {
    this.#ends.get(item)!.resolve(item.toUpperCase());
  }

  fail(item: string): void {
    this.#ends.get(item)!.reject(new TypeError(`${item} failed`));
  }
}

describe('inOrder', () => {
  it('gives results in the order of the items, whichever is there first', async () => {
    const tasks = new Tasks();
    const results = inOrder(['a', 'b', 'c'], 3, tasks.begin);
    const first = results.next();
    for (const item of ['c', 'b', 'a']) tasks.end(item);
    expect(await first).toEqual({ done: false, value: 'A' });
    expect(await results.next()).toEqual({ done: false, value: 'B' });
    expect(await results.next()).toEqual({ done: false, value: 'C' });
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });

  it('begins no task before there is room for its result', async () => {
    const tasks = new Tasks();
    const results = inOrder(['a', 'b', 'c', 'd'], 2, tasks.begin);
    const first = results.next();
    tasks.end('a');
    tasks.end('b');
    await first;
    expect(tasks.begun).toEqual(['a', 'b']);
    await results.next();
    expect(tasks.begun).toEqual(['a', 'b', 'c']);
    tasks.end('c');
    await results.return();
  });

  it('waits for what is under way when a task has failed', async () => {
    const tasks = new Tasks();
    const results = inOrder(['a', 'b'], 2, tasks.begin);
    let failed = false;
    const first = results.next().catch((error: Error) => {
      failed = true;
      return error.message;
    });
    tasks.fail('a');
    await new Promise((resolve) => setImmediate(resolve));
    expect(failed).toBe(false);
    tasks.end('b');
    expect(await first).toBe('a failed');
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });

  it('has nothing to do for no items', async () => {
    expect(await inOrder([], 2, async () => 1).next()).toEqual({ done: true, value: undefined });
  });
});
