import { describe, expect, it } from '@jest/globals';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { RequiredFieldMissingException } from '../../../lib/exceptions/required-field-missing.exception.js';
import { SingleRecordExecutor } from '../../../lib/write/single-record.executor.js';
import { FakeConnection } from '../../support/fake-connection.js';

const ID = '0015g00000A1b2CAAR';

function executorWith(...answers: unknown[]) {
  const connection = new FakeConnection(...answers);
  return { connection, executor: new SingleRecordExecutor(connection.asConnection) };
}

describe('SingleRecordExecutor', () => {
  it('posts a new record and gives its id', async () => {
    const { connection, executor } = executorWith({ id: ID, success: true, errors: [] });
    expect(await executor.insert('Account', { Name: 'Acme' })).toBe(ID);
    expect(connection.requests).toEqual([
      { path: 'sobjects/Account', method: 'POST', body: { Name: 'Acme' }, signal: undefined },
    ]);
  });

  it('refuses an answer without an id instead of giving none', async () => {
    const { executor } = executorWith({ success: true });
    await expect(executor.insert('Account', {})).rejects.toThrow(InvalidResponseException);
  });

  it('patches a record by id', async () => {
    const { connection, executor } = executorWith(undefined);
    await executor.update('Account', ID, { Phone: null });
    expect(connection.requests).toEqual([
      { path: `sobjects/Account/${ID}`, method: 'PATCH', body: { Phone: null }, signal: undefined },
    ]);
  });

  it('deletes a record by id', async () => {
    const { connection, executor } = executorWith(undefined);
    await executor.delete('Account', ID);
    expect(connection.requests).toEqual([
      { path: `sobjects/Account/${ID}`, method: 'DELETE', signal: undefined },
    ]);
  });

  it("throws the record's own exception and passes the signal on", async () => {
    const refused = new RequiredFieldMissingException('Required fields are missing: [Name]');
    const { connection, executor } = executorWith(refused);
    const { signal } = new AbortController();
    await expect(executor.insert('Account', {}, { signal })).rejects.toBe(refused);
    expect(connection.requests[0]?.signal).toBe(signal);
  });

  describe('upsert', () => {
    it.each([
      ['says created', { id: ID, success: true, errors: [], created: true }, true],
      ['says updated', { id: ID, success: true, errors: [], created: false }, false],
      [
        'is a body of before version 46.0, which only a creation has',
        { id: ID, success: true, errors: [] },
        true,
      ],
    ])('tells what happened when the answer %s', async (_, answer, created) => {
      const { executor } = executorWith(answer);
      expect(await executor.upsert('Account', 'Erp__c', 'A-1', {})).toEqual({ id: ID, created });
    });

    it('asks for the id where the answer to an update has no body', async () => {
      const { connection, executor } = executorWith(undefined, { attributes: { type: 'Account' }, Id: ID });
      expect(await executor.upsert('Account', 'Erp__c', 'A-1', { Name: 'Acme' })).toEqual({
        id: ID,
        created: false,
      });
      expect(connection.requests[1]).toEqual({
        path: 'sobjects/Account/Erp__c/A-1',
        query: { fields: 'Id' },
        signal: undefined,
      });
    });

    it.each([
      ['a/b', 'a%2Fb'],
      ['ä ö', '%C3%A4%20%C3%B6'],
      ['50%?#', '50%25%3F%23'],
    ])('encodes the external id %s', async (value, encoded) => {
      const { connection, executor } = executorWith({ id: ID, success: true, errors: [], created: true });
      await executor.upsert('Account', 'Erp__c', value, { Name: 'Acme' });
      expect(connection.requests).toEqual([
        {
          path: `sobjects/Account/Erp__c/${encoded}`,
          method: 'PATCH',
          body: { Name: 'Acme' },
          signal: undefined,
        },
      ]);
    });
  });
});
