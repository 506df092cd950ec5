import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import { DuplicateRecordException } from '../../lib/exceptions/duplicate-record.exception.js';
import { InvalidValueException } from '../../lib/exceptions/invalid-value.exception.js';
import { InvalidWriteException } from '../../lib/exceptions/invalid-write.exception.js';
import { Field } from '../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../lib/metadata/decorators/lookup.decorator.js';
import type { OpenPicklistValue, PicklistValue } from '../../lib/metadata/decorators/picklist-option.type.js';
import { SObject } from '../../lib/metadata/decorators/sobject.decorator.js';
import type { Related } from '../../lib/metadata/related.js';
import type { DateString } from '../../lib/protocol/date-string.js';
import { getRepository } from '../../lib/repository/repository.factory.js';
import type { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';

const Channel = ['Web', { value: 'P', label: 'Phone' }] as const;
const Source = ['Fair', 'Friend'] as const;
const Extras = ['Gift', 'Card', 'Bag'] as const;

@SObject()
class RecordType {
  @Id() readonly id!: string;
  @Field() readonly developerName!: string;
  @Field() readonly name!: string;
}

@SObject({
  custom: true,
  labelPlural: 'Orders placed',
  recordTypes: { Retail: 'Retail order', Trade: 'Trade order' },
  deletable: false,
})
class Purchase {
  @Id() readonly id!: string;
  @Field({ custom: true, autoNumber: true, nameField: true }) readonly number!: string;
  @Field({ custom: true, picklist: Channel, defaultValue: 'P' }) channel!: PicklistValue<
    typeof Channel
  > | null;
  @Field({ custom: true, picklist: Source, restricted: false })
  source!: OpenPicklistValue<typeof Source> | null;
  @Field({ custom: true, type: 'multipicklist', picklist: Extras, defaultValue: 'Gift;Bag' })
  extras!: PicklistValue<typeof Extras>[] | null;
  @Field({ custom: true, type: 'currency', defaultValue: 9.5, help: 'Without tax' }) net!: number | null;
  @Field({ custom: true, type: 'currency', formula: 'Net__c * 2' }) readonly gross!: number | null;
  @Field({ custom: true, type: 'string', defaultValue: 'as "agreed"' }) terms!: string | null;
  @Field({ custom: true, type: 'date', defaultValue: '2026-01-31' }) due!: DateString | null;
  @Field({ custom: true, defaultValue: true }) open!: boolean;
  @Field({ custom: true, type: 'string', unique: true, caseSensitive: true, externalId: true })
  code!: string | null;
  @Field() recordTypeId!: string | null;
  @Lookup(() => RecordType, 'recordTypeId') recordType?: Related<RecordType> | null;
}

describe('what entities say of an embedded org', () => {
  let connection: SalesforceConnection;
  let purchases: SalesforceRepository<Purchase>;

  beforeAll(() => {
    connection = new SalesforceConnection('default', { embedded: {} });
    purchases = getRepository(connection, Purchase);
  });

  afterAll(() => connection.close());

  it('is what new records have', async () => {
    const { id } = await purchases.insert({});
    expect(await purchases.findById(id)).toMatchObject({
      number: '00000001',
      channel: 'P',
      source: null,
      extras: ['Gift', 'Bag'],
      net: 9.5,
      gross: 19,
      terms: 'as "agreed"',
      due: '2026-01-31',
      open: true,
      recordTypeId: null,
    });
  });

  it('gives way to what an insert says', async () => {
    const { id } = await purchases.insert({
      channel: null,
      extras: ['Card'],
      net: 1,
      terms: null,
      open: false,
    });
    expect(await purchases.findById(id)).toMatchObject({
      channel: null,
      extras: ['Card'],
      gross: 2,
      terms: null,
      open: false,
    });
  });

  it('counts blank numbers of a formula as zero', async () => {
    const { id } = await purchases.insert({ net: null });
    expect(await purchases.findById(id)).toMatchObject({ net: null, gross: 0 });
  });

  it('restricts picklists, but those that are open', async () => {
    const { id } = await purchases.insert({ source: 'Street' });
    expect(await purchases.findById(id, { select: { source: true } })).toMatchObject({ source: 'Street' });
    await expect(purchases.insert({ channel: 'Fax' as 'Web' })).rejects.toThrow(InvalidValueException);
  });

  it('labels the values of picklists', async () => {
    const { id } = await purchases.insert({ channel: 'P' });
    const found = await purchases.findById(id, { select: { channel: 'label' } });
    expect(found?.channel).toBe('Phone');
  });

  it('tells values apart by their case', async () => {
    await purchases.insert({ code: 'a1' });
    const { id } = await purchases.insert({ code: 'A1' });
    expect(await purchases.find({ select: { id: true }, where: { code: 'A1' } })).toEqual([{ id }]);
    await expect(purchases.insert({ code: 'A1' })).rejects.toThrow(DuplicateRecordException);
  });

  it('makes record types, to be found by developer name', async () => {
    const types = await getRepository(connection, RecordType).soql`
      SELECT Id, DeveloperName, Name FROM RecordType WHERE SobjectType = 'Purchase__c' ORDER BY DeveloperName`;
    expect(types).toMatchObject([
      { developerName: 'Retail', name: 'Retail order' },
      { developerName: 'Trade', name: 'Trade order' },
    ]);
    const { id } = await purchases.insert({ recordTypeId: types[1]!.id! });
    const trade = await purchases.find({
      select: { recordType: { name: true } },
      where: { recordType: { developerName: 'Trade' } },
    });
    expect(trade).toEqual([{ id, recordType: { id: types[1]!.id, name: 'Trade order' } }]);
  });

  it('is what the org describes', async () => {
    const { fields, ...object } = await connection.describe('Purchase__c');
    expect(object).toMatchObject({ label: 'Purchase', labelPlural: 'Orders placed', deletable: false });
    expect(Object.fromEntries(fields.map((field) => [field.name, field]))).toMatchObject({
      Number__c: { autoNumber: true, nameField: true, createable: false, nillable: false },
      Channel__c: {
        defaultValue: 'P',
        restrictedPicklist: true,
        picklistValues: [
          { value: 'Web', label: 'Web', defaultValue: false },
          { value: 'P', label: 'Phone', defaultValue: true },
        ],
      },
      Source__c: { restrictedPicklist: false },
      Net__c: { defaultValue: null, defaultValueFormula: '9.5', inlineHelpText: 'Without tax' },
      Gross__c: { calculated: true, calculatedFormula: 'Net__c * 2', createable: false },
      Code__c: { unique: true, caseSensitive: true, externalId: true },
    });
  });

  it('is refused before anything is sent', async () => {
    const { id } = await purchases.insert({});
    await expect(purchases.delete(id)).rejects.toThrow(InvalidWriteException);
    await expect(purchases.delete(id)).rejects.toThrow(
      'Purchase: records of Purchase__c cannot be deleted. If this org allows it, say so: @SObject({ deletable: true }).',
    );
  });
});

@SObject('Rate__mdt')
class Rate {
  @Id() readonly id!: string;
  @Field({ readOnly: true }) readonly developerName!: string;
  @Field({ type: 'percent', custom: true, readOnly: true }) readonly percent!: number | null;
}

@SObject('Shipped__e')
class Shipped {
  @Id() readonly id!: string;
  @Field({ type: 'string', custom: true }) number!: string | null;
}

describe('objects that are no tables of an embedded org', () => {
  let connection: SalesforceConnection;

  beforeAll(() => {
    const rate = { attributes: { type: 'Rate__mdt' }, DeveloperName: 'Reduced', Percent__c: 7 };
    connection = new SalesforceConnection('default', { embedded: { seed: { records: [rate] } } });
  });

  afterAll(() => connection.close());

  it('holds custom metadata that is seeded, for applications to read', async () => {
    const rates = getRepository(connection, Rate);
    expect(await rates.find({ select: { developerName: true, percent: true } })).toMatchObject([
      { developerName: 'Reduced', percent: 7 },
    ]);
    await expect(rates.insert({})).rejects.toThrow('Rate: records of Rate__mdt cannot be inserted.');
  });

  it('takes platform events, and no queries for them', async () => {
    const events = getRepository(connection, Shipped);
    expect(await events.insert({ number: '1' })).toMatchObject({ number: '1' });
    await expect(events.find()).rejects.toThrow('entity type Shipped__e does not support query');
    await expect(events.update('e00000000000001AAA', { number: '2' })).rejects.toThrow(InvalidWriteException);
  });
});
