import { describe, expect, it } from '@jest/globals';
import { compareCatalogs } from '../../../../lib/schema/compare/compare-catalogs.js';
import type {
  FieldDefinition,
  SObjectDefinition,
} from '../../../../lib/schema/sobject-definition.interface.js';

const text = (name: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name,
  label: name.replace('__c', ''),
  type: 'string',
  length: 80,
  ...more,
});

const object = (name: string, more: Partial<SObjectDefinition> = {}): SObjectDefinition => ({
  name,
  label: name.replace('__c', ''),
  labelPlural: `${name}s`,
  keyPrefix: 'a00',
  custom: true,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields: [text('Name')],
  ...more,
});

describe('compareCatalogs', () => {
  it('finds no differences between a schema and itself', () => {
    expect(
      compareCatalogs([object('Boat__c'), object('Berth__c')], [object('Berth__c'), object('Boat__c')]),
    ).toEqual([]);
  });

  it('leaves out what each org numbers by itself', () => {
    const recordTypes = [{ developerName: 'Racer', name: 'Racer', recordTypeId: '012000000000001AAA' }];
    const others = [{ ...recordTypes[0]!, recordTypeId: '012000000000002AAA' }];
    expect(
      compareCatalogs(
        [object('Boat__c', { recordTypes })],
        [object('Boat__c', { recordTypes: others, keyPrefix: 'a0B' })],
      ),
    ).toEqual([]);
  });

  it('tells of objects, by name', () => {
    const changes = compareCatalogs(
      [object('Account', { custom: false }), object('Vessel__c', { label: 'Boat' }), object('Zone__c')],
      [object('Account', { custom: false, deletable: false }), object('Boat__c'), object('Berth__c')],
    );
    expect(changes.map(({ kind, name, formerName }) => [kind, name, formerName])).toEqual([
      ['changed', 'Account', undefined],
      ['added', 'Berth__c', undefined],
      ['renamed', 'Boat__c', 'Vessel__c'],
      ['removed', 'Zone__c', undefined],
    ]);
    expect(changes[0]?.changes).toEqual([{ property: 'deletable', before: true, after: false }]);
  });

  it('takes what is not told for what every object has', () => {
    const told = object('Boat__c', {
      recordTypes: [{ developerName: 'Master', name: 'Master', master: true }],
      supportedScopes: [{ name: 'everything', label: 'All boats' }],
    });
    expect(compareCatalogs([object('Boat__c')], [told])).toEqual([]);
  });

  it('tells of record types', () => {
    const [change] = compareCatalogs(
      [object('Boat__c', { recordTypes: [{ developerName: 'Racer', name: 'Racer' }] })],
      [
        object('Boat__c', {
          recordTypes: [
            { developerName: 'Racer', name: 'Racing Boat' },
            { developerName: 'Tug', name: 'Tug' },
          ],
        }),
      ],
    );
    expect(change?.recordTypes).toEqual([
      {
        kind: 'changed',
        name: 'Racer',
        changes: [{ property: 'name', before: 'Racer', after: 'Racing Boat' }],
      },
      { kind: 'added', name: 'Tug', changes: [] },
    ]);
  });

  it('ignores what does not matter', () => {
    const tier = text('Tier__c', { type: 'picklist', picklistValues: [{ value: 'Gold', label: 'Gold' }] });
    const before = object('Boat__c', { fields: [tier] });
    const after = object('Boat__c', {
      label: 'Ship',
      fields: [{ ...tier, picklistValues: [] }],
      recordTypes: [{ developerName: 'Tug', name: 'Tug' }],
    });
    expect(compareCatalogs([before], [after], new Set(['label', 'picklistValues', 'recordTypes']))).toEqual(
      [],
    );
  });
});
