import { describe, expect, it } from '@jest/globals';
import type { ResourceRequest } from '../../../lib/connection/resource-request.interface.js';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { PartialWriteException } from '../../../lib/exceptions/partial-write.exception.js';
import { RecordNotSentException } from '../../../lib/exceptions/record-not-sent.exception.js';
import { RequiredFieldMissingException } from '../../../lib/exceptions/required-field-missing.exception.js';
import { SalesforceUnavailableException } from '../../../lib/exceptions/salesforce-unavailable.exception.js';
import { SalesforceException } from '../../../lib/exceptions/salesforce.exception.js';
import { CollectionsExecutor } from '../../../lib/write/collections.executor.js';
import { FakeConnection } from '../../support/fake-connection.js';

const idOf = (n: number) => `001${String(n).padStart(12, '0')}AAA`;
const records = (count: number) => Array.from({ length: count }, (_, n) => ({ Name: `A${n}` }));
const sentIn = (request: ResourceRequest) =>
  (request.body as { records: readonly { Name: string }[] }).records;

/** An org that gives every record the id of its name. */
const save = (request: ResourceRequest) =>
  sentIn(request).map(({ Name }) => ({ id: idOf(Number(Name.slice(1))), success: true, errors: [] }));

const REFUSED = {
  success: false,
  errors: [
    {
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Name]',
      fields: ['Name'],
    },
  ],
};

const refuseFirst = (request: ResourceRequest) => [REFUSED, ...save(request).slice(1)];

function executorWith(...answers: unknown[]) {
  const connection = new FakeConnection(...answers);
  return { connection, executor: new CollectionsExecutor(connection.asConnection) };
}

const partial = (write: Promise<unknown>): Promise<PartialWriteException> =>
  write.then(
    () => Promise.reject(new Error('was written')),
    (error: unknown) => (error instanceof PartialWriteException ? error : Promise.reject(error)),
  );

