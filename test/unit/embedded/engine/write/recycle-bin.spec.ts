import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createRecordEngine,
  customField,
  customObject,
  type RecordEngine,
} from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

let engine: RecordEngine;
let account: string;

beforeEach(() => {
  engine = createRecordEngine();
  account = insert('Account', { Name: 'Acme' });
});

afterEach(() => engine.database.close());

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const remove = (object: string, id: string): void =>
  engine.records.delete(engine.object(object), id, engine.user);
const undelete = (object: string, id: string): void =>
  engine.records.undelete(engine.object(object), id, engine.user);
const stored = (object: string, id: string) => engine.records.find(engine.object(object), id);
const isDeleted = (object: string, id: string): boolean => stored(object, id)?.['IsDeleted'] === 1;

describe('RecordStore.delete', () => {
  it('marks the record and keeps it', () => {
    engine.clock.now = new Date('2026-05-06T07:08:09Z');
    remove('Account', account.slice(0, 15));
    expect(stored('Account', account)).toMatchObject({
      Name: 'Acme',
      IsDeleted: 1,
      SystemModstamp: '2026-05-06T07:08:09.000Z',
    });
  });

  it('refuses to read or delete it after that', () => {
    remove('Account', account);
    for (const work of [
      () => engine.records.read(engine.object('Account'), account),
      () => remove('Account', account),
    ]) {
      const refusal = refusalOf(work);
      expect([refusal.status, refusal.errorCode, refusal.message]).toEqual([
        404,
        'ENTITY_IS_DELETED',
        'entity is deleted',
      ]);
    }
  });

  it('refuses a record that is not there', () => {
    const refusal = refusalOf(() => remove('Account', '001Em0000000999IAA'));
    expect([refusal.status, refusal.errorCode]).toEqual([404, 'NOT_FOUND']);
  });

  it('refuses users', () => {
    const refusal = refusalOf(() => remove('User', engine.user.id));
    expect([refusal.errorCode, refusal.message]).toEqual([
      'INVALID_TYPE_FOR_OPERATION',
      'entity type User does not support delete',
    ]);
  });

  it('takes along what cannot be without it, through all levels', () => {
    const contact = insert('Contact', { LastName: 'Davis', AccountId: account });
    const task = insert('Task', { WhoId: contact });
    const opportunity = insert('Opportunity', {
      Name: 'x',
      StageName: 'Prospecting',
      CloseDate: '2026-05-01',
      AccountId: account,
    });
    const other = insert('Contact', { LastName: 'Other' });
    remove('Account', account);
    expect([
      isDeleted('Contact', contact),
      isDeleted('Task', task),
      isDeleted('Opportunity', opportunity),
      isDeleted('Contact', other),
    ]).toEqual([true, true, true, false]);
  });

  it('empties the references of records that stay', () => {
    const child = insert('Account', { Name: 'Child', ParentId: account });
    remove('Account', account);
    expect(stored('Account', child)).toMatchObject({ ParentId: null, IsDeleted: 0 });
  });

  it('is refused while records stand in the way, and changes nothing then', () => {
    const contact = insert('Contact', { FirstName: 'Josh', LastName: 'Davis', Salutation: 'Mr.' });
    insert('Case', { ContactId: contact });
    insert('Case', { ContactId: contact });
    const refusal = refusalOf(() => remove('Contact', contact));
    expect([refusal.status, refusal.errorCode, refusal.message]).toEqual([
      400,
      'DELETE_FAILED',
      'Your attempt to delete Mr. Josh Davis could not be completed because it is associated with the following ' +
        'cases.: 00001000, 00001001\n',
    ]);
    expect(isDeleted('Contact', contact)).toBe(false);
  });

  it('is refused when a record that would go along is in use elsewhere', () => {
    const contact = insert('Contact', { LastName: 'Davis', AccountId: account });
    insert('Case', { ContactId: contact });
    expect(refusalOf(() => remove('Account', account)).errorCode).toBe('DELETE_FAILED');
    expect([isDeleted('Account', account), isDeleted('Contact', contact)]).toEqual([false, false]);
  });

  it('takes the details of a master, and only those', () => {
    const toAccount = { referenceTo: ['Account'], relationshipName: 'Account__r' };
    engine.catalog.define(
      customObject('Line__c', [
        customField('Account__c', 'reference', { ...toAccount, cascadeDelete: true }),
      ]),
    );
    engine.catalog.define(customObject('Visit__c', [customField('Account__c', 'reference', toAccount)]));
    const line = insert('Line__c', { Account__c: account });
    const visit = insert('Visit__c', { Account__c: account });
    remove('Account', account);
    expect(isDeleted('Line__c', line)).toBe(true);
    expect(stored('Visit__c', visit)).toMatchObject({ IsDeleted: 0, Account__c: null });
  });

  it('is refused where a lookup forbids it', () => {
    const restricted = {
      referenceTo: ['Account'],
      relationshipName: 'Account__r',
      restrictedDelete: true,
    };
    engine.catalog.define(customObject('Visit__c', [customField('Account__c', 'reference', restricted)]));
    insert('Visit__c', { Name: 'First visit', Account__c: account });
    expect(refusalOf(() => remove('Account', account)).message).toBe(
      'Your attempt to delete Acme could not be completed because it is associated with the following visits.: ' +
        'First visit\n',
    );
  });

  it('ends with circles of references', () => {
    const self = { referenceTo: ['Node__c'], relationshipName: 'Next__r', cascadeDelete: true };
    engine.catalog.define(
      customObject('Node__c', [{ ...customField('Next__c', 'reference', self), custom: false }]),
    );
    const one = insert('Node__c', {});
    const two = insert('Node__c', { Next__c: one });
    engine.records.update(engine.object('Node__c'), one, { Next__c: two }, engine.user);
    remove('Node__c', one);
    expect([isDeleted('Node__c', one), isDeleted('Node__c', two)]).toEqual([true, true]);
  });

  it('removes records that know no recycle bin for good', () => {
    const group = insert('Group', { Name: 'Team', DeveloperName: 'Team', Type: 'Regular' });
    const member = insert('GroupMember', { GroupId: group, UserOrGroupId: engine.user.id });
    remove('GroupMember', member);
    expect(stored('GroupMember', member)).toBeUndefined();
  });
});

