import { describe, expect, it } from '@jest/globals';
import { knownObjectOf } from '../../../../lib/cli/data/known-records.js';

const OWNER = { name: 'OwnerId', label: 'Owner', type: 'reference', referenceTo: ['Group', 'User'] } as const;

describe('knownObjectOf', () => {
  it.each<[string, string | undefined]>([
    ['005000000000001AAA', 'User'],
    ['00G000000000001AAA', 'Group'],
    ['012000000000001AAA', undefined],
    ['bea', undefined],
  ])('tells which object %s is of, among those the field refers to', (id, object) => {
    expect(knownObjectOf(OWNER, id)).toBe(object);
  });

  it('tells of no object that is loaded', () => {
    const account = { ...OWNER, referenceTo: ['Account'] };
    expect(knownObjectOf(account, '001000000000001AAA')).toBeUndefined();
  });
});
