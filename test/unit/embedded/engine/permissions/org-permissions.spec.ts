import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { OrgUser } from '../../../../../lib/embedded/engine/org-user.interface.js';
import type {
  EmbeddedPermissions,
  EmbeddedSharing,
} from '../../../../../lib/embedded/engine/permissions/permission-set.interface.js';
import { queryValues } from '../../../../support/query-values.js';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

const SAM = 'sam@example.com';

let engine: RecordEngine;
let sam: OrgUser;

afterEach(() => engine.database.close());

function start(permissions: EmbeddedPermissions, sharing: Record<string, EmbeddedSharing> = {}): void {
  engine = createRecordEngine(undefined, undefined, {
    permissions: { [SAM.toUpperCase()]: permissions },
    sharing,
  });
  const [profile] = engine.database.prepare('SELECT "Id" FROM "Profile"').rows();
  const id = engine.records.insert(
    engine.object('User'),
    {
      Username: SAM,
      Email: SAM,
      LastName: 'Sales',
      Alias: 'sam',
      CommunityNickname: 'sam',
      ProfileId: String(profile?.[0]),
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    },
    engine.user,
  );
  sam = { id };
}

const insert = (object: string, values: Record<string, unknown>, user = engine.user): string =>
  engine.records.insert(engine.object(object), values, user);
const refused = (work: () => unknown): unknown[] => {
  const { status, errorCode, message, fields } = refusalOf(work);
  return [status, errorCode, message, fields];
};
const query = (soql: string, user = sam): unknown[][] => queryValues(engine, soql, user);
const queryError = (soql: string): [string, string] => {
  const { errorCode, message } = refusalOf(() => query(soql));
  return [errorCode, message.split('\n').at(-1)!];
};

describe('Object permissions', () => {
  it('let a user do what they do not forbid, and administrators everything', () => {
    start({ objects: { Contact: { read: false } } });
    const id = insert('Account', { Name: 'x' }, sam);
    engine.records.update(engine.object('Account'), id, { Name: 'y' }, sam);
    engine.records.delete(engine.object('Account'), id, sam);
    expect(insert('Contact', { LastName: 'x' })).toHaveLength(18);
    const [account, contact] = [engine.object('Account'), engine.object('Contact')];
    const { permissions, user } = engine;
    expect([permissions.canRead(sam, account), permissions.canCreate(sam, account)]).toEqual([true, true]);
    expect([permissions.canRead(sam, contact), permissions.canDelete(sam, contact)]).toEqual([false, false]);
    expect([permissions.canEdit(user, contact), permissions.canDelete(user, contact)]).toEqual([true, true]);
  });

  it('hide an object as if there were none', () => {
    start({ objects: { contact: { read: false } } });
    const contact = insert('Contact', { LastName: 'x' });
    const missing = [404, 'NOT_FOUND', 'The requested resource does not exist', []];
    expect(refused(() => insert('Contact', { LastName: 'y' }, sam))).toEqual(missing);
    expect(refused(() => engine.records.read(engine.object('Contact'), contact, ['Id'], sam))).toEqual(
      missing,
    );
    const [code, message] = queryError('SELECT Id FROM Contact');
    expect(code).toBe('INVALID_TYPE');
    expect(message).toBe(
      "sObject type 'Contact' is not supported. If you are attempting to use a custom object, be sure to append the " +
        "'__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.",
    );
    expect(queryError('SELECT (SELECT Id FROM Contacts) FROM Account')[0]).toBe('INVALID_TYPE');
    expect(queryError('SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Contact)')[0]).toBe(
      'INVALID_TYPE',
    );
    expect(queryError('SELECT Contact.Name FROM Case')[0]).toBe('INVALID_FIELD');
    expect(query('SELECT Id FROM Contact', engine.user)).toEqual([[contact]]);
  });

  it('refuse what they forbid', () => {
    start({ objects: { Account: { create: false, edit: false, delete: false } } });
    const id = insert('Account', { Name: 'x' });
    const account = engine.object('Account');
    expect(refused(() => insert('Account', { Name: 'y' }, sam))).toEqual([
      400,
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'entity type cannot be inserted: Account',
      [],
    ]);
    const refusal = [403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []];
    expect(refused(() => engine.records.update(account, id, { Name: 'y' }, sam))).toEqual(refusal);
    expect(refused(() => engine.records.delete(account, id, sam))).toEqual(refusal);
    expect(query('SELECT Name FROM Account')).toEqual([['x']]);
  });

  it('show in the catalog of the user', () => {
    start({
      objects: { Account: { create: false }, Contact: { read: false } },
      fields: { 'Account.Site': 'read' },
    });
    const catalog = engine.permissions.catalogFor(sam);
    expect(catalog.get('Contact')).toBeUndefined();
    expect(catalog.byKeyPrefix('003')).toBeUndefined();
    const account = catalog.get('Account');
    expect([account?.definition.createable, account?.definition.updateable]).toEqual([false, true]);
    expect([account?.field('Site')?.updateable, account?.field('Name')?.updateable]).toEqual([false, true]);
    expect(account && catalog.child(account, 'Contacts')).toBeUndefined();
    expect(account && catalog.child(account, 'Opportunities')?.child.name).toBe('Opportunity');
    expect(engine.permissions.catalogFor(engine.user)).toBe(engine.catalog);
  });

  it('say who may delete for good', () => {
    start({ bulkApiHardDelete: false });
    const { permissions, user } = engine;
    expect([permissions.canHardDelete(sam), permissions.canHardDelete(user)]).toEqual([false, true]);
  });

  it('can be changed while the org runs', () => {
    start({ objects: { Account: { read: false } } });
    insert('Account', { Name: 'x' });
    expect(queryError('SELECT Name FROM Account')[0]).toBe('INVALID_TYPE');
    engine.permissions.assign(SAM, { fields: { 'Account.Name': 'none' } });
    expect(queryError('SELECT Name FROM Account')[0]).toBe('INVALID_FIELD');
    engine.permissions.assign(SAM, undefined);
    expect(query('SELECT Name FROM Account')).toEqual([['x']]);
  });
});

