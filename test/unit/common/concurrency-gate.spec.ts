import { describe, expect, it } from '@jest/globals';
import { ConcurrencyGate } from '../../../lib/common/concurrency-gate.js';

/** Tasks that end when they are told to. */
class Tasks {
  readonly begun: string[] = [];
  readonly #ends = new Map<string, { resolve(): void; reject(error: Error): void }>();

  readonly task = (name: string) => () => {
    this.begun.push(name);
    return new Promise<string>((resolve, reject) => {
      this.#ends.set(name, { resolve: () => resolve(name), reject });
    });
  };

  end(name: string, error?: Error): void {
    if (error) this.#ends.get(name)?.reject(error);
    else this.#ends.get(name)?.resolve();
  }
}

describe('ConcurrencyGate', () => {
  it('lets so many tasks run at a time, the others in their turn', async () => {
    const [gate, tasks] = [new ConcurrencyGate(2), new Tasks()];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => gate.run(tasks.task(name)));
    expect(tasks.begun).toEqual(['a', 'b']);
    tasks.end('b');
    await b;
    expect(tasks.begun).toEqual(['a', 'b', 'c']);
    tasks.end('a');
    tasks.end('c');
    await Promise.all([a, c]);
    expect(tasks.begun).toEqual(['a', 'b', 'c', 'd']);
    tasks.end('d');
    await expect(d).resolves.toBe('d');
  });

  it('goes on after a task that failed', async () => {
    const [gate, tasks] = [new ConcurrencyGate(1), new Tasks()];
    const failing = gate.run(tasks.task('a'));
    const next = gate.run(tasks.task('b'));
    tasks.end('a', new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    tasks.end('b');
    await expect(next).resolves.toBe('b');
  });

  it('has room again when its tasks are done', async () => {
    const gate = new ConcurrencyGate(1);
    await gate.run(async () => 1);
    const tasks = new Tasks();
    void gate.run(tasks.task('a'));
    void gate.run(tasks.task('b'));
    expect(tasks.begun).toEqual(['a']);
  });
});
