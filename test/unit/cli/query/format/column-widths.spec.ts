import { describe, expect, it } from '@jest/globals';
import { fittedWidths } from '../../../../../lib/cli/query/format/column-widths.js';

describe('fittedWidths', () => {
  it.each<[string, number[], number, number[] | undefined]>([
    ['all that is needed', [10, 20], 32, [10, 20]],
    ['the widest less', [10, 30], 32, [10, 20]],
    ['the widest alike', [5, 40, 60], 50, [5, 21, 20]],
    ['narrow columns as they are', [3, 3, 50], 21, [3, 3, 11]],
    ['nothing where all would be too narrow', [20, 20, 20], 25, undefined],
  ])('gives %s', (_, needed, room, expected) => {
    expect(fittedWidths(needed, room)).toEqual(expected);
  });
});