describe('Field-level security', () => {
  beforeEach(() => start({ fields: { 'Account.Rating': 'read', 'Account.AnnualRevenue': 'none' } }));

  it('refuses to write what can be read only', () => {
    expect(refused(() => insert('Account', { Name: 'x', Rating: 'Hot' }, sam))).toEqual([
      400,
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Unable to create/update fields: Rating. Please check the security settings of this field and verify that it is ' +
        'read/write for your profile or permission set.',
      ['Rating'],
    ]);
    const id = insert('Account', { Name: 'x', Rating: 'Hot' });
    expect(query('SELECT Rating FROM Account')).toEqual([['Hot']]);
    expect(engine.records.read(engine.object('Account'), id, ['Rating'], sam)).toEqual({ Rating: 'Hot' });
  });

  it('hides what cannot be seen', () => {
    const id = insert('Account', { Name: 'x', AnnualRevenue: 5 });
    const noColumn = "No such column 'AnnualRevenue' on sobject of type Account";
    expect(refused(() => insert('Account', { Name: 'x', AnnualRevenue: 1 }, sam))).toEqual([
      400,
      'INVALID_FIELD',
      noColumn,
      [],
    ]);
    expect(refused(() => engine.records.read(engine.object('Account'), id, ['AnnualRevenue'], sam))[1]).toBe(
      'INVALID_FIELD',
    );
    expect(engine.records.read(engine.object('Account'), id, undefined, sam)).not.toHaveProperty(
      'AnnualRevenue',
    );
    expect(queryError('SELECT AnnualRevenue FROM Account')).toEqual([
      'INVALID_FIELD',
      "No such column 'AnnualRevenue' on entity 'Account'. If you are attempting to use a custom field, be sure to " +
        "append the '__c' after the custom field name. Please reference your WSDL or the describe call for the " +
        'appropriate names.',
    ]);
    expect(queryError('SELECT Id FROM Account WHERE AnnualRevenue > 1')[0]).toBe('INVALID_FIELD');
    expect(queryError('SELECT Id FROM Account ORDER BY AnnualRevenue')[0]).toBe('INVALID_FIELD');
    expect(queryError('SELECT Account.AnnualRevenue FROM Contact')[0]).toBe('INVALID_FIELD');
    expect(queryError('SELECT Id, AnnualRevenue FROM Account WITH SYSTEM_MODE')[0]).toBe('INVALID_FIELD');
    expect(query('SELECT Name FROM Account WITH USER_MODE')).toEqual([['x']]);
    expect(query('SELECT AnnualRevenue FROM Account', engine.user)).toEqual([[5]]);
  });

  it('expands FIELDS() to what is seen', () => {
    insert('Account', { Name: 'x' });
    const [record] = engine.queries.run('SELECT FIELDS(ALL) FROM Account LIMIT 1', {
      user: sam,
      apiVersion: '67.0',
    }).records;
    expect(record).toHaveProperty('Rating');
    expect(record).not.toHaveProperty('AnnualRevenue');
  });

  it('keeps what the user does not see as it was', () => {
    const id = insert('Account', { Name: 'x', AnnualRevenue: 5 });
    engine.records.update(engine.object('Account'), id, { Name: 'y' }, sam);
    expect(query('SELECT Name, AnnualRevenue FROM Account', engine.user)).toEqual([['y', 5]]);
  });

  it('tells its access field by field', () => {
    const account = engine.object('Account');
    const access = (user: OrgUser, name: string) =>
      engine.permissions.fieldAccess(user, account, account.field(name)!);
    expect(['Rating', 'AnnualRevenue', 'Name', 'Id'].map((name) => access(sam, name))).toEqual([
      'read',
      'none',
      'edit',
      'edit',
    ]);
    expect(access(engine.user, 'AnnualRevenue')).toBe('edit');
  });
});

