import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import {
  describeGlobal,
  describeGlobalEntry,
  describeSObject,
} from '../../../../lib/embedded/catalog/describe-writer.js';
import { customField, customObject } from '../../../support/record-engine.js';

const ROOT = '/services/data/v67.0';

/** Every property of a field in a recorded describe of API version 48 and later. */
const FIELD_PROPERTIES = `
  aggregatable aiPredictionField autoNumber byteLength calculated calculatedFormula cascadeDelete caseSensitive
  compoundFieldName controllerName createable custom defaultValue defaultValueFormula defaultedOnCreate
  dependentPicklist deprecatedAndHidden digits displayLocationInDecimal encrypted externalId extraTypeInfo filterable
  filteredLookupInfo formulaTreatNullNumberAsZero groupable highScaleNumber htmlFormatted idLookup inlineHelpText label
  length mask maskType name nameField namePointing nillable permissionable picklistValues polymorphicForeignKey precision
  queryByDistance referenceTargetField referenceTo relationshipName relationshipOrder restrictedDelete
  restrictedPicklist scale searchPrefilterable soapType sortable type unique updateable writeRequiresMasterRead`
  .trim()
  .split(/\s+/);

const OBJECT_PROPERTIES = `
  actionOverrides activateable associateEntityType associateParentEntity childRelationships compactLayoutable createable
  custom customSetting deepCloneable defaultImplementation deletable deprecatedAndHidden extendedBy extendsInterfaces
  feedEnabled fields hasSubtypes implementedBy implementsInterfaces isInterface isSubtype keyPrefix label labelPlural
  layoutable listviewable lookupLayoutable mergeable mruEnabled name namedLayoutInfos networkScopeFieldName queryable
  recordTypeInfos replicateable retrieveable searchLayoutable searchable sobjectDescribeOption supportedScopes triggerable
  undeletable updateable urls`
  .trim()
  .split(/\s+/);

const GLOBAL_PROPERTIES = `
  activateable associateEntityType associateParentEntity createable custom customSetting deepCloneable deletable
  deprecatedAndHidden feedEnabled hasSubtypes isInterface isSubtype keyPrefix label labelPlural layoutable mergeable
  mruEnabled name queryable replicateable retrieveable searchable triggerable undeletable updateable urls`
  .trim()
  .split(/\s+/);

const catalog = Catalog.standard();
const contact = describeSObject(catalog.get('Contact')!, catalog, ROOT);
const field = (name: string) => contact.fields.find((candidate) => candidate.name === name);

