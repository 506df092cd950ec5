import { describe, expect, it } from '@jest/globals';
import { sharesOf } from '../../../../../lib/embedded/engine/search/shares.js';

describe('sharesOf', () => {
  it.each([
    [10, [3, 4], [3, 4]],
    [10, [20, 20], [5, 5]],
    [10, [20, 2], [8, 2]],
    [10, [0, 1, 50, 50], [0, 1, 5, 4]],
    [2, [5, 5, 5], [1, 1, 0]],
    [0, [5], [0]],
    [5, [], []],
  ])('gives of %d to %j found: %j', (limit, found, shares) => {
    expect(sharesOf(limit, found)).toEqual(shares);
  });
});
