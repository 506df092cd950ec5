import { describe, expect, it } from '@jest/globals';
import { hashOfCells } from '../../../../lib/cli/data/hash-of-cells.js';

describe('hashOfCells', () => {
  it('is the same for the same cells, and another for others', () => {
    expect(hashOfCells(['a', 'b'])).toBe('WbJxrhu8sdMdQZKYF_Sxb7');
    expect(hashOfCells(['a\r\nb'])).toBe(hashOfCells(['a\nb']));
    expect(hashOfCells(['ab', ''])).not.toBe(hashOfCells(['a', 'b']));
    expect(hashOfCells(['a', 'b', ''])).not.toBe(hashOfCells(['a', 'b']));
  });
});
