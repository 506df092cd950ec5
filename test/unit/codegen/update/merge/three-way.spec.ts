import { describe, expect, it } from '@jest/globals';
import { fingerprint } from '../../../../../lib/codegen/update/source/fingerprint.js';
import { threeWay } from '../../../../../lib/codegen/update/merge/three-way.js';

describe('threeWay', () => {
  it.each([
    ['same', 'a', 'a', 'a'],
    ['take', 'a', 'a', 'b'],
    ['take', 'a', 'a', undefined],
    ['take', undefined, undefined, 'a'],
    ['keep', 'a', 'b', 'a'],
    ['keep', 'a', undefined, 'a'],
    ['keep', undefined, 'a', undefined],
    ['same', 'a', 'b', 'b'],
    ['same', 'a', undefined, undefined],
    ['same', undefined, 'a', 'a'],
    ['conflict', 'a', 'b', 'c'],
    ['conflict', 'a', undefined, 'b'],
    ['conflict', 'a', 'b', undefined],
    ['conflict', undefined, 'a', 'b'],
  ])('says %s: generated %s, now %s, generated anew %s', (verdict, base, theirs, fresh) => {
    expect(threeWay(base === undefined ? undefined : fingerprint(base), theirs, fresh)).toBe(verdict);
  });
});
