import { describe, expect, it } from '@jest/globals';
import { predecessors, renamedName } from '../../../../lib/schema/compare/renamed-name.js';

const region = { name: 'Region__c', label: 'Region', kind: 'string' };

describe('renamedName', () => {
  it.each([
    ['another case', [{ name: 'REGION__C', label: 'Else', kind: 'double' }], 'REGION__C'],
    ['a namespace', [{ name: 'acme__Region__c', label: 'Else', kind: 'double' }], 'acme__Region__c'],
    ['no suffix', [{ name: 'Region', label: 'Else', kind: 'double' }], 'Region'],
    ['the same label and kind', [{ name: 'Area__c', label: 'region', kind: 'string' }], 'Area__c'],
    ['the same label alone', [{ name: 'Area__c', label: 'Region', kind: 'double' }], undefined],
    ['nothing in common', [{ name: 'Area__c', label: 'Area', kind: 'string' }], undefined],
    [
      'two of the same label',
      [
        { name: 'Area__c', label: 'Region', kind: 'string' },
        { name: 'Zone__c', label: 'Region', kind: 'string' },
      ],
      undefined,
    ],
    [
      'a like name and a like label',
      [
        { name: 'Area__c', label: 'Region', kind: 'string' },
        { name: 'acme__Region__c', label: 'Else', kind: 'string' },
      ],
      'acme__Region__c',
    ],
  ])('of a candidate with %s', (_, candidates, expected) => {
    expect(renamedName(region, candidates)).toBe(expected);
  });
});

describe('predecessors', () => {
  it('gives each successor one predecessor', () => {
    const former = predecessors(
      [region, { ...region, name: 'Zone__c' }],
      [{ name: 'Area__c', label: 'Region', kind: 'string' }],
      (thing) => thing,
    );
    expect([...former].map(([name, thing]) => [name, thing.name])).toEqual([['Area__c', 'Region__c']]);
  });
});
