import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createRecordEngine,
  customField,
  customObject,
  type RecordEngine,
} from '../../../support/record-engine.js';
import { refusalOf } from '../../../support/refusal.js';

const UNKNOWN_ACCOUNT = '001Em0000000999IAA';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine();
});

afterEach(() => engine.database.close());

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const update = (object: string, id: string, values: Record<string, unknown>): void =>
  engine.records.update(engine.object(object), id, values, engine.user);
const upsert = (object: string, field: string, value: string, values: Record<string, unknown>) =>
  engine.records.upsert(engine.object(object), field, value, values, engine.user);
const read = (object: string, id: string, ...fields: string[]): Record<string, unknown> =>
  engine.records.read(engine.object(object), id, fields.length > 0 ? fields : undefined);
const summary = (work: () => unknown): unknown[] => {
  const refusal = refusalOf(work);
  return [refusal.status, refusal.errorCode, refusal.message, refusal.fields];
};
const count = (table: string): unknown =>
  engine.database.prepare(`SELECT count(*) FROM "${table}"`).rows()[0]?.[0];

describe('RecordStore.insert', () => {
  it('stores what it is given, under whatever case of the names', () => {
    const id = insert('Account', { name: '  Acme ', BILLINGCITY: 'Berlin', AnnualRevenue: 12.5, Site: '' });
    expect(read('Account', id, 'Id', 'Name', 'BillingCity', 'AnnualRevenue', 'Site')).toEqual({
      Id: '001Em0000000001IAA',
      Name: 'Acme',
      BillingCity: 'Berlin',
      AnnualRevenue: 13,
      Site: null,
    });
  });

  it('sets the fields of the system', () => {
    const id = insert('Account', { Name: 'Acme' });
    const now = '2026-01-02T03:04:05.000+0000';
    expect(
      read(
        'Account',
        id,
        'IsDeleted',
        'OwnerId',
        'CreatedById',
        'CreatedDate',
        'LastModifiedById',
        'LastModifiedDate',
        'SystemModstamp',
        'LastViewedDate',
      ),
    ).toEqual({
      IsDeleted: false,
      OwnerId: engine.user.id,
      CreatedById: engine.user.id,
      CreatedDate: now,
      LastModifiedById: engine.user.id,
      LastModifiedDate: now,
      SystemModstamp: now,
      LastViewedDate: null,
    });
  });

  it('returns every field of the object, compounds put together', () => {
    const id = insert('Contact', { LastName: 'Davis', MailingCity: 'Bonn', MailingPostalCode: '53111' });
    const record = read('Contact', id);
    expect(Object.keys(record)).toEqual(engine.object('Contact').fields.map(({ name }) => name));
    expect(record['MailingAddress']).toMatchObject({ city: 'Bonn', postalCode: '53111', street: null });
    expect(record['OtherAddress']).toBeNull();
    expect(record['IsEmailBounced']).toBe(false);
  });

  it.each([
    [{ FirstName: 'Josh', LastName: 'Davis', Salutation: 'Mr.' }, 'Josh Davis'],
    [{ LastName: 'Davis' }, 'Davis'],
  ])('calls the person %j "%s"', (values, name) => {
    expect(read('Contact', insert('Contact', values), 'Name')).toEqual({ Name: name });
  });

  it('fills in the defaults of picklists', () => {
    expect(read('Case', insert('Case', {}), 'Status', 'Priority', 'IsClosed', 'ClosedDate')).toEqual({
      Status: 'New',
      Priority: 'Medium',
      IsClosed: false,
      ClosedDate: null,
    });
    expect(read('Lead', insert('Lead', { LastName: 'x', Company: 'y' }), 'Status')).toEqual({
      Status: 'Open - Not Contacted',
    });
  });

  it('keeps an explicit null where there is a default', () => {
    expect(read('Case', insert('Case', { Priority: null }), 'Priority')).toEqual({ Priority: null });
  });

  it.each([null, ''])('takes the default for %j where there has to be a value', (nothing) => {
    expect(read('Lead', insert('Lead', { LastName: 'x', Company: 'y', Status: nothing }), 'Status')).toEqual({
      Status: 'Open - Not Contacted',
    });
    expect(read('Task', insert('Task', { Status: nothing }), 'Status')).toEqual({ Status: 'Not Started' });
    const file = { Title: 'x', PathOnClient: 'x.txt', VersionData: 'eA==', ContentDocumentId: nothing };
    expect(read('ContentVersion', insert('ContentVersion', file), 'ContentDocumentId')).toEqual({
      ContentDocumentId: '069Em0000000001IAA',
    });
  });

  it('numbers records that are counted', () => {
    const [first, second] = [insert('Case', {}), insert('Case', {})];
    expect([read('Case', first, 'CaseNumber'), read('Case', second, 'CaseNumber')]).toEqual([
      { CaseNumber: '00001000' },
      { CaseNumber: '00001001' },
    ]);
    const account = insert('Account', { Name: 'Acme' });
    const contract = insert('Contract', { AccountId: account });
    expect(read('Contract', contract, 'ContractNumber', 'Status')).toMatchObject({
      ContractNumber: '00000100',
    });
  });

  it.each([
    ['Account', {}, 'Required fields are missing: [Name]', ['Name']],
    ['Account', { Name: '  ' }, 'Required fields are missing: [Name]', ['Name']],
    [
      'Opportunity',
      { Amount: 1 },
      'Required fields are missing: [Name, StageName, CloseDate]',
      ['Name', 'StageName', 'CloseDate'],
    ],
    ['Lead', { LastName: 'x' }, 'Required fields are missing: [Company]', ['Company']],
  ])('requires the fields of %s in %j', (object, values, message, fields) => {
    expect(summary(() => insert(object, values))).toEqual([400, 'REQUIRED_FIELD_MISSING', message, fields]);
  });

  it('refuses a field that does not exist', () => {
    expect(summary(() => insert('Account', { Name: 'x', Bacon__c: 1 }))).toEqual([
      400,
      'INVALID_FIELD',
      "No such column 'Bacon__c' on sobject of type Account",
      [],
    ]);
  });

  it('refuses an id', () => {
    expect(summary(() => insert('Account', { Name: 'x', id: UNKNOWN_ACCOUNT }))).toEqual([
      400,
      'INVALID_FIELD',
      'The Id field should not be specified in the sobject data.',
      [],
    ]);
  });

  it('refuses read-only fields, all of them at once', () => {
    const values = { LastName: 'x', Name: 'y', IsDeleted: false, MailingAddress: { city: 'Bonn' } };
    expect(summary(() => insert('Contact', values))).toEqual([
      400,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: Name, IsDeleted, MailingAddress. Please check the security settings of this ' +
        'field and verify that it is read/write for your profile or permission set.',
      ['Name', 'IsDeleted', 'MailingAddress'],
    ]);
  });

  it('refuses a text that is too long by its label', () => {
    const name = 'a'.repeat(300);
    expect(summary(() => insert('Account', { Name: name }))).toEqual([
      400,
      'STRING_TOO_LONG',
      `Account Name: data value too large: ${name} (max length=255)`,
      ['Name'],
    ]);
  });

  it('refuses objects that nobody can create', () => {
    expect(summary(() => insert('ContentDocument', { Title: 'x' }))).toEqual([
      400,
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'entity type cannot be inserted: Content Document',
      [],
    ]);
  });

  it('leaves nothing behind when it refuses', () => {
    insert('Account', { Name: 'kept' });
    insert('Contact', { LastName: 'kept' });
    refusalOf(() => insert('Account', { Name: 'x', Rating: 5 }));
    refusalOf(() => insert('Contact', { LastName: 'x', AccountId: UNKNOWN_ACCOUNT }));
    expect([count('Account'), count('Contact')]).toEqual([1, 1]);
  });

  it('never gives an id twice, not even that of a record that was rolled back', () => {
    insert('Account', { Name: 'one' });
    expect(() =>
      engine.database.transaction(() => {
        insert('Account', { Name: 'two' });
        throw new TypeError('on purpose');
      }),
    ).toThrow('on purpose');
    expect(insert('Account', { Name: 'three' })).toBe('001Em0000000003IAA');
  });
});

