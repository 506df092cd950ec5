import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, nat, property, record, string, uniqueArray } from 'fast-check';
import { assignNames, type NameWish } from '../../../../lib/codegen/naming/name-assignment.js';

const rules = {
  isFree: (name: string) => name !== '' && name !== 'taken',
  fold: (name: string) => name.toLowerCase(),
};
const wish = (key: string, candidates: readonly string[], rank = 0): NameWish => ({ key, candidates, rank });
const assigned = (...wishes: NameWish[]) => Object.fromEntries(assignNames(wishes, rules));

describe('assignNames', () => {
  it('gives what nobody else wants', () => {
    expect(assigned(wish('a', ['x']), wish('b', ['y', 'x']))).toEqual({ a: 'x', b: 'y' });
  });

  it('sends rivals of one rank on to their next wishes, both of them', () => {
    expect(assigned(wish('a', ['x', 'ax']), wish('b', ['x', 'bx']))).toEqual({ a: 'ax', b: 'bx' });
  });

  it('lets a lower rank have the name', () => {
    expect(assigned(wish('a', ['x', 'ax'], 1), wish('b', ['x', 'bx']))).toEqual({ a: 'ax', b: 'x' });
  });

  it('counts names as one that fold alike', () => {
    expect(assigned(wish('a', ['X'], 0), wish('b', ['x', 'bx'], 1))).toEqual({ a: 'X', b: 'bx' });
  });

  it('passes over names that cannot be', () => {
    expect(assigned(wish('a', ['', 'taken', 'x']))).toEqual({ a: 'x' });
  });

  it('numbers what is left, by key', () => {
    expect(assigned(wish('b', ['x']), wish('a', ['x']), wish('c', ['taken']))).toEqual({
      a: 'x2',
      b: 'x3',
      c: 'taken2',
    });
  });

  it('names everything, each differently, in whatever order it is asked', () => {
    const names = constantFrom('a', 'A', 'b', 'ab', 'a2', '', 'taken');
    const wishes = uniqueArray(
      record({
        key: string({ minLength: 1 }),
        candidates: array(names, { maxLength: 3 }),
        rank: nat(2),
      }),
      { selector: ({ key }) => key, maxLength: 12 },
    );
    assert(
      property(wishes, (all) => {
        const result = assignNames(all, rules);
        expect(new Set([...result.values()].map((name) => name.toLowerCase())).size).toBe(all.length);
        expect(new Map(assignNames(all.toReversed(), rules))).toEqual(new Map(result));
      }),
      { seed: 5 },
    );
  });
});
