import { describe, expect, it } from '@jest/globals';
import { shortenedList } from '../../../lib/common/shortened-list.js';

describe('shortenedList', () => {
  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A, B'],
    [['A', 'B', 'C'], 'A, B and 1 more'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B and 3 more'],
  ])('tells two of %j at most', (items, text) => {
    expect(shortenedList(items, 2)).toBe(text);
  });
});
