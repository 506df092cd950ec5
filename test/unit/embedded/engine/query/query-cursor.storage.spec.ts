import { describe, expect, it } from '@jest/globals';
import { QueryCursorStorage } from '../../../../../lib/embedded/engine/query/query-cursor.storage.js';
import type { RecordPlan } from '../../../../../lib/embedded/engine/query/query-plan.interface.js';
import { sql } from '../../../../../lib/embedded/engine/query/sql-fragment.js';
import { DEFAULT_SETTINGS } from './default-settings.js';

const USER = '005000000000001AAA';
const NOW = new Date('2026-03-18T00:00:00.000Z');
const PLAN: RecordPlan = {
  kind: 'records',
  objects: [],
  leaves: [],
  read: () => null,
  rows: sql`SELECT 1`,
  ids: sql`SELECT 1`,
  byIds: sql`SELECT 1`,
  maxBatchSize: 2000,
};

function cursorOf(count: number) {
  const ids = Array.from<string>({ length: count }).fill('001000000000001AAA');
  return { plan: PLAN, ids, run: { now: NOW, userId: USER, settings: DEFAULT_SETTINGS }, batchSize: 2000 };
}

describe('QueryCursorStorage', () => {
  it('gives locators in the form of an id, with the place where the page begins', () => {
    const cursors = new QueryCursorStorage(() => NOW);
    expect(cursors.open(cursorOf(3), 2)).toBe('01g000000000001AAA-2');
    expect(cursors.open(cursorOf(3), 200)).toBe('01g000000000002AAA-200');
    expect(cursors.find('01g000000000002AAA-200', USER)).toMatchObject({
      id: '01g000000000002AAA',
      offset: 200,
    });
    expect(cursors.find('01g000000000002AAA', USER).offset).toBe(0);
  });

  it('drops the oldest cursors when all of them hold too many ids, and never the newest', () => {
    const cursors = new QueryCursorStorage(() => NOW);
    const [first, second] = [cursors.open(cursorOf(2_000_000), 0), cursors.open(cursorOf(3_000_000), 0)];
    expect(cursors.find(first, USER).cursor.ids).toHaveLength(2_000_000);
    const third = cursors.open(cursorOf(1), 0);
    expect(() => cursors.find(first, USER)).toThrow('invalid query locator');
    expect(cursors.find(second, USER).cursor.ids).toHaveLength(3_000_000);
    const huge = cursors.open(cursorOf(5_000_001), 0);
    expect(() => cursors.find(third, USER)).toThrow('invalid query locator');
    expect(cursors.find(huge, USER).offset).toBe(0);
  });
});
