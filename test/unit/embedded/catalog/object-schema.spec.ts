import { describe, expect, it } from '@jest/globals';
import { ObjectSchema } from '../../../../lib/embedded/catalog/object-schema.js';
import { customObject } from '../../../support/record-engine.js';

const schema = new ObjectSchema(
  customObject('Person__c', [
    { name: 'Id', label: 'Id', type: 'id' },
    { name: 'HomeStreet', label: 'Street', type: 'textarea', compoundFieldName: 'HomeAddress' },
    { name: 'HomeCity', label: 'City', type: 'string', compoundFieldName: 'HomeAddress' },
    { name: 'HomeAddress', label: 'Home', type: 'address' },
    { name: 'Title__c', label: 'Title', type: 'string', nameField: true },
    {
      name: 'BossId',
      label: 'Boss',
      type: 'reference',
      relationshipName: 'Boss',
      referenceTo: ['Person__c'],
    },
  ]),
);

describe('ObjectSchema', () => {
  it('stores every field but the compound ones', () => {
    expect(schema.columns.map(({ name }) => name)).toEqual([
      'Id',
      'HomeStreet',
      'HomeCity',
      'Title__c',
      'BossId',
    ]);
  });

  it('knows what a compound is put together from', () => {
    const home = schema.field('homeaddress')!;
    expect(schema.components(home).map(({ name }) => name)).toEqual(['HomeStreet', 'HomeCity']);
  });

  it('knows its name field and its parents', () => {
    expect(schema.nameField?.name).toBe('Title__c');
    expect(schema.parent('boss')?.name).toBe('BossId');
    expect(schema.parent('BossId')).toBeUndefined();
  });

  it('has an empty key prefix where the definition has none', () => {
    expect(schema.keyPrefix).toBe('');
  });
});
