import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

const UNKNOWN_ACCOUNT = '001Em0000000999IAA';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine();
});

afterEach(() => engine.database.close());

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const read = (object: string, id: string, ...fields: string[]): Record<string, unknown> =>
  engine.records.read(engine.object(object), id, fields.length > 0 ? fields : undefined);
const summary = (work: () => unknown): unknown[] => {
  const refusal = refusalOf(work);
  return [refusal.status, refusal.errorCode, refusal.message, refusal.fields];
};

const refused = (account: string): string =>
  refusalOf(() => insert('Contact', { LastName: 'x', AccountId: account })).errorCode;

describe('ReferenceChecker', () => {
  let account: string;

  beforeEach(() => {
    account = insert('Account', { Name: 'Acme' });
  });

  it('takes ids of 15 characters and stores 18', () => {
    const id = insert('Contact', { LastName: 'x', AccountId: account.slice(0, 15) });
    expect(read('Contact', id, 'AccountId')).toEqual({ AccountId: account });
  });

  it.each([
    ['a wrong checksum', '001Em0000000001AAA'],
    ['19 characters', '001Em0000000001IAA9'],
    ['no id', 'Acme'],
    ['the id of another type', '005Em0000000001IAA'],
    ['an unknown prefix', 'zzzEm0000000001'],
    ['15 characters of another case', '001em0000000001IAA'],
  ])('refuses %s', (_, id) => {
    const refusal = refusalOf(() => insert('Contact', { LastName: 'x', AccountId: id }));
    expect([refusal.errorCode, refusal.fields]).toEqual(['MALFORMED_ID', ['AccountId']]);
    expect(refusal.message).toMatch(/^Account ID: id value of incorrect type: /);
  });

  it('refuses a record that is not there, also when only the case of a 15-character id differs', () => {
    const expected = [400, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []];
    expect(summary(() => insert('Contact', { LastName: 'x', AccountId: UNKNOWN_ACCOUNT }))).toEqual(expected);
    const miscased = account.slice(0, 15).replace('Em', 'eM');
    expect(summary(() => insert('Contact', { LastName: 'x', AccountId: miscased }))).toEqual(expected);
  });

  it('refuses a deleted record', () => {
    engine.records.delete(engine.object('Account'), account, engine.user);
    expect(summary(() => insert('Contact', { LastName: 'x', AccountId: account }))).toEqual([
      400,
      'ENTITY_IS_DELETED',
      'entity is deleted',
      [],
    ]);
  });

  it('takes each type of a polymorphic reference', () => {
    const lead = insert('Lead', { LastName: 'x', Company: 'y' });
    const task = insert('Task', { WhoId: lead, WhatId: account });
    expect(read('Task', task, 'WhoId', 'WhatId')).toEqual({ WhoId: lead, WhatId: account });
    expect(refusalOf(() => insert('Task', { WhoId: account })).errorCode).toBe('MALFORMED_ID');
  });

  it('gives nothing to users who left', async () => {
    const client = await OrgClient.open({
      users: [{ username: 'left@example.com', isActive: false }, { username: 'sam@example.com' }],
    });
    const [left, sam] = await client.query<{ Id: string }>(
      "SELECT Id FROM User WHERE Username LIKE '%@example.com' AND Username != 'admin@example.com' ORDER BY IsActive",
    );
    const id = await client.create('Account', { Name: 'Acme', OwnerId: sam!.Id });
    const refusal = [
      {
        message: `operation performed with inactive user [${left!.Id.slice(0, 15)}] as owner of account`,
        errorCode: 'INACTIVE_OWNER_OR_USER',
        fields: [],
      },
    ];
    expect(await client.patch(`/sobjects/Account/${id}`, { OwnerId: left!.Id })).toMatchObject({
      status: 400,
      body: refusal,
    });
    expect((await client.post('/sobjects/Account', { Name: 'Other', OwnerId: left!.Id })).body).toEqual(
      refusal,
    );
    await client.patch(`/sobjects/User/${sam!.Id}`, { IsActive: false });
    expect((await client.patch(`/sobjects/Account/${id}`, { Name: 'Acme Ltd' })).status).toBe(204);
    await client.close();
  });

  it('sees within a transaction that a parent it has found is deleted, or undone', () => {
    engine.database.transaction(() => {
      insert('Contact', { LastName: 'x', AccountId: account });
      engine.records.delete(engine.object('Account'), account, engine.user);
      expect(refused(account)).toBe('ENTITY_IS_DELETED');
      let undone = '';
      expect(() =>
        engine.database.transaction(() => {
          undone = insert('Account', { Name: 'undone' });
          insert('Contact', { LastName: 'x', AccountId: undone });
          insert('Account', {});
        }),
      ).toThrow('Required fields are missing: [Name]');
      expect(refused(undone)).toBe('INVALID_CROSS_REFERENCE_KEY');
    });
  });
});
