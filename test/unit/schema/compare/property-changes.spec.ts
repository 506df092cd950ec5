import { describe, expect, it } from '@jest/globals';
import { memberChanges, propertyChanges } from '../../../../lib/schema/compare/property-changes.js';

interface Thing {
  readonly name: string;
  readonly size?: number;
  readonly open?: boolean;
  readonly tags?: readonly string[];
}

describe('propertyChanges', () => {
  const before: Thing = { name: 'one', size: 3, tags: ['a', 'b'] };

  it('tells values before and after, by name', () => {
    expect(propertyChanges(before, { name: 'two', open: true, tags: ['a', 'b'] }, new Set())).toEqual([
      { property: 'name', before: 'one', after: 'two' },
      { property: 'open', before: undefined, after: true },
      { property: 'size', before: 3, after: undefined },
    ]);
  });

  it('takes absent, false, zero and empty for the same', () => {
    expect(
      propertyChanges<Thing>({ name: 'one' }, { name: 'one', size: 0, open: false, tags: [] }, new Set()),
    ).toEqual([]);
  });

  it('leaves out what it is told to', () => {
    expect(propertyChanges(before, { ...before, size: 4 }, new Set(['size']))).toEqual([]);
  });
});

describe('memberChanges', () => {
  it('matches members by name, wherever they stand', () => {
    const before: readonly Thing[] = [{ name: 'a' }, { name: 'b', size: 1 }, { name: 'c' }];
    const after: readonly Thing[] = [{ name: 'd' }, { name: 'b', size: 2 }, { name: 'a' }];
    expect(memberChanges(before, after, 'name')).toEqual([
      { kind: 'added', name: 'd', changes: [] },
      { kind: 'changed', name: 'b', changes: [{ property: 'size', before: 1, after: 2 }] },
      { kind: 'removed', name: 'c', changes: [] },
    ]);
  });
});
