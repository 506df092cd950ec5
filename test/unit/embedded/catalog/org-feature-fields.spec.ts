import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { customField, customObject } from '../../../support/record-engine.js';

describe('an org with person accounts', () => {
  const catalog = Catalog.standard({ personAccounts: true });
  const account = catalog.get('Account')!;

  it('has the name parts of people behind the name of accounts', () => {
    const names = account.fields.map(({ name }) => name);
    expect(names.slice(0, 8)).toEqual([
      'Id',
      'IsDeleted',
      'MasterRecordId',
      'Name',
      'LastName',
      'FirstName',
      'Salutation',
      'Type',
    ]);
  });

  it.each([
    ['LastName', { type: 'string', length: 80, compoundFieldName: 'Name', nillable: true, createable: true }],
    ['PersonContactId', { type: 'reference', referenceTo: ['Contact'], relationshipName: 'PersonContact' }],
    ['IsPersonAccount', { type: 'boolean', createable: false, updateable: false, nillable: false }],
    ['PersonEmail', { type: 'email', label: 'Email', length: 80, createable: true }],
    ['PersonBirthdate', { type: 'date', label: 'Birthdate' }],
    ['PersonMailingStreet', { type: 'textarea', compoundFieldName: 'PersonMailingAddress' }],
    ['PersonMailingAddress', { type: 'address', createable: false }],
  ])('has Account.%s', (name, facts) => {
    expect(account.field(name)).toMatchObject(facts);
  });

  it('tells people by their record type', () => {
    expect(account.definition.recordTypes).toEqual([
      { developerName: 'Business_Account', name: 'Business Account', isDefault: true },
      { developerName: 'PersonAccount', name: 'Person Account', isPersonType: true },
    ]);
    expect(catalog.get('RecordType')?.field('IsPersonType')?.type).toBe('boolean');
    expect(catalog.get('Contact')?.field('IsPersonAccount')?.type).toBe('boolean');
  });

  it('is not every org', () => {
    const plain = Catalog.standard().get('Account')!;
    expect(plain.field('IsPersonAccount')).toBeUndefined();
    expect(plain.definition.recordTypes).toBeUndefined();
  });
});

describe('an org with several currencies', () => {
  const catalog = Catalog.standard({ multiCurrency: ['EUR', 'USD'] });

  it.each(['Account', 'Opportunity', 'Contact', 'Product2'])('has a currency on records of %s', (name) => {
    const object = catalog.get(name)!;
    expect(object.field('CurrencyIsoCode')).toMatchObject({
      label: `${object.definition.label} Currency`,
      type: 'picklist',
      length: 3,
      createable: true,
      updateable: true,
      nillable: true,
      defaultedOnCreate: true,
      restrictedPicklist: true,
      defaultValue: 'EUR',
      picklistValues: [
        { value: 'EUR', label: 'EUR' },
        { value: 'USD', label: 'USD' },
      ],
    });
  });

  it('has it before the owner, and behind the name of custom objects', () => {
    const before = (name: string, field: string) => {
      const names = catalog.get(name)!.fields.map((candidate) => candidate.name);
      return names[names.indexOf(field) - 1];
    };
    catalog.define(customObject('Invoice__c', [customField('Total__c', 'currency')]));
    expect(before('Account', 'OwnerId')).toBe('CurrencyIsoCode');
    expect(before('Invoice__c', 'CurrencyIsoCode')).toBe('Name');
    expect(catalog.get('Invoice__c')?.field('CurrencyIsoCode')?.label).toBe('Currency ISO Code');
  });

  it('has none on what is no record of business', () => {
    expect(catalog.get('ApexClass')?.field('CurrencyIsoCode')).toBeUndefined();
    expect(catalog.get('AccountHistory')?.field('CurrencyIsoCode')).toBeUndefined();
  });

  it('has users with a currency of their own', () => {
    expect(catalog.get('User')?.field('DefaultCurrencyIsoCode')?.label).toBe('Default Currency ISO Code');
  });

  it('has objects for currencies and their dated rates', () => {
    expect(catalog.byKeyPrefix('01L')?.name).toBe('CurrencyType');
    expect(catalog.get('CurrencyType')?.fields.map(({ name }) => name)).toEqual([
      'Id',
      'IsoCode',
      'ConversionRate',
      'DecimalPlaces',
      'IsActive',
      'IsCorporate',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
    ]);
    expect(catalog.get('DatedConversionRate')).toMatchObject({ keyPrefix: '04w' });
    expect(catalog.summaries().map(({ name }) => name)).toContain('CurrencyType');
  });

  it('has US dollars alone unless told otherwise', () => {
    const values = Catalog.standard({ multiCurrency: true })
      .get('Account')
      ?.field('CurrencyIsoCode')?.picklistValues;
    expect(values).toEqual([{ value: 'USD', label: 'USD' }]);
  });

  it('is not every org', () => {
    expect(Catalog.standard().get('CurrencyType')).toBeUndefined();
    expect(Catalog.standard().get('Account')?.field('CurrencyIsoCode')).toBeUndefined();
  });
});
