import { describe, expect, it } from '@jest/globals';
import { compareFields } from '../../../../lib/schema/compare/compare-fields.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';

const text = (name: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name,
  label: name.replace('__c', ''),
  type: 'string',
  length: 80,
  ...more,
});

describe('compareFields', () => {
  it('tells what is new, renamed, changed and gone', () => {
    const before = [
      text('Name'),
      text('Old__c'),
      text('Region__c', { length: 40 }),
      text('Tier__c', { type: 'picklist' }),
    ];
    const after = [
      text('Name', { length: 120 }),
      text('Area__c', { label: 'Region' }),
      text('New__c'),
      text('Tier__c', { type: 'picklist', picklistValues: [{ value: 'Gold', label: 'Gold' }] }),
    ];
    expect(compareFields(before, after)).toEqual([
      {
        kind: 'changed',
        name: 'Name',
        label: 'Name',
        type: 'string',
        changes: [{ property: 'length', before: 80, after: 120 }],
        picklistValues: [],
      },
      {
        kind: 'renamed',
        name: 'Area__c',
        formerName: 'Region__c',
        label: 'Region',
        type: 'string',
        changes: [{ property: 'length', before: 40, after: 80 }],
        picklistValues: [],
      },
      { kind: 'added', name: 'New__c', label: 'New', type: 'string', changes: [], picklistValues: [] },
      {
        kind: 'changed',
        name: 'Tier__c',
        label: 'Tier',
        type: 'picklist',
        changes: [],
        picklistValues: [{ kind: 'added', name: 'Gold', changes: [] }],
      },
      { kind: 'removed', name: 'Old__c', label: 'Old', type: 'string', changes: [], picklistValues: [] },
    ]);
  });

  it('finds no difference in what follows from the rest of a field', () => {
    const derived = text('Name', { byteLength: 240, soapType: 'xsd:string' });
    expect(compareFields([text('Name')], [derived])).toEqual([]);
    expect(compareFields([text('Name')], [{ ...derived, soapType: 'xsd:token' }])).toMatchObject([
      { changes: [{ property: 'soapType', before: 'xsd:string', after: 'xsd:token' }] },
    ]);
  });

  it('ignores what does not matter', () => {
    const [before, after] = [text('Name'), text('Name', { label: 'Full name', length: 90 })];
    expect(compareFields([before], [after], new Set(['label']))).toMatchObject([
      { changes: [{ property: 'length', before: 80, after: 90 }] },
    ]);
  });
});
