import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { queryValues } from '../../../../support/query-values.js';
import { createRecordEngine, customObject, type RecordEngine } from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine();
  engine.catalog.define({
    ...customObject('Opportunity', []),
    custom: false,
    recordTypes: [
      { developerName: 'Renewal', name: 'Renewal' },
      { developerName: 'New', name: 'New Business', isDefault: true },
    ],
  });
});

afterEach(() => engine.database.close());

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const opportunity = (values: Record<string, unknown> = {}): string =>
  insert('Opportunity', { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-05-31', ...values });
const query = (soql: string): unknown[][] => queryValues(engine, soql);

describe('RecordTypes', () => {
  it('are records of their own, made once', () => {
    engine.recordTypes.establish(engine.object('Opportunity'));
    opportunity();
    opportunity();
    expect(
      query('SELECT Id, DeveloperName, Name, SobjectType, IsActive FROM RecordType ORDER BY Id'),
    ).toEqual([
      ['012Em0000000001IAA', 'Renewal', 'Renewal', 'Opportunity', true],
      ['012Em0000000002IAA', 'New', 'New Business', 'Opportunity', true],
    ]);
    expect(
      engine.object('Opportunity').definition.recordTypes?.map(({ recordTypeId }) => recordTypeId),
    ).toEqual(['012Em0000000001IAA', '012Em0000000002IAA']);
  });

  it('are given to new records that do not say theirs', () => {
    opportunity();
    opportunity({ RecordTypeId: '012Em0000000001' });
    opportunity({ RecordTypeId: '012000000000000AAA' });
    expect(query('SELECT RecordTypeId, RecordType.Name FROM Opportunity ORDER BY Id')).toMatchObject([
      ['012Em0000000002IAA', { Name: 'New Business' }],
      ['012Em0000000001IAA', { Name: 'Renewal' }],
      ['012000000000000AAA', null],
    ]);
  });

  it('belong to one object', () => {
    opportunity();
    const refusal = refusalOf(() => insert('Account', { Name: 'x', RecordTypeId: '012Em0000000001IAA' }));
    expect([refusal.errorCode, refusal.message, refusal.fields]).toEqual([
      'INVALID_CROSS_REFERENCE_KEY',
      "Record Type ID: this ID value isn't valid for the user: 012Em0000000001IAA",
      ['RecordTypeId'],
    ]);
  });
});
