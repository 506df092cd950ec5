import { describe, expect, it } from '@jest/globals';
import { fieldNaming } from '../../../../lib/codegen/entity/field-naming.js';
import { NamingStrategy } from '../../../../lib/metadata/naming-strategy.js';
import { customField } from '../../../support/record-engine.js';

describe('fieldNaming', () => {
  it.each([
    ['AnnualRevenue', 'annualRevenue', undefined, {}],
    ['NumberofLocations__c', 'numberofLocations', undefined, { custom: true }],
    ['Line_Total__c', 'lineTotal', undefined, { apiName: 'Line_Total__c' }],
    ['Name__c', 'Name__c', undefined, {}],
    ['Region__c', 'regionId', 'lookup', { custom: true }],
    ['Region__c', 'regionId', undefined, { apiName: 'Region__c' }],
    ['OwnerId', 'ownerId', 'lookup', {}],
    ['acme__Tier__c', 'tier', undefined, { apiName: 'acme__Tier__c' }],
    ['URLName', 'urlName', undefined, { apiName: 'URLName' }],
  ] as const)('of %s as %s (%s)', (name, property, relation, expected) => {
    const field = { ...customField(name, 'string'), custom: name.includes('__') };
    expect(fieldNaming({ key: `field ${name}`, property, field, relation }, new NamingStrategy())).toEqual(
      expected,
    );
  });

  it('leaves the prefix of the namespace out', () => {
    const field = customField('acme__Tier__c', 'string');
    expect(
      fieldNaming({ key: 'field acme__Tier__c', property: 'tier', field }, new NamingStrategy('acme')),
    ).toEqual({ custom: true });
  });

  it('says that a field is custom where its name does not', () => {
    const field = customField('Odd', 'string');
    expect(fieldNaming({ key: 'field Odd', property: 'odd', field }, new NamingStrategy())).toEqual({
      apiName: 'Odd',
      custom: true,
    });
  });
});