describe('CollectionsExecutor', () => {
  it('inserts in one call and gives outcomes in the order of the input', async () => {
    const { connection, executor } = executorWith(save);
    expect(await executor.insert('Account', records(2))).toEqual([
      { index: 0, id: idOf(0), success: true },
      { index: 1, id: idOf(1), success: true },
    ]);
    expect(connection.requests).toEqual([
      {
        path: 'composite/sobjects',
        method: 'POST',
        body: {
          allOrNone: false,
          records: [
            { attributes: { type: 'Account' }, Name: 'A0' },
            { attributes: { type: 'Account' }, Name: 'A1' },
          ],
        },
        signal: undefined,
      },
    ]);
  });

  it.each([
    [0, []],
    [1, [1]],
    [200, [200]],
    [201, [200, 1]],
    [450, [200, 200, 50]],
  ])('sends %d records in calls of %j', async (count, sizes) => {
    const { connection, executor } = executorWith(...sizes.map(() => save));
    const outcomes = await executor.insert('Account', records(count));
    expect(connection.requests.map((request) => sentIn(request).length)).toEqual(sizes);
    expect(outcomes.map(({ index, id }) => [index, id])).toEqual(records(count).map((_, n) => [n, idOf(n)]));
  });

  it('asks for all or none in every call', async () => {
    const { connection, executor } = executorWith(save, save);
    await executor.insert('Account', records(201), { allOrNone: true });
    expect(connection.requests.map(({ body }) => (body as { allOrNone: boolean }).allOrNone)).toEqual([
      true,
      true,
    ]);
  });

  it('updates by id', async () => {
    const { connection, executor } = executorWith([{ id: idOf(1), success: true, errors: [] }]);
    await executor.update('Account', [{ id: idOf(1), body: { Name: 'A1' } }]);
    expect(connection.requests[0]).toMatchObject({
      path: 'composite/sobjects',
      method: 'PATCH',
      body: { records: [{ attributes: { type: 'Account' }, Name: 'A1', id: idOf(1) }] },
    });
  });

  it('sends no record to which nothing is to be written, and counts it as written', async () => {
    const { connection, executor } = executorWith((request: ResourceRequest) =>
      sentIn(request).map(() => ({ id: idOf(1), success: true, errors: [] })),
    );
    const outcomes = await executor.update('Account', [
      { id: idOf(0), body: {} },
      { id: idOf(1), body: { Name: 'A1' } },
      { id: idOf(2), body: {} },
    ]);
    expect(connection.requests).toMatchObject([{ body: { records: [{ id: idOf(1), Name: 'A1' }] } }]);
    expect(outcomes).toEqual([
      { index: 0, id: idOf(0), success: true },
      { index: 1, id: idOf(1), success: true },
      { index: 2, id: idOf(2), success: true },
    ]);
  });

  it('names records by their place in the input, whatever was sent of it', async () => {
    const changed = Array.from({ length: 201 }, (_, n) => ({ id: idOf(n + 1), body: { Name: `A${n}` } }));
    const down = new SalesforceUnavailableException('server too busy', { status: 503 });
    const exception = await partial(
      executorWith(refuseFirst, down).executor.update('Account', [{ id: idOf(0), body: {} }, ...changed]),
    );
    expect(exception.outcomes.map(({ index }) => index)).toEqual(Array.from({ length: 202 }, (_, n) => n));
    expect(exception.failures.map(({ index, id }) => [index, id])).toEqual([
      [1, idOf(1)],
      [201, idOf(201)],
    ]);
    expect(exception.message).toMatch(/^2 of 202 Account records were not updated\. The first is record 1: /);
  });

  it('upserts below object and external id, and tells which records are new', async () => {
    const { connection, executor } = executorWith([
      { id: idOf(1), success: true, errors: [], created: true },
      { id: idOf(2), success: true, errors: [], created: false },
    ]);
    expect(await executor.upsert('Account', 'Erp__c', [{ Erp__c: 'a' }, { Erp__c: 'b' }])).toEqual([
      { index: 0, id: idOf(1), success: true, created: true },
      { index: 1, id: idOf(2), success: true, created: false },
    ]);
    expect(connection.requests[0]).toMatchObject({
      path: 'composite/sobjects/Account/Erp__c',
      method: 'PATCH',
    });
  });

  it('deletes by ids in the URL', async () => {
    const { connection, executor } = executorWith([
      { id: idOf(1), success: true, errors: [] },
      { id: idOf(2), success: true, errors: [] },
    ]);
    await executor.delete('Account', [idOf(1), idOf(2)], { allOrNone: true });
    expect(connection.requests).toEqual([
      {
        path: 'composite/sobjects',
        method: 'DELETE',
        query: { ids: `${idOf(1)},${idOf(2)}`, allOrNone: 'true' },
        signal: undefined,
      },
    ]);
  });

  describe('when a record is refused', () => {
    it('accounts for every record, also when it is the only one', async () => {
      const exception = await partial(executorWith([REFUSED]).executor.insert('Account', records(1)));
      expect(exception.outcomes).toHaveLength(1);
      expect(exception.message).toBe(
        '1 of 1 Account records were not inserted. The first is record 0: Required fields are missing: [Name]',
      );
    });

    it('keeps what was written and says why the rest was not', async () => {
      const answer = [{ id: idOf(0), success: true, errors: [] }, REFUSED];
      const exception = await partial(executorWith(answer).executor.insert('Account', records(2)));
      expect(exception.outcomes[0]).toEqual({ index: 0, id: idOf(0), success: true });
      expect(exception.failures).toHaveLength(1);
      const [failure] = exception.failures;
      expect(failure).toMatchObject({ index: 1, success: false });
      expect(failure?.exception).toBeInstanceOf(RequiredFieldMissingException);
      expect(exception).toMatchObject({
        code: 'SF_PARTIAL_WRITE',
        errorCode: 'REQUIRED_FIELD_MISSING',
        fields: ['Name'],
        connection: 'default',
        cause: failure?.exception,
      });
    });

    it('goes on with the calls that follow', async () => {
      const { connection, executor } = executorWith(refuseFirst, save);
      const exception = await partial(executor.insert('Account', records(201)));
      expect(connection.requests).toHaveLength(2);
      expect(exception.outcomes.map(({ success }) => success).filter(Boolean)).toHaveLength(200);
      expect(exception.outcomes[200]).toEqual({ index: 200, id: idOf(200), success: true });
    });

    it('gives no id to a record whose creation was rolled back', async () => {
      const rolledBack = {
        id: idOf(0),
        success: false,
        errors: [
          {
            statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
            message:
              'Record rolled back because not all records were valid and the request was using AllOrNone header',
            fields: [],
          },
        ],
      };
      const exception = await partial(
        executorWith([rolledBack, REFUSED]).executor.insert('Account', records(2), { allOrNone: true }),
      );
      expect(exception.outcomes[0]?.id).toBeUndefined();
      expect(exception.outcomes[0]?.exception?.errorCode).toBe('ALL_OR_NONE_OPERATION_ROLLED_BACK');
      expect(exception.errorCode).toBe('REQUIRED_FIELD_MISSING');
      expect(exception.message).toBe(
        '2 of 2 Account records were not inserted. The first is record 1: Required fields are missing: [Name]',
      );
    });

    it('names the record by its id where that is known', async () => {
      const exception = await partial(executorWith([REFUSED]).executor.delete('Account', [idOf(7)]));
      expect(exception.outcomes[0]).toMatchObject({ index: 0, id: idOf(7), success: false });
    });
  });

  describe('when a call fails as a whole', () => {
    const down = new SalesforceUnavailableException('server too busy', { status: 503 });

    it('throws the exception itself when nothing was written before', async () => {
      const { connection, executor } = executorWith(down);
      await expect(executor.insert('Account', records(250))).rejects.toBe(down);
      expect(connection.requests).toHaveLength(1);
    });

    it('loses nothing of what earlier calls wrote, and sends nothing more', async () => {
      const { connection, executor } = executorWith(save, down);
      const exception = await partial(executor.insert('Account', records(450)));
      expect(connection.requests).toHaveLength(2);
      expect(exception.outcomes).toHaveLength(450);
      expect(exception.outcomes.map(({ index }) => index)).toEqual(records(450).map((_, n) => n));
      expect(exception.outcomes.slice(0, 200).every(({ success, id }) => success && id)).toBe(true);
      expect(exception.outcomes.slice(200, 400).every((outcome) => outcome.exception === down)).toBe(true);
      for (const { exception: notSent } of exception.outcomes.slice(400)) {
        expect(notSent).toBeInstanceOf(RecordNotSentException);
        expect(notSent?.cause).toBe(down);
      }
    });

    it('takes an abort between two calls for such a failure', async () => {
      const aborted = new DOMException('This operation was aborted', 'AbortError');
      const { executor } = executorWith(save, () => {
        throw aborted;
      });
      const exception = await partial(executor.insert('Account', records(201)));
      expect(exception.outcomes[200]?.exception).toBeInstanceOf(SalesforceException);
      expect(exception.outcomes[200]?.exception?.cause).toBe(aborted);
    });

    it.each([
      ['fewer results than records', [{ id: idOf(0), success: true, errors: [] }]],
      ['no list', { done: true }],
      ['nothing', undefined],
    ])('refuses an answer with %s', async (_, answer) => {
      await expect(executorWith(answer).executor.insert('Account', records(2))).rejects.toThrow(
        InvalidResponseException,
      );
    });
  });
});
