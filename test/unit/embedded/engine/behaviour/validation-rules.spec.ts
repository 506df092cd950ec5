import { afterEach, describe, expect, it } from '@jest/globals';
import type { EmbeddedBehaviourOptions } from '../../../../../lib/embedded/engine/engine-options.interface.js';
import { refusalAnswer, saveErrors } from '../../../../../lib/embedded/rest/error-answer.js';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

let engine: RecordEngine;

afterEach(() => engine.database.close());

const start = (rules: EmbeddedBehaviourOptions['rules']): void => {
  engine = createRecordEngine(undefined, undefined, { ...(rules && { rules }) });
};
const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const update = (object: string, id: string, values: Record<string, unknown>): void =>
  engine.records.update(engine.object(object), id, values, engine.user);
const accounts = (): unknown => engine.database.prepare('SELECT count(*) FROM "Account"').rows()[0]?.[0];

const version = (title: string): string =>
  insert('ContentVersion', { Title: title, PathOnClient: 'a.txt', VersionData: 'aGVsbG8=' });

describe('ValidationRules', () => {
  it('refuse a record with the message of the rule, at its field', () => {
    start({
      Account: [{ when: (account) => account['Phone'] === null, message: 'Call them!', field: 'Phone' }],
    });
    const refusal = refusalOf(() => insert('Account', { Name: 'Acme' }));
    expect(refusalAnswer(refusal)).toEqual({
      status: 400,
      body: [{ message: 'Call them!', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Phone'] }],
    });
    expect(insert('Account', { Name: 'Acme', Phone: '1' })).toBe('001Em0000000002IAA');
    expect(accounts()).toBe(1);
  });

  it('give every reason, those of the page without a field', () => {
    start({
      account: [
        { when: () => true, message: 'One' },
        { when: () => false, message: 'Two' },
        { when: () => true, message: 'Three', field: 'Name' },
      ],
    });
    expect(saveErrors(refusalOf(() => insert('Account', { Name: 'Acme' })))).toEqual([
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'One', fields: [] },
      { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Three', fields: ['Name'] },
    ]);
  });

  it('see the whole record as the API gives it, and what was before', () => {
    const seen: unknown[] = [];
    start({
      Opportunity: [
        {
          when(record, { isNew, before, isChanged, user }) {
            seen.push([
              record['StageName'],
              record['IsClosed'],
              record['CloseDate'],
              isNew,
              before?.['StageName'],
              isChanged('StageName'),
              isChanged('Name'),
              user.id,
            ]);
            return false;
          },
          message: '',
        },
      ],
    });
    const id = insert('Opportunity', { Name: 'x', StageName: 'Prospecting', CloseDate: '2026-05-31' });
    update('Opportunity', id, { StageName: 'Closed Won' });
    const { id: user } = engine.user;
    expect(seen).toEqual([
      ['Prospecting', false, '2026-05-31', true, undefined, true, true, user],
      ['Closed Won', true, '2026-05-31', false, 'Prospecting', true, false, user],
    ]);
  });

  it('undo a change that they refuse, and nothing else of its transaction', () => {
    start({ Account: [{ when: ({ Name }) => Name === 'Bad', message: 'No' }] });
    const id = insert('Account', { Name: 'Good' });
    engine.database.transaction(() => {
      update('Account', id, { Site: 'kept' });
      expect(refusalOf(() => update('Account', id, { Name: 'Bad', Site: 'lost' })).message).toBe('No');
    });
    expect(engine.records.read(engine.object('Account'), id, ['Name', 'Site'])).toEqual({
      Name: 'Good',
      Site: 'kept',
    });
  });

  it('hold for files too, which are published all the same', () => {
    start({ ContentVersion: [{ when: ({ Title }) => Title === 'Bad', message: 'No' }] });
    const id = version('Good');
    expect(
      engine.records.read(engine.object('ContentVersion'), id, ['VersionNumber', 'ContentSize']),
    ).toEqual({
      VersionNumber: '1',
      ContentSize: 5,
    });
    expect(refusalOf(() => version('Bad')).message).toBe('No');
    expect(engine.database.prepare('SELECT count(*) FROM "ContentDocument"').rows()).toEqual([[1]]);
  });

  it('leave deletions alone', () => {
    start({ Account: [{ when: (_, { isNew }) => !isNew, message: 'Never' }] });
    const id = insert('Account', { Name: 'x' });
    engine.records.delete(engine.object('Account'), id, engine.user);
    expect(engine.records.find(engine.object('Account'), id)?.['IsDeleted']).toBe(1);
  });
});
