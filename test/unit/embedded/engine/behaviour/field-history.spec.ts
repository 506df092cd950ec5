import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { queryValues } from '../../../../support/query-values.js';
import {
  createRecordEngine,
  customField,
  customObject,
  type RecordEngine,
} from '../../../../support/record-engine.js';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine(undefined, undefined, {
    history: { Account: ['Rating', 'AnnualRevenue'], Thing__c: ['Code__c'] },
  });
});

afterEach(() => engine.database.close());

const query = (soql: string): unknown[][] => queryValues(engine, soql);

describe('FieldHistory', () => {
  it('writes down the creation of a record, and each change of a chosen field', () => {
    const account = engine.object('Account');
    const id = engine.records.insert(account, { Name: 'Acme', Rating: 'Hot' }, engine.user);
    engine.records.update(account, id, { Rating: 'Cold', Site: 'x' }, engine.user);
    engine.records.update(account, id, { Rating: 'Cold', AnnualRevenue: 5 }, engine.user);
    expect(
      query(
        'SELECT AccountId, Field, DataType, OldValue, NewValue, CreatedById FROM AccountHistory ORDER BY Id',
      ),
    ).toEqual([
      [id, 'created', 'Text', null, null, engine.user.id],
      [id, 'Rating', 'DynamicEnum', 'Hot', 'Cold', engine.user.id],
      [id, 'AnnualRevenue', 'Currency', null, '5', engine.user.id],
    ]);
    expect(query('SELECT (SELECT Field FROM Histories ORDER BY Id LIMIT 1) FROM Account')).toMatchObject([
      [{ totalSize: 1, records: [{ Field: 'created' }] }],
    ]);
  });

  it('calls that of a custom object by its own name', () => {
    engine.catalog.define(customObject('Thing__c', [customField('Code__c', 'string')]));
    const thing = engine.object('Thing__c');
    const id = engine.records.insert(thing, { Code__c: 'a' }, engine.user);
    engine.records.update(thing, id, { Code__c: 'b' }, engine.user);
    expect(query('SELECT ParentId, Field, OldValue, NewValue FROM Thing__History ORDER BY Id')).toEqual([
      [id, 'created', null, null],
      [id, 'Code__c', 'a', 'b'],
    ]);
  });

  it('keeps nothing of other objects', () => {
    engine.records.insert(engine.object('Contact'), { LastName: 'x' }, engine.user);
    expect(query('SELECT Field FROM ContactHistory')).toEqual([]);
  });
});
