import { describe, expect, it } from '@jest/globals';
import { RelatedObjects } from '../../../../../lib/cli/data/export/related-objects.js';
import type {
  FieldDefinition,
  SObjectDefinition,
} from '../../../../../lib/schema/sobject-definition.interface.js';
import { customObject } from '../../../../support/record-engine.js';

function object(name: string, keyPrefix: string, more: Partial<SObjectDefinition> = {}): SObjectDefinition {
  return { ...customObject(name, []), keyPrefix, ...more };
}

const OBJECTS = [
  object('Account', '001', {
    childRelationships: [
      { childSObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' },
      { childSObject: 'AccountHistory', field: 'AccountId', relationshipName: 'Histories' },
      { childSObject: 'Secret', field: 'AccountId', relationshipName: 'Secrets' },
      { childSObject: 'Lead', field: 'ConvertedAccountId', relationshipName: null },
      { childSObject: 'Old__c', field: 'Account__c', relationshipName: 'Olds__r', deprecatedAndHidden: true },
      { childSObject: 'Log__c', field: 'Account__c', relationshipName: 'Logs__r' },
    ],
  }),
  object('Contact', '003'),
  object('AccountHistory', '017', { associateEntityType: 'History' }),
  object('Secret', 'a00'),
  object('Lead', '00Q'),
  object('Old__c', 'a01'),
  object('Log__c', 'a02', { createable: false }),
  object('User', '005'),
];
const RELATED = new RelatedObjects(OBJECTS, (name) => name === 'Secret');

describe('RelatedObjects', () => {
  it('has the ways to children that are data of their own', () => {
    expect(RELATED.childLinks(OBJECTS[0]!)).toEqual([{ child: 'Contact', field: 'AccountId' }]);
  });

  it.each<[string[], string, string | undefined]>([
    [['Account'], '001000000000001AAA', 'Account'],
    [['Account', 'Contact', 'Secret'], '003000000000001AAA', 'Contact'],
    [['Account', 'Contact', 'Secret'], 'a00000000000001AAA', undefined],
    [['User'], '005000000000001AAA', undefined],
    [['Account', 'Contact'], 'zzz000000000001AAA', undefined],
  ])('of %j, %s is of %s', (referenceTo, id, parent) => {
    const field: FieldDefinition = { name: 'F', label: 'F', type: 'reference', referenceTo };
    expect(RELATED.parentOf(field, id)).toBe(parent);
  });
});