describe('RecordStore.update', () => {
  let account: string;

  beforeEach(() => {
    account = insert('Account', { Name: 'Acme', Site: 'Berlin', Phone: '1' });
  });

  it('changes what it is given and leaves the rest', () => {
    update('Account', account.slice(0, 15), { site: 'Bonn', Phone: null, Fax: undefined });
    expect(read('Account', account, 'Name', 'Site', 'Phone', 'Fax')).toEqual({
      Name: 'Acme',
      Site: 'Bonn',
      Phone: null,
      Fax: null,
    });
  });

  it('sets who changed the record and when', () => {
    const other = insert('User', {
      Username: 'bob@example.com',
      LastName: 'Bob',
      Email: 'bob@example.com',
      Alias: 'bob',
      CommunityNickname: 'bob',
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US',
      ProfileId: '00eEm0000000001IAA',
    });
    engine.clock.now = new Date('2026-02-03T04:05:06Z');
    engine.records.update(engine.object('Account'), account, {}, { id: other });
    expect(
      read('Account', account, 'CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'),
    ).toEqual({
      CreatedDate: '2026-01-02T03:04:05.000+0000',
      CreatedById: engine.user.id,
      LastModifiedDate: '2026-02-03T04:05:06.000+0000',
      LastModifiedById: other,
    });
  });

  it('keeps the name of a person in step', () => {
    const contact = insert('Contact', { FirstName: 'Josh', LastName: 'Davis' });
    update('Contact', contact, { FirstName: null });
    expect(read('Contact', contact, 'Name')).toEqual({ Name: 'Davis' });
  });

  it('refuses to empty a required field', () => {
    expect(summary(() => update('Account', account, { Name: '' }))).toEqual([
      400,
      'REQUIRED_FIELD_MISSING',
      'Required fields are missing: [Name]',
      ['Name'],
    ]);
    expect(refusalOf(() => update('Account', account, { OwnerId: null })).fields).toEqual(['OwnerId']);
  });

  it.each([
    ['an id in the body', { Id: UNKNOWN_ACCOUNT }, 'INVALID_FIELD'],
    ['an unknown field', { Bacon__c: 1 }, 'INVALID_FIELD'],
    ['a system field', { CreatedDate: '2020-01-01T00:00:00Z' }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    ['a wrong type', { NumberOfEmployees: 'many' }, 'JSON_PARSER_ERROR'],
  ])('refuses %s and changes nothing', (_, values, errorCode) => {
    expect(refusalOf(() => update('Account', account, { Site: 'changed', ...values })).errorCode).toBe(
      errorCode,
    );
    expect(read('Account', account, 'Site')).toEqual({ Site: 'Berlin' });
  });

  it('refuses a record that is not there', () => {
    expect(summary(() => update('Account', UNKNOWN_ACCOUNT, {}))).toEqual([
      404,
      'NOT_FOUND',
      'The requested resource does not exist',
      [],
    ]);
  });

  it('refuses a deleted record', () => {
    engine.records.delete(engine.object('Account'), account, engine.user);
    expect(summary(() => update('Account', account, {}))).toEqual([
      404,
      'ENTITY_IS_DELETED',
      'entity is deleted',
      [],
    ]);
  });

  it.each([
    ['19 characters', '001Em0000000001IAA9'],
    ['another object', '003Em0000000001IAA'],
    ['a wrong checksum', '001Em0000000001AAA'],
  ])('refuses the id of %s', (_, id) => {
    expect(summary(() => update('Account', id, {}))).toEqual([
      400,
      'MALFORMED_ID',
      `Account ID: id value of incorrect type: ${id}`,
      ['Id'],
    ]);
  });

  it('keeps the detail of a master where it is', () => {
    engine.catalog.define(
      customObject('Line__c', [
        customField('Account__c', 'reference', {
          referenceTo: ['Account'],
          relationshipName: 'Account__r',
          cascadeDelete: true,
        }),
      ]),
    );
    expect(refusalOf(() => insert('Line__c', {})).message).toBe('Required fields are missing: [Account__c]');
    const line = insert('Line__c', { Account__c: account });
    const other = insert('Account', { Name: 'Other' });
    expect(refusalOf(() => update('Line__c', line, { Account__c: other })).errorCode).toBe(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
    );
  });
});

describe('RecordStore.upsert', () => {
  beforeEach(() => {
    engine.catalog.define({
      ...customObject('Account', [
        customField('Ext__c', 'string', { externalId: true }),
        customField('Number__c', 'double', { externalId: true }),
      ]),
      custom: false,
    });
  });

  it('creates a record that is not there, with its external id', () => {
    const { id, created } = upsert('Account', 'ext__C', 'X-1', { Name: 'Acme' });
    expect(created).toBe(true);
    expect(read('Account', id, 'Name', 'Ext__c')).toEqual({ Name: 'Acme', Ext__c: 'X-1' });
  });

  it('updates the record that is there, whatever the case of the id', () => {
    const { id } = upsert('Account', 'Ext__c', 'X-1', { Name: 'Acme' });
    expect(upsert('Account', 'Ext__c', 'x-1', { Name: 'Acme 2' })).toEqual({ id, created: false });
    expect(read('Account', id, 'Name', 'Ext__c')).toEqual({ Name: 'Acme 2', Ext__c: 'X-1' });
  });

  it('matches numbers as numbers', () => {
    const { id } = upsert('Account', 'Number__c', '42', { Name: 'Acme' });
    expect(upsert('Account', 'Number__c', '42.0', {})).toEqual({ id, created: false });
  });

  it('matches by a standard field that identifies records', () => {
    const { id } = upsert('Contact', 'Email', 'ada@example.com', { LastName: 'Ada' });
    expect(upsert('Contact', 'Email', 'ADA@example.com', {})).toEqual({ id, created: false });
  });

  it('matches by id', () => {
    const id = insert('Account', { Name: 'Acme' });
    expect(upsert('Account', 'Id', id.slice(0, 15), { Name: 'Other' })).toEqual({ id, created: false });
    expect(refusalOf(() => upsert('Account', 'Id', UNKNOWN_ACCOUNT, {})).status).toBe(404);
  });

  it('writes nothing when several records match', () => {
    const ids = [
      insert('Account', { Name: 'one', Ext__c: 'X' }),
      insert('Account', { Name: 'two', Ext__c: 'x' }),
    ];
    const refusal = refusalOf(() => upsert('Account', 'Ext__c', 'X', { Name: 'three' }));
    expect([refusal.status, refusal.errorCode]).toEqual([300, 'DUPLICATE_EXTERNAL_ID']);
    expect(
      engine.records.idsBy(engine.object('Account'), engine.object('Account').field('Ext__c')!, 'X'),
    ).toEqual(ids);
    expect(ids.map((id) => read('Account', id, 'Name')['Name'])).toEqual(['one', 'two']);
  });

  it('does not find deleted records', () => {
    const { id } = upsert('Account', 'Ext__c', 'X-1', { Name: 'Acme' });
    engine.records.delete(engine.object('Account'), id, engine.user);
    expect(upsert('Account', 'Ext__c', 'X-1', { Name: 'Acme' }).created).toBe(true);
  });

  it('refuses a field that identifies nothing', () => {
    expect(summary(() => upsert('Account', 'Site', 'x', {}))).toEqual([
      404,
      'NOT_FOUND',
      'Provided external ID field does not exist or is not accessible: Site',
      [],
    ]);
  });

  it('refuses the external id in the body', () => {
    expect(summary(() => upsert('Account', 'Ext__c', 'X', { ext__c: 'X', Name: 'x' }))).toEqual([
      400,
      'INVALID_FIELD',
      'The Ext__c field should not be specified in the sobject data.',
      [],
    ]);
  });
});
