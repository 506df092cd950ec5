import { describe, expect, it } from '@jest/globals';
import { decodeValidFor } from '../../../../lib/schema/picklist/valid-for.js';

describe('decodeValidFor', () => {
  // As orgs have written them: the first controlling value is the highest bit of the first byte.
  it.each<[string, readonly number[]]>([
    ['gAAA', [0]],
    ['QAAA', [1]],
    ['IAAA', [2]],
    ['oAAA', [0, 2]],
    ['AAAI', [20]],
    ['zwAA', [0, 1, 4, 5, 6, 7]],
    ['VwAA', [1, 3, 5, 6, 7]],
    ['AAAAAgAA', [30]],
    ['AAAAAAAAAAAAAAAAAEAA', [105]],
    ['', []],
    ['AAAA', []],
  ])('finds in %p the places %p', (validFor, places) => {
    expect(decodeValidFor(validFor)).toEqual(places);
  });
});
