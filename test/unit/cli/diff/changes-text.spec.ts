import { describe, expect, it } from '@jest/globals';
import { changesText } from '../../../../lib/cli/diff/changes-text.js';
import type {
  ObjectChange,
  PropertyChange,
} from '../../../../lib/schema/compare/catalog-change.interface.js';

const change = (changes: readonly PropertyChange[], more: Partial<ObjectChange> = {}): ObjectChange => ({
  kind: 'changed',
  name: 'Boat__c',
  label: 'Boat',
  changes,
  fields: [],
  recordTypes: [],
  ...more,
});

describe('changesText', () => {
  it('says that there is nothing to say', () => {
    expect(changesText([])).toBe('No differences.');
  });

  it.each<[PropertyChange, string]>([
    [{ property: 'length', before: 40, after: 80 }, 'length: 40 → 80'],
    [{ property: 'label', before: 'Boat', after: undefined }, "label: 'Boat' → nothing"],
    [{ property: 'unique', before: undefined, after: true }, 'unique: false → true'],
    [{ property: 'referenceTo', before: ['A', 'B'], after: ['B', 'C'] }, "referenceTo: -'A' +'C'"],
    [{ property: 'traits', before: undefined, after: ['mergeable'] }, "traits: +'mergeable'"],
    [
      { property: 'referenceTo', before: [], after: [...'ABCDEFGHIJKL'] },
      "referenceTo: +'A' +'B' +'C' +'D' +'E' +'F' +'G' +'H' +'I' +'J' and 2 more",
    ],
    [{ property: 'referenceTo', before: ['A', 'B'], after: ['B', 'A'] }, 'referenceTo: in another order'],
    [
      { property: 'inlineHelpText', before: 'a\nb\u001B[2J', after: 'x'.repeat(70) },
      `inlineHelpText: 'a⏎b[2J' → '${'x'.repeat(58)}…`,
    ],
  ])('shows %p', (property, line) => {
    expect(changesText([change([property])]).split('\n')[1]).toBe(`    ${line}`);
  });

  it('shows what was renamed, and record types', () => {
    const recordTypes = [{ kind: 'removed', name: 'Racer', changes: [] }] as const;
    expect(changesText([change([], { kind: 'renamed', formerName: 'Vessel__c', recordTypes })])).toBe(`\
> Boat__c  was Vessel__c
    - record type Racer

Objects: 1 renamed.`);
  });
});
