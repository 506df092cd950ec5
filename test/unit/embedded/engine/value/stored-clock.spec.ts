import { describe, expect, it } from '@jest/globals';
import { StoredClock } from '../../../../../lib/embedded/engine/value/stored-clock.js';

describe('StoredClock', () => {
  it('tells the time to the second, whichever way it moves', () => {
    let now = new Date('2026-01-02T03:04:05.999Z');
    const clock = new StoredClock(() => now);
    const times = [clock.now(), clock.now()];
    now = new Date('2026-01-02T03:04:06.000Z');
    times.push(clock.now());
    now = new Date('2025-12-31T23:59:59.500Z');
    times.push(clock.now());
    expect(times).toEqual([
      '2026-01-02T03:04:05.000Z',
      '2026-01-02T03:04:05.000Z',
      '2026-01-02T03:04:06.000Z',
      '2025-12-31T23:59:59.000Z',
    ]);
  });
});
