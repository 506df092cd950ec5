import { describe, expect, it } from '@jest/globals';
import { groupBy } from '../../../lib/common/group-by.js';

describe('groupBy', () => {
  it('groups in the order of first values', () => {
    const groups = groupBy(['bow', 'stern', 'deck', 'sail', 'boom'], (word) => word.at(0));
    expect([...groups]).toEqual([
      ['b', ['bow', 'boom']],
      ['s', ['stern', 'sail']],
      ['d', ['deck']],
    ]);
  });
});
