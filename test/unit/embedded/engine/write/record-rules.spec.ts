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
const count = (table: string): unknown =>
  engine.database.prepare(`SELECT count(*) FROM "${table}"`).rows()[0]?.[0];

describe('RecordRules', () => {
  beforeEach(() => {
    engine.catalog.define(
      customObject('Thing__c', [
        customField('Code__c', 'string', { unique: true }),
        customField('Exact__c', 'string', { unique: true, caseSensitive: true }),
        customField('Number__c', 'double', { unique: true, externalId: true }),
      ]),
    );
  });

  it('refuses a value that another record has, naming that record by 15 characters', () => {
    const id = insert('Thing__c', { Code__c: 'Alpha' });
    expect(summary(() => insert('Thing__c', { Code__c: 'ALPHA' }))).toEqual([
      400,
      'DUPLICATE_VALUE',
      `duplicate value found: Code__c duplicates value on record with id: ${id.slice(0, 15)}`,
      [],
    ]);
    insert('Thing__c', { Number__c: 5 });
    expect(refusalOf(() => insert('Thing__c', { Number__c: 5 })).errorCode).toBe('DUPLICATE_VALUE');
  });

  it('tells cases apart where the field does', () => {
    insert('Thing__c', { Exact__c: 'Alpha' });
    expect(insert('Thing__c', { Exact__c: 'ALPHA' })).toMatch(/^a/);
    expect(refusalOf(() => insert('Thing__c', { Exact__c: 'Alpha' })).errorCode).toBe('DUPLICATE_VALUE');
  });

  it('lets a record keep its own value, any number of records have none, and a deleted one give its up', () => {
    const id = insert('Thing__c', { Code__c: 'Alpha' });
    update('Thing__c', id, { Code__c: 'alpha' });
    insert('Thing__c', {});
    insert('Thing__c', {});
    engine.records.delete(engine.object('Thing__c'), id, engine.user);
    insert('Thing__c', { Code__c: 'alpha' });
    expect(count('Thing__c')).toBe(4);
  });

  it('calls a record that nobody named by its id', () => {
    const id = insert('Thing__c', {});
    expect(read('Thing__c', id, 'Name')).toEqual({ Name: id.slice(0, 15) });
  });
});
