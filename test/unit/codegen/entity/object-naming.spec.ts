import { describe, expect, it } from '@jest/globals';
import { objectNaming } from '../../../../lib/codegen/entity/object-naming.js';
import { customObject } from '../../../support/record-engine.js';

const plan = (name: string, className: string, custom = name.includes('__')) => ({
  definition: { ...customObject(name, []), custom },
  className,
  fields: [],
  parents: [],
  children: [],
});

describe('objectNaming', () => {
  it.each([
    ['Account', 'Account', undefined, {}],
    ['Account', 'Customer', undefined, { apiName: 'Account' }],
    ['Invoice__c', 'Invoice', undefined, { custom: true }],
    ['Invoice__c', 'Invoice__c', undefined, {}],
    ['Line_Item__c', 'LineItem', undefined, { apiName: 'Line_Item__c' }],
    ['Order_Sync__e', 'OrderSync', undefined, { apiName: 'Order_Sync__e' }],
    ['acme__Invoice__c', 'Invoice', undefined, { custom: true, namespace: 'acme' }],
    ['acme__Line_Item__c', 'LineItem', undefined, { apiName: 'acme__Line_Item__c', namespace: 'acme' }],
    ['acme__Invoice__c', 'Invoice', 'acme', { custom: true }],
    ['Local__c', 'Local', 'acme', { custom: true, namespace: '' }],
    ['Account', 'Account', 'acme', {}],
  ])('of %s as %s, with the namespace %s', (name, className, namespace, expected) => {
    expect(objectNaming(plan(name, className), namespace).options).toEqual(expected);
  });

  it('says that an object is custom where the name does not, and the other way round', () => {
    expect(objectNaming(plan('Trip__Share', 'TripShare', true)).options).toEqual({
      apiName: 'Trip__Share',
      custom: true,
    });
    expect(objectNaming(plan('Knowledge__kav', 'Knowledge', false)).options).toEqual({
      apiName: 'Knowledge__kav',
      custom: false,
    });
  });
});