describe('RecordStore.undelete', () => {
  it('brings back the record and what went with it, and nothing else', () => {
    const [first, second] = ['A', 'B'].map((name) =>
      insert('Contact', { LastName: name, AccountId: account }),
    );
    remove('Contact', first!);
    remove('Account', account);
    undelete('Account', account);
    expect([
      isDeleted('Account', account),
      isDeleted('Contact', first!),
      isDeleted('Contact', second!),
    ]).toEqual([false, true, false]);
  });

  it('fills the references again that it emptied, unless they were given another target', () => {
    const [child, moved] = ['Child', 'Moved'].map((name) =>
      insert('Account', { Name: name, ParentId: account }),
    );
    const other = insert('Account', { Name: 'Other' });
    remove('Account', account);
    engine.records.update(engine.object('Account'), moved!, { ParentId: other }, engine.user);
    undelete('Account', account);
    expect(stored('Account', child!)).toMatchObject({ ParentId: account });
    expect(stored('Account', moved!)).toMatchObject({ ParentId: other });
  });

  it('refuses a record that is not deleted', () => {
    expect(refusalOf(() => undelete('Account', account)).errorCode).toBe('NOT_FOUND');
  });

  it('refuses to bring a unique value back that another record has by now', () => {
    engine.catalog.define(customObject('Thing__c', [customField('Code__c', 'string', { unique: true })]));
    const thing = insert('Thing__c', { Code__c: 'A' });
    remove('Thing__c', thing);
    insert('Thing__c', { Code__c: 'a' });
    expect(refusalOf(() => undelete('Thing__c', thing)).errorCode).toBe('DUPLICATE_VALUE');
  });

  it('can be followed by another deletion', () => {
    const contact = insert('Contact', { LastName: 'A', AccountId: account });
    remove('Account', account);
    undelete('Account', account);
    remove('Account', account);
    undelete('Account', account);
    expect(isDeleted('Contact', contact)).toBe(false);
  });
});

describe('RecordStore.emptyRecycleBin', () => {
  it('removes what was deleted, and what went with it, for good', () => {
    const account = insert('Account', { Name: 'x' });
    insert('Contact', { LastName: 'y', AccountId: account });
    engine.records.delete(engine.object('Account'), account, engine.user);
    engine.records.emptyRecycleBin(engine.object('Account'), account, engine.user);
    expect(engine.records.find(engine.object('Account'), account)).toBeUndefined();
    expect(engine.database.prepare('SELECT count(*) FROM "Contact"').rows()).toEqual([[0]]);
    expect(
      refusalOf(() => engine.records.undelete(engine.object('Account'), account, engine.user)).errorCode,
    ).toBe('NOT_FOUND');
  });

  it('leaves what was not deleted', () => {
    const account = insert('Account', { Name: 'x' });
    expect(
      refusalOf(() => engine.records.emptyRecycleBin(engine.object('Account'), account, engine.user))
        .errorCode,
    ).toBe('NOT_FOUND');
  });
});

describe('RecordStore.hardDelete', () => {
  it('leaves nothing to restore, neither of the record nor of what went with it', () => {
    const opportunity = insert('Opportunity', {
      Name: 'Deal',
      StageName: 'Prospecting',
      CloseDate: '2026-04-01',
      AccountId: account,
    });
    engine.records.hardDelete(engine.object('Account'), account, engine.user);
    expect(stored('Account', account)).toBeUndefined();
    expect(stored('Opportunity', opportunity)).toBeUndefined();
    expect(refusalOf(() => undelete('Account', account)).errorCode).toBe('NOT_FOUND');
  });

  it('empties the references of records that stay', () => {
    const parent = insert('Contact', { LastName: 'Doe' });
    const child = insert('Contact', { LastName: 'Roe', ReportsToId: parent });
    engine.records.hardDelete(engine.object('Contact'), parent, engine.user);
    expect(stored('Contact', child)).toMatchObject({ ReportsToId: null, IsDeleted: 0 });
  });

  it('is refused where a deletion is', () => {
    remove('Account', account);
    const again = () => engine.records.hardDelete(engine.object('Account'), account, engine.user);
    expect(refusalOf(again).errorCode).toBe('ENTITY_IS_DELETED');
  });
});
