import { describe, expect, it } from '@jest/globals';
import { presentMembers } from '../../../lib/schema/present-members.js';

describe('presentMembers', () => {
  it('leaves out what is undefined, and nothing else', () => {
    const members = presentMembers<{ a?: number; b: null; c: boolean; d: number; e: string }>({
      a: undefined,
      b: null,
      c: false,
      d: 0,
      e: '',
    });
    expect(Object.entries(members)).toEqual([
      ['b', null],
      ['c', false],
      ['d', 0],
      ['e', ''],
    ]);
  });
});
