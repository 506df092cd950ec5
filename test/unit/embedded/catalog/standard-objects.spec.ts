import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { describeSObject } from '../../../../lib/embedded/catalog/describe-writer.js';
import { STANDARD_FIELDS } from '../../../fixtures/standard-fields.js';

const catalog = Catalog.standard();

const KEY_PREFIXES: Readonly<Record<string, string>> = {
  Account: '001',
  Note: '002',
  Contact: '003',
  User: '005',
  Opportunity: '006',
  Organization: '00D',
  UserRole: '00E',
  Group: '00G',
  OpportunityContactRole: '00K',
  Attachment: '00P',
  Lead: '00Q',
  Task: '00T',
  Event: '00U',
  CaseComment: '00a',
  Profile: '00e',
  OpportunityLineItem: '00k',
  CampaignMember: '00v',
  GroupMember: '011',
  RecordType: '012',
  Pricebook2: '01s',
  Product2: '01t',
  PricebookEntry: '01u',
  Asset: '02i',
  EmailMessage: '02s',
  ContentVersion: '068',
  ContentDocument: '069',
  ContentDocumentLink: '06A',
  Case: '500',
  Campaign: '701',
  Contract: '800',
  Order: '801',
  OrderItem: '802',
};

describe('standard objects', () => {
  it.each(Object.keys(STANDARD_FIELDS))('describe the fields of %s as recorded', (name) => {
    const { fields } = describeSObject(catalog.get(name)!, catalog, '/services/data/v67.0');
    expect(fields.map((field) => `${field.name}:${field.type}`)).toEqual(STANDARD_FIELDS[name]);
  });

  it.each(Object.entries(KEY_PREFIXES))('give %s the key prefix %s', (name, prefix) => {
    expect(catalog.get(name)?.keyPrefix).toBe(prefix);
    expect(catalog.byKeyPrefix(prefix)?.name).toBe(name);
  });

  it('are the ones that applications use most', () => {
    expect(catalog.all().map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...Object.keys(KEY_PREFIXES),
        'BusinessHours',
        'CampaignMemberStatus',
        'Entitlement',
        'Individual',
        'ServiceContract',
        'Topic',
        'TopicAssignment',
        'WorkOrder',
        'WorkOrderLineItem',
      ]),
    );
  });

  it('all have an id, unique names, and a well-formed prefix of their own', () => {
    const prefixes = new Set<string>();
    for (const object of catalog.all()) {
      expect([object.name, object.field('Id')?.type]).toEqual([object.name, 'id']);
      expect(object.keyPrefix).toMatch(/^[0-9A-Za-z]{3}$/);
      expect(new Set(object.fields.map(({ name }) => name.toLowerCase())).size).toBe(object.fields.length);
      prefixes.add(object.keyPrefix);
    }
    expect(prefixes.size).toBe(catalog.all().length);
  });

  it('hold standard fields only, and a length for every text', () => {
    const fields = catalog.all().flatMap((object) => object.fields.map((field) => ({ object, field })));
    expect(fields.filter(({ field }) => /__(c|s|pc)$/.test(field.name))).toEqual([]);
    const texts = fields.filter(({ field }) =>
      ['string', 'textarea', 'picklist', 'email'].includes(field.type),
    );
    expect(
      texts.filter(({ field }) => !field.length).map(({ object, field }) => `${object.name}.${field.name}`),
    ).toEqual([]);
  });

  it.each([
    ['Account', 'Name', { length: 255, nillable: false, createable: true, nameField: true }],
    ['Account', 'BillingStreet', { length: 255, compoundFieldName: 'BillingAddress', type: 'textarea' }],
    ['Account', 'BillingLatitude', { precision: 18, scale: 15 }],
    ['Account', 'AnnualRevenue', { type: 'currency', precision: 18, scale: 0, groupable: false }],
    ['Account', 'Description', { length: 32000, filterable: false, sortable: false }],
    ['Contact', 'LastName', { length: 80, nillable: false, compoundFieldName: 'Name' }],
    ['Contact', 'FirstName', { length: 40, nillable: true }],
    ['Contact', 'Name', { length: 121, createable: false, updateable: false }],
    ['Contact', 'Email', { type: 'email', length: 80, idLookup: true }],
    ['Contact', 'Birthdate', { type: 'date' }],
    ['Opportunity', 'Amount', { type: 'currency', precision: 18, scale: 2 }],
    ['Opportunity', 'Probability', { type: 'percent', precision: 3 }],
    ['Lead', 'Company', { length: 255, nillable: false }],
    ['Case', 'CaseNumber', { autoNumber: true, nameField: true, createable: false }],
    ['User', 'Username', { length: 80, nillable: false }],
    ['Task', 'WhoId', { referenceTo: ['Contact', 'Lead'], relationshipName: 'Who', namePointing: true }],
    ['OpportunityLineItem', 'Quantity', { type: 'double', precision: 12, scale: 2, nillable: false }],
  ])('know what can be held by %s.%s', (object, field, facts) => {
    const { scale = 0, ...definition } = catalog.get(object)!.field(field)!;
    expect({ scale, ...definition }).toMatchObject(facts);
  });

  it.each(['Account', 'Case', 'Contact', 'Lead', 'Opportunity', 'Order', 'WorkOrder'])(
    'let records of %s have a record type',
    (name) => {
      expect(catalog.get(name)?.parent('RecordType')).toMatchObject({
        name: 'RecordTypeId',
        referenceTo: ['RecordType'],
        createable: true,
        updateable: true,
        nillable: true,
      });
    },
  );

  it.each([
    ['Account', 'Contacts', 'Contact', 'AccountId'],
    ['Account', 'ChildAccounts', 'Account', 'ParentId'],
    ['Account', 'Opportunities', 'Opportunity', 'AccountId'],
    ['Account', 'Cases', 'Case', 'AccountId'],
    ['Contact', 'Cases', 'Case', 'ContactId'],
    ['Contact', 'Tasks', 'Task', 'WhoId'],
    ['Opportunity', 'OpportunityLineItems', 'OpportunityLineItem', 'OpportunityId'],
    ['Opportunity', 'Tasks', 'Task', 'WhatId'],
    ['Case', 'CaseComments', 'CaseComment', 'ParentId'],
    ['Pricebook2', 'PricebookEntries', 'PricebookEntry', 'Pricebook2Id'],
    ['Order', 'OrderItems', 'OrderItem', 'OrderId'],
    ['Campaign', 'CampaignMembers', 'CampaignMember', 'CampaignId'],
  ])('list the children of %s under %s', (parent, relationship, child, field) => {
    const found = catalog.child(catalog.get(parent)!, relationship);
    expect([found?.child.name, found?.field.name]).toEqual([child, field]);
  });
});
