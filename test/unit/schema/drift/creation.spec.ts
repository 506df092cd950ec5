import { describe, expect, it } from '@jest/globals';
import { creation } from '../../../../lib/schema/drift/creation.js';

describe('creation', () => {
  it.each([
    ['Tier__c', 'Create it in the org'],
    ['Rating', 'Create it in the org'],
    ['acme__Tier__c', 'Install the package of the namespace acme in the org, or create it'],
  ])('of %s', (apiName, text) => {
    expect(creation(apiName, 'it')).toBe(text);
  });
});
