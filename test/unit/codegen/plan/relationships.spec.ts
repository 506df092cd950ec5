import { describe, expect, it } from '@jest/globals';
import { Relationships } from '../../../../lib/codegen/plan/relationships.js';
import { customField, customObject } from '../../../support/record-engine.js';

const invoice = customObject('Invoice__c', [
  customField('Account__c', 'reference', {
    referenceTo: ['Account'],
    relationshipName: 'Account__r',
    childRelationshipName: 'Invoices__r',
  }),
  customField('OwnerId', 'reference', { referenceTo: ['Group', 'User'], relationshipName: 'Owner' }),
  customField('Region__c', 'reference', { referenceTo: ['Region__c'], relationshipName: 'Region__r' }),
  customField('Key__c', 'string', { referenceTo: ['Account'], relationshipName: 'Key__r' }),
]);
const line = customObject('Line__c', [
  customField('Invoice__c', 'reference', {
    referenceTo: ['Invoice__c'],
    relationshipName: 'Invoice__r',
    relationshipOrder: 0,
  }),
]);
const account = {
  ...customObject('Account', [
    customField('ParentId', 'reference', {
      referenceTo: ['Account'],
      relationshipName: 'Parent',
      custom: false,
    }),
  ]),
  childRelationships: [
    { childSObject: 'Account', field: 'ParentId', relationshipName: 'ChildAccounts' },
    { childSObject: 'Contact', field: 'AccountId', relationshipName: 'Contacts' },
    { childSObject: 'Invoice__c', field: 'Account__c', relationshipName: 'Invoices__r' },
    { childSObject: 'Invoice__c', field: 'OwnerId', relationshipName: null },
  ],
};
const user = customObject('User', []);
const relationships = new Relationships([account, invoice, line, user]);

describe('Relationships', () => {
  it('lists references into the selection, and which of their targets are in it', () => {
    expect(
      relationships.parents('Invoice__c').map(({ relationshipName, targets, polymorphic, kind }) => ({
        relationshipName,
        targets,
        polymorphic,
        kind,
      })),
    ).toEqual([
      { relationshipName: 'Account__r', targets: ['Account'], polymorphic: false, kind: 'lookup' },
      { relationshipName: 'Owner', targets: ['User'], polymorphic: true, kind: 'lookup' },
    ]);
  });

  it('knows masters', () => {
    expect(relationships.parents('Line__c').map(({ kind }) => kind)).toEqual(['master-detail']);
  });

  it('lists children in the selection once, whichever side names them', () => {
    expect(relationships.children('Account')).toEqual([
      { childSObject: 'Account', field: 'ParentId', relationshipName: 'ChildAccounts' },
      { childSObject: 'Invoice__c', field: 'Account__c', relationshipName: 'Invoices__r' },
    ]);
    expect(relationships.children('Invoice__c')).toEqual([]);
  });

  it('has nothing of objects out of the selection', () => {
    expect(relationships.parents('Contact')).toEqual([]);
  });
});
