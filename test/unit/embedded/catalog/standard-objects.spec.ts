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

  it('are more than a thousand, and all of them standard', () => {
    const names = catalog.summaries().map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1_000);
    expect(names.filter((name) => name.includes('__'))).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining([
        'AccountHistory',
        'AccountShare',
        'ApexClass',
        'CronTrigger',
        'FeedItem',
        'PermissionSet',
        'PermissionSetAssignment',
        'Report',
        'ServiceAppointment',
      ]),
    );
  });

  it('all have an id field, unique names and well-formed prefixes', () => {
    for (const object of catalog.all()) {
      expect([object.name, object.keyPrefix]).toEqual([
        object.name,
        expect.stringMatching(/^(?:[0-9A-Za-z]{3})?$/) as unknown as string,
      ]);
      const names = object.fields.map(({ name }) => name.toLowerCase());
      expect([object.name, new Set(names).size]).toEqual([object.name, names.length]);
      if (object.definition.createable)
        expect([object.name, object.field('Id')?.type]).toEqual([object.name, 'id']);
    }
  });

  it('have prefixes of their own, but for the few that the platform gives to several', () => {
    const holders = new Map<string, string[]>();
    for (const { name, keyPrefix } of catalog.summaries()) {
      if (keyPrefix) holders.set(keyPrefix, [...(holders.get(keyPrefix) ?? []), name]);
    }
    const shared = [...holders].filter(([, names]) => names.length > 1);
    expect(Object.fromEntries(shared)).toEqual({
      '00a': ['CaseComment', 'IdeaComment'],
      '00I': ['AccountPartner', 'OpportunityPartner', 'Partner'],
      '01J': ['LeadStatus', 'OpportunityStage'],
    });
  });

  it('can be created only where their ids have a prefix', () => {
    const prefixless = catalog.summaries().filter(({ keyPrefix }) => !keyPrefix);
    expect(prefixless.filter(({ createable }) => createable).map(({ name }) => name)).toEqual([]);
  });

  it('refer to objects that are there, and are listed by those they refer to', () => {
    const missing: string[] = [];
    for (const object of catalog.all()) {
      for (const field of object.fields.filter(({ referenceTo }) => referenceTo)) {
        for (const target of field.referenceTo ?? []) {
          const parent = catalog.get(target);
          const listed = parent?.definition.childRelationships?.some(
            (child) => child.childSObject === object.name && child.field === field.name,
          );
          // Events carry the ids of what changed: most of them lead nowhere.
          if (!listed && !object.name.endsWith('ChangeEvent'))
            missing.push(`${object.name}.${field.name} > ${target}`);
        }
      }
    }
    // Nothing is known of these objects but their names.
    expect(missing).toEqual([
      'ApptBundlePolicy.FilterCriteriaId > RecordsetFilterCriteria',
      'AssetWarranty.WarrantyTermId > WarrantyTerm',
      'ChatterExtensionConfig.ChatterExtensionId > ChatterExtension',
      'MaintenanceWorkRule.ParentMaintenanceRecordId > MaintenanceAsset',
      'MaintenanceWorkRule.RecordsetFilterCriteriaId > RecordsetFilterCriteria',
      'PendingServiceRouting.ServiceChannelId > ServiceChannel',
      'ProductServiceCampaignItem.SerializedProductId > SerializedProduct',
    ]);
  });

  it('list children that are there, each under a name of its own', () => {
    for (const object of catalog.all()) {
      const children = object.definition.childRelationships ?? [];
      const lost = children.filter(({ childSObject, field }) => {
        return !catalog.get(childSObject)?.field(field)?.referenceTo?.includes(object.name);
      });
      expect([object.name, lost]).toEqual([object.name, []]);
      const names = children.flatMap(({ relationshipName }) => relationshipName?.toLowerCase() ?? []);
      expect([object.name, new Set(names).size]).toEqual([object.name, names.length]);
    }
  });

  it('have parents that one name leads to', () => {
    const twice = catalog.all().filter((object) => {
      const names = object.fields.flatMap(({ relationshipName }) => relationshipName ?? []);
      return new Set(names).size < names.length;
    });
    expect(twice.map(({ name }) => name)).toEqual([]);
  });

  it('share what they all have in the same form', () => {
    expect(catalog.get('CaseHistory')?.definition).toMatchObject({
      label: 'Case History',
      associateEntityType: 'History',
      associateParentEntity: 'Case',
      createable: false,
    });
    const history = catalog.get('AssetHistory')!;
    expect(history.fields.map(({ name, label, type }) => `${name} ${label} ${type}`)).toEqual([
      'Id Asset History ID id',
      'IsDeleted Deleted boolean',
      'AssetId Asset ID reference',
      'CreatedById Created By ID reference',
      'CreatedDate Created Date datetime',
      'Field Changed Field picklist',
      'DataType Datatype picklist',
      'OldValue Old Value anyType',
      'NewValue New Value anyType',
    ]);
    expect(history.parent('Asset')?.referenceTo).toEqual(['Asset']);
    expect(catalog.get('WorkOrderShare')?.parent('Parent')?.referenceTo).toEqual(['WorkOrder']);
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
