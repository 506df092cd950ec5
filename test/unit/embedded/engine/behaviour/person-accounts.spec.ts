import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../../lib/embedded/catalog/catalog.js';
import { queryValues } from '../../../../support/query-values.js';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine(undefined, Catalog.standard({ personAccounts: true }));
});

afterEach(() => engine.database.close());

const insert = (values: Record<string, unknown>): string =>
  engine.records.insert(engine.object('Account'), values, engine.user);
const query = (soql: string): unknown[][] => queryValues(engine, soql);

describe('PersonAccounts', () => {
  it('makes a person of an account with a last name, and a contact of the person', () => {
    const id = insert({ FirstName: 'Jane', LastName: 'Doe', PersonEmail: 'jane@example.com', Phone: '1' });
    expect(query('SELECT Id, Name, IsPersonAccount, RecordType.DeveloperName FROM Account')).toMatchObject([
      [id, 'Jane Doe', true, { DeveloperName: 'PersonAccount' }],
    ]);
    const [[contact] = []] = query('SELECT PersonContactId FROM Account') as string[][];
    expect(query('SELECT Id, AccountId, Name, Email, Phone, IsPersonAccount FROM Contact')).toEqual([
      [contact, id, 'Jane Doe', 'jane@example.com', '1', true],
    ]);
  });

  it('leaves companies alone', () => {
    insert({ Name: 'Acme' });
    expect(
      query('SELECT Name, IsPersonAccount, PersonContactId, RecordType.DeveloperName FROM Account'),
    ).toMatchObject([['Acme', false, null, { DeveloperName: 'Business_Account' }]]);
    expect(query('SELECT Id FROM Contact')).toEqual([]);
    expect(refusalOf(() => insert({})).message).toBe('Required fields are missing: [Name]');
  });

  it('keeps the contact in step', () => {
    const id = insert({ FirstName: 'Jane', LastName: 'Doe' });
    engine.records.update(engine.object('Account'), id, { LastName: 'Roe', PersonTitle: 'Dr' }, engine.user);
    expect(query('SELECT Name, (SELECT Name, Title FROM Contacts) FROM Account')).toMatchObject([
      ['Jane Roe', { records: [{ Name: 'Jane Roe', Title: 'Dr' }] }],
    ]);
    engine.records.delete(engine.object('Account'), id, engine.user);
    expect(query('SELECT Id FROM Contact')).toEqual([]);
  });

  it('refuses names that do not go together', () => {
    expect(refusalOf(() => insert({ Name: 'x', LastName: 'Doe' })).message).toBe(
      'Account: bad field names on insert/update call: Name',
    );
    const company = insert({ Name: 'Acme' });
    const refusal = refusalOf(() =>
      engine.records.update(engine.object('Account'), company, { PersonEmail: 'a@example.com' }, engine.user),
    );
    expect([refusal.errorCode, refusal.message, refusal.fields]).toEqual([
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      'Account: bad field names on insert/update call: PersonEmail',
      ['PersonEmail'],
    ]);
  });
});