describe('Sharing', () => {
  it('keeps records from those who do not own them', () => {
    start({}, { Account: 'private' });
    const foreign = insert('Account', { Name: 'foreign' });
    const own = insert('Account', { Name: 'own' }, sam);
    insert('Contact', { LastName: 'x', AccountId: foreign });
    const account = engine.object('Account');
    expect(query('SELECT Name FROM Account')).toEqual([['own']]);
    expect(query('SELECT Name FROM Account ORDER BY Name', engine.user)).toEqual([['foreign'], ['own']]);
    expect(query('SELECT LastName FROM Contact WHERE AccountId IN (SELECT Id FROM Account)')).toEqual([]);
    expect(refused(() => engine.records.read(account, foreign, ['Name'], sam))[1]).toBe('NOT_FOUND');
    expect(refused(() => engine.records.update(account, foreign, { Name: 'y' }, sam))).toEqual([
      400,
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
      `insufficient access rights on cross-reference id: ${foreign.slice(0, 15)}`,
      [],
    ]);
    expect(engine.records.read(account, own, ['Name'], sam)).toEqual({ Name: 'own' });
  });

  it('lets others read what is public', () => {
    start({}, { Account: 'read' });
    const foreign = insert('Account', { Name: 'foreign' });
    const account = engine.object('Account');
    expect(query('SELECT Name FROM Account')).toEqual([['foreign']]);
    expect(refused(() => engine.records.update(account, foreign, { Name: 'y' }, sam))[1]).toBe(
      'INSUFFICIENT_ACCESS_OR_READONLY',
    );
    expect(refused(() => engine.records.delete(account, foreign, sam))[1]).toBe(
      'INSUFFICIENT_ACCESS_OR_READONLY',
    );
  });

  it('does not hold for those who view or modify all', () => {
    start(
      { objects: { Account: { viewAll: true }, Contact: { modifyAll: true } } },
      { Account: 'private', Contact: 'private' },
    );
    const account = insert('Account', { Name: 'a' });
    const contact = insert('Contact', { LastName: 'c' });
    expect(query('SELECT Name FROM Account')).toEqual([['a']]);
    expect(
      refused(() => engine.records.update(engine.object('Account'), account, { Name: 'b' }, sam))[1],
    ).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
    engine.records.update(engine.object('Contact'), contact, { LastName: 'd' }, sam);
    expect(query('SELECT LastName FROM Contact')).toEqual([['d']]);
  });
});
