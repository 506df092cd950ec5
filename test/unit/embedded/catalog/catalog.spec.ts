import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import type {
  FieldDefinition,
  SObjectDefinition,
} from '../../../../lib/schema/sobject-definition.interface.js';
import { customField, customObject } from '../../../support/record-engine.js';

const LOOKUP = { referenceTo: ['Account'], relationshipName: 'Account__r' };
const text = (name: string, length: number) => customField(name, 'string', { length });
const onAccount = (...fields: readonly FieldDefinition[]) => ({
  ...customObject('Account', fields),
  custom: false,
});

const installed = (name: string, more: Partial<SObjectDefinition>) => ({
  ...customObject(name, [{ name: 'Id', label: 'Id', type: 'id' }]),
  ...more,
});

describe('Catalog', () => {
  it('finds objects, fields and parents whatever their case', () => {
    const account = Catalog.standard().get('aCCOUNT');
    expect(account?.name).toBe('Account');
    expect(account?.field('billingcity')?.name).toBe('BillingCity');
    expect(account?.parent('OWNER')?.name).toBe('OwnerId');
  });

  it('knows no object that does not exist', () => {
    const catalog = Catalog.standard();
    expect(catalog.get('Bacon__c')).toBeUndefined();
    expect(catalog.get('index')).toBeUndefined();
    expect(catalog.byKeyPrefix('zzz')).toBeUndefined();
  });

  it('gives every org a catalog of its own', () => {
    const catalog = Catalog.standard();
    catalog.define(customObject('Invoice__c', []));
    expect(Catalog.standard().get('Invoice__c')).toBeUndefined();
  });

  it('surrounds the fields of a custom object with those every object has', () => {
    const invoice = Catalog.standard().define(
      customObject('Invoice__c', [customField('Total__c', 'currency')]),
    );
    expect(invoice.fields.map((field) => `${field.name}:${field.type}`)).toEqual([
      'Id:id',
      'OwnerId:reference',
      'IsDeleted:boolean',
      'Name:string',
      'CreatedDate:datetime',
      'CreatedById:reference',
      'LastModifiedDate:datetime',
      'LastModifiedById:reference',
      'SystemModstamp:datetime',
      'LastViewedDate:datetime',
      'LastReferencedDate:datetime',
      'Total__c:currency',
    ]);
    expect(invoice.nameField).toMatchObject({ name: 'Name', length: 80, nillable: true, createable: true });
  });

  it('takes an owner from the details of a master', () => {
    const line = Catalog.standard().define(
      customObject('Line__c', [customField('Account__c', 'reference', { ...LOOKUP, cascadeDelete: true })]),
    );
    expect(line.field('OwnerId')).toBeUndefined();
    expect(line.field('Account__c')).toMatchObject({ nillable: false, updateable: false });
  });

  it('lets the declaration of a name choose its label and length, and read-only ones count', () => {
    const catalog = Catalog.standard();
    const name = { name: 'Name', label: 'Number', type: 'string', custom: false } as const;
    const counted = catalog.define(customObject('Counted__c', [{ ...name, createable: false }]));
    const named = catalog.define(customObject('Named__c', [{ ...name, createable: true, length: 40 }]));
    expect(counted.nameField).toMatchObject({ label: 'Number', autoNumber: true, updateable: false });
    expect(named.nameField).toMatchObject({ label: 'Number', autoNumber: false, length: 40 });
  });

  it('gives a declared name the length of every name', () => {
    const name = { name: 'Name', label: 'Name', type: 'string', createable: true } as const;
    const invoice = Catalog.standard().define(customObject('Invoice__c', [name]));
    expect(invoice.nameField).toMatchObject({ length: 80 });
  });

  it('changes nothing about system fields that an entity declares', () => {
    const object = Catalog.standard().define(
      customObject('Invoice__c', [
        { name: 'CreatedDate', label: 'x', type: 'date', createable: true },
        { name: 'Id', label: 'x', type: 'id' },
      ]),
    );
    expect(object.fields.filter(({ name }) => name === 'CreatedDate')).toHaveLength(1);
    expect(object.field('CreatedDate')).toMatchObject({ type: 'datetime', createable: false });
    expect(object.field('Id')).toMatchObject({ length: 18, idLookup: true });
  });

  it('adds custom fields to a standard object and keeps what it knows of the others', () => {
    const catalog = Catalog.standard();
    const account = catalog.define({
      ...customObject('Account', [
        customField('Tier__c', 'picklist'),
        { name: 'Name', label: 'Company', type: 'string', length: 20 },
      ]),
      custom: false,
    });
    expect(account).toBe(catalog.get('Account'));
    expect(account.keyPrefix).toBe('001');
    expect(account.field('Tier__c')).toMatchObject({ type: 'picklist', length: 255, filterable: true });
    expect(account.field('Name')).toMatchObject({ label: 'Account Name', length: 255 });
  });

  it('stays as it is when nothing new is declared', () => {
    const catalog = Catalog.standard();
    const definition = customObject('Invoice__c', [customField('Total__c', 'currency')]);
    const first = catalog.define(definition);
    expect(catalog.define(definition)).toBe(first);
  });

  it('gives a custom object the same key prefix in whatever order objects are declared', () => {
    const [invoice, order] = [customObject('Invoice__c', []), customObject('Purchase__c', [])];
    const [one, other] = [Catalog.standard(), Catalog.standard()];
    one.define(invoice);
    one.define(order);
    other.define(order);
    other.define(invoice);
    const prefix = one.get('Invoice__c')!.keyPrefix;
    expect(prefix).toMatch(/^a[0-9A-Za-z]{2}$/);
    expect(other.get('Invoice__c')?.keyPrefix).toBe(prefix);
    expect(one.byKeyPrefix(prefix)?.name).toBe('Invoice__c');
  });

  it('gives no two objects the same key prefix', () => {
    const catalog = Catalog.standard();
    const names = Array.from({ length: 400 }, (_, index) => `Object${index}__c`);
    const prefixes = names.map((name) => catalog.define(customObject(name, [])).keyPrefix);
    expect(new Set(prefixes).size).toBe(400);
  });

  it('lists custom children under the plural of the child, once a parent', () => {
    const catalog = Catalog.standard();
    catalog.define(
      customObject('Invoice__c', [
        customField('Account__c', 'reference', LOOKUP),
        customField('Payer__c', 'reference', { ...LOOKUP, relationshipName: 'Payer__r' }),
        customField('Guarantor__c', 'reference', {
          ...LOOKUP,
          relationshipName: 'Guarantor__r',
          childRelationshipName: 'Guarantees__r',
        }),
      ]),
    );
    const account = catalog.get('Account')!;
    expect(catalog.child(account, 'invoices__r')?.field.name).toBe('Account__c');
    expect(catalog.child(account, 'Guarantees__r')?.field.name).toBe('Guarantor__c');
    const invoices = catalog.children(account).filter(({ child }) => child.name === 'Invoice__c');
    expect(invoices.map(({ name, field }) => [field.name, name])).toEqual([
      ['Account__c', 'Invoices__r'],
      ['Payer__c', null],
      ['Guarantor__c', 'Guarantees__r'],
    ]);
  });

  it('lets activities, notes and files point at custom objects, whenever they are declared', () => {
    const catalog = Catalog.standard();
    catalog.get('Task');
    const invoice = catalog.define(customObject('Invoice__c', []));
    expect(catalog.get('Task')?.field('WhatId')?.referenceTo).toContain('Invoice__c');
    expect(catalog.get('Note')?.field('ParentId')?.referenceTo).toContain('Invoice__c');
    expect(catalog.child(invoice, 'Tasks')?.child.name).toBe('Task');
  });

  describe('with what earlier runs declared', () => {
    it('knows it as if it were declared', () => {
      const catalog = Catalog.standard();
      catalog.restore(customObject('Invoice__c', [text('Code__c', 10), customField('Place__c', 'location')]));
      catalog.restore({ ...customObject('Account', [text('Tier__c', 5)]), custom: false });
      expect(catalog.get('Invoice__c')?.field('Code__c')).toMatchObject({ length: 10 });
      expect(catalog.get('Invoice__c')?.field('Place__Latitude__s')?.type).toBe('double');
      expect(catalog.get('Account')?.field('Tier__c')).toMatchObject({ length: 5 });
      expect(catalog.get('Account')?.keyPrefix).toBe('001');
    });

    it('lets a declaration of this run have the last word, and keeps what it does not name', () => {
      const catalog = Catalog.standard();
      const earlier = {
        ...customObject('Invoice__c', [
          text('Code__c', 10),
          text('Old__c', 20),
          customField('Place__c', 'location'),
        ]),
        label: 'Bill',
        keyPrefix: 'a7Z',
      };
      catalog.restore(earlier);
      const invoice = catalog.define(
        customObject('Invoice__c', [
          text('Code__c', 12),
          text('New__c', 30),
          customField('Place__c', 'location'),
        ]),
      );
      expect([invoice.keyPrefix, invoice.definition.label]).toEqual(['a7Z', 'Invoice']);
      expect(invoice.fields.filter(({ custom }) => custom).map(({ name, length }) => [name, length])).toEqual(
        [
          ['Code__c', 12],
          ['New__c', 30],
          ['Place__c', undefined],
          ['Place__Latitude__s', undefined],
          ['Place__Longitude__s', undefined],
          ['Old__c', 20],
        ],
      );
    });

    it('does the same for the fields of a standard object, whose own stay what they are', () => {
      const catalog = Catalog.standard();
      catalog.restore(
        onAccount(text('Tier__c', 5), text('Old__c', 20), { name: 'Name', label: 'x', type: 'int' }),
      );
      const account = catalog.define(onAccount(text('Tier__c', 7)));
      expect(account.field('Name')).toMatchObject({ label: 'Account Name', type: 'string' });
      expect(account.field('Tier__c')).toMatchObject({ length: 7 });
      expect(account.field('Old__c')).toMatchObject({ length: 20 });
    });

    it('adds to a declaration of this run what another one of it brings', () => {
      const catalog = Catalog.standard();
      catalog.restore(customObject('Invoice__c', [text('Code__c', 10)]));
      catalog.define(customObject('Invoice__c', [text('Code__c', 12)]));
      const invoice = catalog.define(customObject('Invoice__c', [text('Code__c', 14), text('More__c', 5)]));
      expect(invoice.field('Code__c')).toMatchObject({ length: 12 });
      expect(invoice.field('More__c')).toMatchObject({ length: 5 });
      expect(catalog.declaration('invoice__c')).toMatchObject({
        name: 'Invoice__c',
        keyPrefix: invoice.keyPrefix,
        fields: [
          { name: 'Code__c', length: 12 },
          { name: 'More__c', length: 5 },
        ],
      });
      expect(catalog.declaration('Account')).toBeUndefined();
    });
  });

  it('splits a location into the two numbers it is written by', () => {
    const site = Catalog.standard().define(customObject('Site__c', [customField('Place__c', 'location')]));
    expect(site.field('Place__c')).toMatchObject({ createable: false, updateable: false });
    expect(site.components(site.field('Place__c')!).map(({ name }) => name)).toEqual([
      'Place__Latitude__s',
      'Place__Longitude__s',
    ]);
    expect(site.columns.map(({ name }) => name)).not.toContain('Place__c');
  });

  it('knows the numbers of a location once, though an application declares them too', () => {
    const catalog = Catalog.standard();
    const fields = [
      customField('Place__Latitude__s', 'double'),
      customField('Place__c', 'location'),
      customField('place__longitude__s', 'double'),
    ];
    const site = catalog.define(customObject('Site__c', fields));
    const names = site.columns.map(({ name }) => name).filter((name) => name.includes('Place'));
    expect(names).toEqual(['Place__Latitude__s', 'Place__Longitude__s']);
    expect(site.field('Place__Latitude__s')).toMatchObject({ compoundFieldName: 'Place__c', scale: 15 });
    const later = catalog.define(customObject('Late__c', [customField('Place__Latitude__s', 'double')]));
    expect(later.columns.map(({ name }) => name)).toContain('Place__Latitude__s');
    const complete = catalog.define(customObject('Late__c', [customField('Place__c', 'location')]));
    expect(complete.columns.filter(({ name }) => name === 'Place__Latitude__s')).toHaveLength(1);
    expect(complete.columns.filter(({ name }) => name === 'Place__Longitude__s')).toHaveLength(1);
  });

  it('lists its objects without reading any', () => {
    const catalog = Catalog.standard();
    const summaries = catalog.summaries();
    expect(summaries.find(({ name }) => name === 'Opportunity')).toMatchObject({
      label: 'Opportunity',
      labelPlural: 'Opportunities',
      keyPrefix: '006',
      createable: true,
    });
    expect(catalog.has('opportunity')).toBe(true);
    expect(catalog.has('Opportunitty')).toBe(false);
    expect(catalog.loaded()).toEqual([]);
    catalog.get('Opportunity');
    expect(catalog.loaded().map(({ name }) => name)).toEqual(['Opportunity']);
  });

  it('knows the children of an object without reading them', () => {
    const catalog = Catalog.standard();
    const contacts = catalog.child(catalog.get('Account')!, 'Contacts')!;
    expect([contacts.childName, contacts.name, contacts.cascadeDelete]).toEqual([
      'Contact',
      'Contacts',
      true,
    ]);
    expect(catalog.loaded().map(({ name }) => name)).toEqual(['Account']);
    expect(contacts.field.name).toBe('AccountId');
    expect(contacts.child).toBe(catalog.get('Contact'));
  });

  describe('with what another org describes', () => {
    it('has the object as it is described', () => {
      const catalog = Catalog.standard();
      catalog.get('Account');
      catalog.install(installed('Account', { custom: false, keyPrefix: '001', label: 'Customer' }));
      expect(catalog.get('account')?.definition).toMatchObject({ label: 'Customer' });
      expect(catalog.get('Account')?.fields.map(({ name }) => name)).toEqual(['Id']);
      expect(catalog.summaries().find(({ name }) => name === 'Account')?.label).toBe('Customer');
      expect(catalog.byKeyPrefix('001')?.name).toBe('Account');
    });

    it('lists the children that it has listed, and no others of its own', () => {
      const catalog = Catalog.standard();
      const fields = [customField('Boat__c', 'reference', { ...LOOKUP, referenceTo: ['Boat__c'] })];
      catalog.install(
        installed('Boat__c', {
          keyPrefix: 'a0B',
          childRelationships: [{ childSObject: 'Berth__c', field: 'Boat__c', relationshipName: 'Places__r' }],
        }),
      );
      catalog.install(installed('Berth__c', { fields, childRelationships: [] }));
      catalog.install(installed('Crew__c', { fields, childRelationships: [] }));
      const boat = catalog.get('Boat__c')!;
      expect(catalog.children(boat).map(({ name, childName }) => [name, childName])).toEqual([
        ['Places__r', 'Berth__c'],
      ]);
      expect(catalog.byKeyPrefix('a0B')).toBe(boat);
    });

    it('names the children of objects that it does not describe by their plural', () => {
      const catalog = Catalog.standard();
      const fields = [customField('Account__c', 'reference', LOOKUP)];
      catalog.install(installed('Boat__c', { fields, childRelationships: [] }));
      expect(catalog.child(catalog.get('Account')!, 'Boats__r')?.childName).toBe('Boat__c');
    });

    it('can be extended by an application', () => {
      const catalog = Catalog.standard();
      catalog.install(installed('Boat__c', { keyPrefix: 'a0B' }));
      const boat = catalog.define(customObject('Boat__c', [text('Code__c', 10)]));
      expect(boat.fields.map(({ name }) => name)).toEqual(['Id', 'Code__c']);
      expect(boat.keyPrefix).toBe('a0B');
    });

    it('describes children that it does not have, and leaves them out of queries', () => {
      const catalog = Catalog.standard();
      const childRelationships = [{ childSObject: 'Gone__c', field: 'Boat__c', relationshipName: 'Gone__r' }];
      catalog.install(installed('Boat__c', { childRelationships }));
      const boat = catalog.get('Boat__c')!;
      expect(catalog.describedChildren(boat)).toEqual(childRelationships);
      expect(catalog.child(boat, 'Gone__r')).toBeUndefined();
    });

    it('has no children by fields that only one of two orgs has', () => {
      const catalog = Catalog.standard();
      catalog.install(installed('Contact', { custom: false, keyPrefix: '003', childRelationships: [] }));
      const childRelationships = [
        { childSObject: 'Case', field: 'AccountId', relationshipName: 'Cases' },
        { childSObject: 'Case', field: 'BoatId', relationshipName: 'BoatCases' },
      ];
      catalog.install(installed('Account', { custom: false, keyPrefix: '001', childRelationships }));
      expect(catalog.children(catalog.get('Account')!).map(({ name }) => name)).toEqual(['Cases']);
      expect(catalog.child(catalog.get('User')!, 'Contacts')).toBeUndefined();
      expect(catalog.children(catalog.get('Campaign')!).map(({ childName }) => childName)).toContain(
        'CampaignMember',
      );
    });

    it('knows which objects came with record types', () => {
      const catalog = Catalog.standard();
      const recordTypes = [{ developerName: 'Racer', name: 'Racing Boat', isDefault: true }];
      catalog.install(installed('Boat__c', { recordTypes }));
      catalog.install(
        installed('Raft__c', { recordTypes: [{ developerName: 'Master', name: 'Master', master: true }] }),
      );
      expect(catalog.withRecordTypes().map(({ name }) => name)).toEqual(['Boat__c']);
    });
  });
});
