import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
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
});
