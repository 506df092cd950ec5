import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createRecordEngine,
  customField,
  customObject,
  type RecordEngine,
} from '../../../support/record-engine.js';
import { refusalOf } from '../../../support/refusal.js';

let engine: RecordEngine;
let account: string;

beforeEach(() => {
  engine = createRecordEngine();
  account = engine.records.insert(engine.object('Account'), { Name: 'x' }, engine.user);
});

afterEach(() => engine.database.close());

const update = (): void =>
  engine.records.update(engine.object('Account'), account, { Name: 'y' }, engine.user);

describe('RecordLocks', () => {
  it('make whoever writes the record fail', () => {
    engine.locks.lock(account.slice(0, 15));
    const { status, errorCode, message, fields } = refusalOf(update);
    expect([status, errorCode, message, fields]).toEqual([
      400,
      'UNABLE_TO_LOCK_ROW',
      `unable to obtain exclusive access to this record or 1 records: ${account}`,
      [],
    ]);
    engine.locks.unlock(account);
    update();
    expect(engine.records.read(engine.object('Account'), account, ['Name'])).toEqual({ Name: 'y' });
  });

  it('stand in the way of a deletion that takes the record along', () => {
    const contact = engine.records.insert(
      engine.object('Contact'),
      { LastName: 'x', AccountId: account },
      engine.user,
    );
    engine.locks.lock(contact);
    const remove = (): void => engine.records.delete(engine.object('Account'), account, engine.user);
    expect(refusalOf(remove).errorCode).toBe('UNABLE_TO_LOCK_ROW');
    engine.locks.unlockAll();
    remove();
    expect(engine.records.find(engine.object('Contact'), contact)?.['IsDeleted']).toBe(1);
  });

  it('stand in the way of details of the record', () => {
    engine.catalog.define(
      customObject('Line__c', [
        customField('Account__c', 'reference', {
          referenceTo: ['Account'],
          relationshipName: 'Account__r',
          cascadeDelete: true,
        }),
      ]),
    );
    const insert = (): string =>
      engine.records.insert(engine.object('Line__c'), { Account__c: account }, engine.user);
    engine.locks.lock(account);
    expect(refusalOf(insert).errorCode).toBe('UNABLE_TO_LOCK_ROW');
    engine.locks.unlock(account);
    expect(insert()).toHaveLength(18);
  });

  it('let the record be read', () => {
    engine.locks.lock(account);
    expect(engine.records.read(engine.object('Account'), account, ['Name'])).toEqual({ Name: 'x' });
    expect(engine.records.insert(engine.object('Account'), { Name: 'z' }, engine.user)).toHaveLength(18);
  });
});
