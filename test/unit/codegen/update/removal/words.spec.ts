import { describe, expect, it } from '@jest/globals';
import { wordsBeside } from '../../../../../lib/codegen/update/removal/words.js';

describe('wordsBeside', () => {
  it('finds words that a text has more often than a part of it', () => {
    expect([...wordsBeside("const A = ['b']; type A = b; A$1", "const A = ['b'];")]).toEqual([
      'A',
      'b',
      'type',
      'A$1',
    ]);
  });

  it('finds none in the part itself', () => {
    expect(wordsBeside('a b a', 'a b a').size).toBe(0);
  });
});
