import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createRecordEngine,
  customField,
  customObject,
  type RecordEngine,
} from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine();
});

afterEach(() => engine.database.close());

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const update = (object: string, id: string, values: Record<string, unknown>): void =>
  engine.records.update(engine.object(object), id, values, engine.user);
const read = (object: string, id: string, ...fields: string[]): Record<string, unknown> =>
  engine.records.read(engine.object(object), id, fields.length > 0 ? fields : undefined);
const summary = (work: () => unknown): unknown[] => {
  const refusal = refusalOf(work);
  return [refusal.status, refusal.errorCode, refusal.message, refusal.fields];
};

describe('ExternalReference', () => {
  let account: string;

  beforeEach(() => {
    account = insert('Account', { Name: 'Acme' });
    engine.catalog.define({
      ...customObject('Account', [customField('Ext__c', 'string', { externalId: true })]),
      custom: false,
    });
    update('Account', account, { Ext__c: 'X-1' });
  });

  it('finds the parent', () => {
    const id = insert('Contact', { LastName: 'x', Account: { Ext__c: 'x-1' } });
    const typed = { attributes: { type: 'Account' }, Ext__c: 'X-1' };
    const other = insert('Contact', { LastName: 'x', account: typed });
    expect([read('Contact', id, 'AccountId'), read('Contact', other, 'AccountId')]).toEqual([
      { AccountId: account },
      { AccountId: account },
    ]);
  });

  it('clears the reference with null', () => {
    const id = insert('Contact', { LastName: 'x', AccountId: account });
    update('Contact', id, { Account: null });
    expect(read('Contact', id, 'AccountId')).toEqual({ AccountId: null });
  });

  it('refuses a value that no parent has', () => {
    expect(summary(() => insert('Contact', { LastName: 'x', Account: { Ext__c: '0116' } }))).toEqual([
      400,
      'INVALID_FIELD',
      'Foreign key external ID: 0116 not found for field Ext__c in entity Account',
      [],
    ]);
  });

  it('refuses a value that several parents have', () => {
    insert('Account', { Name: 'Other', Ext__c: 'X-1' });
    const refusal = refusalOf(() => insert('Contact', { LastName: 'x', Account: { Ext__c: 'X-1' } }));
    expect(refusal.errorCode).toBe('DUPLICATE_EXTERNAL_ID');
  });

  it('refuses a field that is no external id', () => {
    expect(summary(() => insert('Contact', { LastName: 'x', Account: { Bacon__c: '1' } }))).toEqual([
      400,
      'INVALID_FIELD',
      "No such column 'Bacon__c' on sobject of type Account",
      [],
    ]);
  });

  it('refuses a relationship that is no object', () => {
    expect(refusalOf(() => insert('Contact', { LastName: 'x', Account: 'Acme' })).errorCode).toBe(
      'JSON_PARSER_ERROR',
    );
  });
});
