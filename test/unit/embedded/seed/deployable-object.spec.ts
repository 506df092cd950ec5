import { describe, expect, it } from '@jest/globals';
import { ObjectSchema } from '../../../../lib/embedded/catalog/object-schema.js';
import { deployableObject } from '../../../../lib/embedded/seed/deployable-object.js';
import type { SObjectDefinition } from '../../../../lib/schema/sobject-definition.interface.js';

const RATE: SObjectDefinition = {
  name: 'Rate__mdt',
  label: 'Rate',
  labelPlural: 'Rates',
  keyPrefix: 'm00',
  custom: true,
  createable: false,
  updateable: false,
  deletable: false,
  queryable: true,
  fields: [
    { name: 'Id', label: 'ID', type: 'id' },
    { name: 'DeveloperName', label: 'Name', type: 'string', length: 40 },
    { name: 'Percent__c', label: 'Percent', type: 'percent', custom: true },
    { name: 'Twice__c', label: 'Twice', type: 'percent', custom: true, calculated: true },
    { name: 'Number__c', label: 'Number', type: 'string', custom: true, autoNumber: true },
    { name: 'Place__c', label: 'Place', type: 'location', custom: true },
    { name: 'SystemModstamp', label: 'Stamp', type: 'datetime' },
  ],
};

describe('deployableObject', () => {
  it('opens an object that no client creates, but for what the org fills in itself', () => {
    const opened = deployableObject(new ObjectSchema(RATE));
    expect(opened.definition).toMatchObject({ name: 'Rate__mdt', createable: true, updateable: false });
    const open = opened.fields.filter(({ createable }) => createable);
    expect(open.map(({ name }) => name)).toEqual(['DeveloperName', 'Percent__c']);
  });

  it('leaves another object as it is', () => {
    const object = new ObjectSchema({ ...RATE, createable: true });
    expect(deployableObject(object)).toBe(object);
  });
});
