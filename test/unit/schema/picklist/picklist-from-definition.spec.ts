import { describe, expect, it } from '@jest/globals';
import { picklistFromDefinition } from '../../../../lib/schema/picklist/picklist-from-definition.js';
import type {
  FieldDefinition,
  SObjectDefinition,
} from '../../../../lib/schema/sobject-definition.interface.js';

const rig: FieldDefinition = {
  name: 'Rig__c',
  label: 'Rig',
  type: 'picklist',
  restrictedPicklist: true,
  picklistValues: [
    { value: 'Sloop', label: 'Sloop, one mast', isDefault: true },
    { value: 'Cat', label: null, active: false },
    { value: 'Ketch', label: null },
  ],
};

const sail: FieldDefinition = {
  name: 'Sail__c',
  label: 'Sail',
  type: 'multipicklist',
  dependentPicklist: true,
  controllerName: 'Rig__c',
  picklistValues: [
    { value: 'Jib', label: 'Jib', validFor: 'oAAA' },
    { value: 'Mizzen', label: 'Mizzen', validFor: 'IAAA' },
    { value: 'Wing', label: 'Wing', validFor: '' },
  ],
};

const berth: FieldDefinition = {
  name: 'Berth__c',
  label: 'Berth',
  type: 'picklist',
  controllerName: 'Afloat__c',
  picklistValues: [
    { value: 'Quay', label: 'Quay', validFor: 'QAAA' },
    { value: 'Shed', label: 'Shed', validFor: 'gAAA' },
    { value: 'Crane', label: 'Crane', validFor: 'wAAA' },
  ],
};

const boat: SObjectDefinition = {
  name: 'Boat__c',
  label: 'Boat',
  labelPlural: 'Boats',
  keyPrefix: 'a0B',
  custom: true,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields: [rig, sail, berth, { name: 'Afloat__c', label: 'Afloat', type: 'boolean' }],
};

describe('picklistFromDefinition', () => {
  it('parts what may be chosen from what may not any more', () => {
    expect(picklistFromDefinition(boat, rig)).toEqual({
      field: 'Rig__c',
      restricted: true,
      choices: [
        { value: 'Sloop', label: 'Sloop, one mast', isDefault: true },
        { value: 'Ketch', label: 'Ketch', isDefault: false },
      ],
      inactive: ['Cat'],
    });
  });

  it('names the controlling values, inactive ones counted', () => {
    const picklist = picklistFromDefinition(boat, sail);
    expect(picklist.controlledBy).toBe('Rig__c');
    expect(picklist.choices.map(({ value, validFor }) => [value, validFor])).toEqual([
      ['Jib', ['Sloop', 'Ketch']],
      ['Mizzen', ['Ketch']],
      ['Wing', []],
    ]);
  });

  it('reads the bits of a checkbox as unchecked and checked', () => {
    expect(
      picklistFromDefinition(boat, berth).choices.map(({ value, validFor }) => [value, validFor]),
    ).toEqual([
      ['Quay', ['true']],
      ['Shed', ['false']],
      ['Crane', ['false', 'true']],
    ]);
  });

  it('leaves a picklist whose controlling field cannot be seen without one', () => {
    const picklist = picklistFromDefinition({ ...boat, fields: [sail] }, sail);
    expect(picklist.controlledBy).toBeUndefined();
    expect(picklist.choicesFor('Sloop').map(({ value }) => value)).toEqual(['Jib', 'Mizzen', 'Wing']);
  });
});
