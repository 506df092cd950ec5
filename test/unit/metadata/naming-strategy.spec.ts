import { describe, expect, it } from '@jest/globals';
import {
  bareName,
  childRelationshipName,
  isApiName,
  isCustomName,
  namespaceOf,
  NamingStrategy,
  parentRelationshipName,
} from '../../../lib/metadata/naming-strategy.js';

describe('NamingStrategy', () => {
  it.each([
    ['lastName', 'LastName'],
    ['id', 'Id'],
    ['LastName', 'LastName'],
    ['isDeleted', 'IsDeleted'],
    ['Tier__c', 'Tier__c'],
    ['tier__c', 'Tier__c'],
  ])('names the property %s %s', (property, apiName) => {
    expect(new NamingStrategy().apiName(property)).toBe(apiName);
  });

  it.each([
    ['customerTier', 'CustomerTier__c'],
    ['Tier__c', 'Tier__c'],
    ['regionId', 'RegionId__c'],
    ['acme__Tier', 'acme__Tier__c'],
    ['acme__Tier__c', 'acme__Tier__c'],
    ['customer_Tier', 'Customer_Tier__c'],
  ])('names the custom property %s %s', (property, apiName) => {
    expect(new NamingStrategy().apiName(property, true)).toBe(apiName);
  });

  it.each([
    ['customerTier', true, 'ns__CustomerTier__c'],
    ['Tier__c', false, 'ns__Tier__c'],
    ['other__Tier__c', true, 'other__Tier__c'],
    ['Site__latitude__s', false, 'ns__Site__latitude__s'],
    ['other__Site__longitude__s', false, 'other__Site__longitude__s'],
    ['Setting__mdt', false, 'ns__Setting__mdt'],
    ['lastName', false, 'LastName'],
  ])('names %s (custom: %s) in a namespace %s', (property, custom, apiName) => {
    expect(new NamingStrategy('ns').apiName(property, custom)).toBe(apiName);
  });

  it.each([
    ['ownerId', false, 'OwnerId'],
    ['regionId', true, 'Region__c'],
    ['region', true, 'Region__c'],
    ['Region__c', true, 'Region__c'],
    ['Id', true, 'Id__c'],
  ])('names the foreign key %s (custom: %s) %s', (property, custom, apiName) => {
    expect(new NamingStrategy().foreignKey(property, custom)).toBe(apiName);
  });

  it('puts the namespace on a custom foreign key', () => {
    expect(new NamingStrategy('ns').foreignKey('regionId', true)).toBe('ns__Region__c');
  });
});

describe('parentRelationshipName', () => {
  it.each([
    ['OwnerId', 'Owner'],
    ['CreatedById', 'CreatedBy'],
    ['Region__c', 'Region__r'],
    ['ns__Region__c', 'ns__Region__r'],
    ['Region__pc', 'Region__pr'],
  ])('is made from %s: %s', (foreignKey, name) => {
    expect(parentRelationshipName(foreignKey)).toBe(name);
  });

  it.each(['Id', 'Owner', 'Void'])('does not follow from %s', (foreignKey) => {
    expect(parentRelationshipName(foreignKey)).toBeUndefined();
  });
});

describe('childRelationshipName', () => {
  it.each([
    ['contacts', 'AccountId', 'Contacts'],
    ['Contacts', 'AccountId', 'Contacts'],
    ['invoices', 'Account__c', 'Invoices__r'],
    ['invoices', 'ns__Account__c', 'ns__Invoices__r'],
    ['Invoices__r', 'ns__Account__c', 'Invoices__r'],
  ])('is made from the property %s over the foreign key %s: %s', (property, foreignKey, name) => {
    expect(childRelationshipName(property, foreignKey)).toBe(name);
  });
});

describe('isCustomName', () => {
  it.each(['Tier__c', 'ns__Tier__c', 'Tier__pc', 'Order__e', 'Setting__mdt', 'Site__Latitude__s'])(
    'recognises %s',
    (name) => {
      expect(isCustomName(name)).toBe(true);
    },
  );

  it.each(['Tier', 'LastName', 'ns__Tier', 'Abc__'])('does not take %s for one', (name) => {
    expect(isCustomName(name)).toBe(false);
  });
});

describe('bareName', () => {
  it.each([
    ['acme__Tier_Level__c', 'Tier_Level'],
    ['Region__c', 'Region'],
    ['Site__Latitude__s', 'Site'],
    ['AnnualRevenue', 'AnnualRevenue'],
  ])('of %s is %s', (apiName, bare) => {
    expect(bareName(apiName)).toBe(bare);
  });
});

describe('isApiName', () => {
  it.each(['Account', 'acme__Tier__c', 'Line_Item__c', 'A1'])('accepts %s', (name) => {
    expect(isApiName(name)).toBe(true);
  });

  it.each(['', '_Account', '1st', 'Annual Revenue', 'Größe', 'a.b', "Name'"])(
    'does not accept %s',
    (name) => {
      expect(isApiName(name)).toBe(false);
    },
  );
});

describe('namespaceOf', () => {
  it.each([
    ['acme__Tier__c', 'acme'],
    ['acme__Site__latitude__s', 'acme'],
    ['Tier__c', undefined],
    ['AnnualRevenue', undefined],
  ])('%s is %p', (apiName, namespace) => {
    expect(namespaceOf(apiName)).toBe(namespace);
  });
});
