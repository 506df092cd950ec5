import { describe, expect, it } from '@jest/globals';
import { levelledLogger } from '../../../lib/common/levelled-logger.js';

describe('levelledLogger', () => {
  it.each([
    ['off', []],
    ['error', ['error']],
    ['warn', ['error', 'warn']],
    ['log', ['error', 'warn', 'log']],
    ['debug', ['error', 'warn', 'log', 'debug']],
  ] as const)('lets through at the level %s: %s', (level, expected) => {
    const seen: string[] = [];
    const write = (message: string): void => void seen.push(message);
    const logger = levelledLogger({ error: write, warn: write, log: write, debug: write }, level);
    for (const name of ['error', 'warn', 'log', 'debug'] as const) logger[name](name);
    expect(seen).toEqual(expected);
  });

  it('calls the logger as its own method', () => {
    class Counter {
      count = 0;
      error = (): void => undefined;
      warn = this.error;
      debug = this.error;
      log(): void {
        this.count++;
      }
    }
    const counter = new Counter();
    levelledLogger(counter, 'debug').log('once');
    expect(counter.count).toBe(1);
  });
});
