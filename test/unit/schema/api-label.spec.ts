import { describe, expect, it } from '@jest/globals';
import { labelOf, pluralOf } from '../../../lib/schema/api-label.js';

describe('labelOf', () => {
  it.each([
    ['Account', 'Account'],
    ['AnnualRevenue', 'Annual Revenue'],
    ['OwnerId', 'Owner ID'],
    ['Id', 'ID'],
    ['BillingLatitude', 'Billing Latitude'],
    ['Region__c', 'Region'],
    ['acme__Tier_Level__c', 'Tier Level'],
    ['CustomerTier__c', 'Customer Tier'],
    ['VATNumber__c', 'VAT Number'],
    ['Phase2Start__c', 'Phase2 Start'],
  ])('of %s is %s', (apiName, label) => {
    expect(labelOf(apiName)).toBe(label);
  });
});

describe('pluralOf', () => {
  it.each([
    ['Account', 'Accounts'],
    ['Opportunity', 'Opportunities'],
    ['Survey', 'Surveys'],
    ['Box', 'Boxes'],
    ['Address', 'Addresses'],
    ['Branch', 'Branches'],
  ])('of %s is %s', (label, plural) => {
    expect(pluralOf(label)).toBe(plural);
  });
});