describe('describeSObject', () => {
  it('has every property of an object and of its fields', () => {
    expect(Object.keys(contact).sort()).toEqual(OBJECT_PROPERTIES);
    for (const described of contact.fields) expect(Object.keys(described).sort()).toEqual(FIELD_PROPERTIES);
  });

  it('says what can be done with an object', () => {
    expect(contact).toMatchObject({
      name: 'Contact',
      label: 'Contact',
      labelPlural: 'Contacts',
      keyPrefix: '003',
      custom: false,
      createable: true,
      layoutable: true,
      mergeable: true,
      searchable: true,
      undeletable: true,
      activateable: false,
    });
    expect(contact['urls']).toMatchObject({
      sobject: '/services/data/v67.0/sobjects/Contact',
      describe: '/services/data/v67.0/sobjects/Contact/describe',
      rowTemplate: '/services/data/v67.0/sobjects/Contact/{ID}',
      uiNewRecord: '/003/e',
    });
  });

  it.each([
    ['Id', { soapType: 'tns:ID', byteLength: 18, length: 18, idLookup: true, defaultedOnCreate: true }],
    ['LastName', { soapType: 'xsd:string', byteLength: 240, length: 80, compoundFieldName: 'Name' }],
    ['FirstName', { extraTypeInfo: 'personname', permissionable: false, nillable: true }],
    ['IsDeleted', { soapType: 'xsd:boolean', defaultValue: false, aggregatable: false }],
    [
      'MailingLatitude',
      { soapType: 'xsd:double', precision: 18, scale: 15, byteLength: 0, permissionable: true },
    ],
    [
      'MailingAddress',
      { soapType: 'urn:address', queryByDistance: true, sortable: false, permissionable: true },
    ],
    ['CreatedDate', { soapType: 'xsd:dateTime', groupable: false, permissionable: false }],
    ['AccountId', { referenceTo: ['Account'], relationshipName: 'Account', cascadeDelete: false }],
    ['Birthdate', { soapType: 'xsd:date', digits: 0, defaultValue: null }],
  ])('describes %s as recorded', (name, facts) => {
    expect(field(name)).toMatchObject(facts);
  });

  it('describes picklist values whole', () => {
    expect(field('Salutation')?.picklistValues[0]).toEqual({
      active: true,
      defaultValue: false,
      label: 'Mr.',
      validFor: null,
      value: 'Mr.',
    });
    const priority = catalog.get('Case')!.field('Priority')!;
    expect(priority.picklistValues).toContainEqual({ value: 'Medium', label: 'Medium', isDefault: true });
  });

  it('lists child relationships with what becomes of the children', () => {
    const account = describeSObject(catalog.get('Account')!, catalog, ROOT);
    const children = account.childRelationships;
    expect(children).toContainEqual({
      cascadeDelete: true,
      childSObject: 'Contact',
      deprecatedAndHidden: false,
      field: 'AccountId',
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: 'Contacts',
      restrictedDelete: false,
    });
    expect(children.find(({ relationshipName }) => relationshipName === 'Cases')).toMatchObject({
      cascadeDelete: false,
      restrictedDelete: true,
    });
  });

  it('describes custom objects like standard ones', () => {
    const own = Catalog.standard();
    own.define(
      customObject('Invoice__c', [
        customField('Account__c', 'reference', {
          referenceTo: ['Account'],
          relationshipName: 'Account__r',
          cascadeDelete: true,
          relationshipOrder: 0,
        }),
        customField('Number__c', 'string', { externalId: true, unique: true, length: 20 }),
      ]),
    );
    const invoice = describeSObject(own.get('Invoice__c')!, own, ROOT);
    expect(Object.keys(invoice).sort()).toEqual(OBJECT_PROPERTIES);
    expect(invoice).toMatchObject({
      custom: true,
      label: 'Invoice',
      labelPlural: 'Invoices',
      layoutable: true,
    });
    expect(invoice.fields.find(({ name }) => name === 'Account__c')).toMatchObject({
      cascadeDelete: true,
      relationshipOrder: 0,
      relationshipName: 'Account__r',
      length: 18,
      nillable: false,
    });
    expect(invoice.fields.find(({ name }) => name === 'Number__c')).toMatchObject({
      externalId: true,
      unique: true,
      idLookup: true,
      length: 20,
      byteLength: 60,
      filterable: true,
    });
  });
});

describe('describeGlobal', () => {
  it('lists every object in short, by name', () => {
    const { encoding, maxBatchSize, sobjects } = describeGlobal(catalog, ROOT);
    expect([encoding, maxBatchSize]).toEqual(['UTF-8', 200]);
    const names = sobjects.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toContain('Opportunity');
    for (const entry of sobjects) expect(Object.keys(entry).sort()).toEqual(GLOBAL_PROPERTIES);
  });

  it('tells where an object is found', () => {
    expect(describeGlobalEntry(catalog.get('Case')!, ROOT)).toMatchObject({
      name: 'Case',
      labelPlural: 'Cases',
      keyPrefix: '500',
      urls: {
        sobject: '/services/data/v67.0/sobjects/Case',
        describe: '/services/data/v67.0/sobjects/Case/describe',
        rowTemplate: '/services/data/v67.0/sobjects/Case/{ID}',
      },
    });
  });
});
