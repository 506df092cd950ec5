import { describe, expect, it } from '@jest/globals';
import { ApiUsage } from '../../../../../lib/embedded/rest/org/api-usage.js';

describe('ApiUsage', () => {
  it('counts the calls of the last 24 hours', () => {
    let now = new Date('2026-01-01T00:30:00Z');
    const usage = new ApiUsage(() => now);
    usage.count();
    usage.count();
    now = new Date('2026-01-01T23:59:59Z');
    usage.count();
    expect([usage.used, usage.remaining]).toEqual([3, 99_997]);
    now = new Date('2026-01-02T00:00:00Z');
    expect(usage.used).toBe(1);
    usage.count();
    expect(usage.used).toBe(2);
  });

  it('counts other limits apart', () => {
    const usage = new ApiUsage(() => new Date('2026-01-01T00:30:00Z'));
    usage.count('DailyBulkApiBatches');
    expect([usage.used, usage.usedOf('DailyBulkApiBatches'), usage.usedOf('MassEmail')]).toEqual([0, 1, 0]);
  });
});
