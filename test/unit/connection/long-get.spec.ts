import { describe, expect, it } from '@jest/globals';
import { longGet } from '../../../lib/connection/long-get.js';
import { MalformedQueryException } from '../../../lib/exceptions/malformed-query.exception.js';
import { SalesforceException } from '../../../lib/exceptions/salesforce.exception.js';
import { FakeConnection } from '../../support/fake-connection.js';

const LONG = 'é'.repeat(2600); // six characters each, once encoded

function connectionAnswering(...answers: unknown[]) {
  return Object.assign(new FakeConnection(...answers), { apiVersion: '67.0' }) as FakeConnection & {
    apiVersion: string;
    resource<T>(): Promise<T>;
  };
}

describe('longGet', () => {
  it('reads by URL what fits into one', async () => {
    const connection = connectionAnswering({ searchRecords: [] });
    const { signal } = new AbortController();
    expect(await longGet(connection, { path: 'search', query: { q: 'FIND {ab}' }, signal })).toEqual({
      searchRecords: [],
    });
    expect(connection.requests).toEqual([{ path: 'search', query: { q: 'FIND {ab}' }, signal }]);
  });

  it('sends in a batch of one what does not', async () => {
    const connection = connectionAnswering({ hasErrors: false, results: [{ statusCode: 200, result: [1] }] });
    expect(await longGet(connection, { path: 'search', query: { q: LONG } })).toEqual([1]);
    expect(connection.requests).toEqual([
      {
        method: 'POST',
        path: 'composite/batch',
        body: { batchRequests: [{ method: 'GET', url: `v67.0/search?q=${'%C3%A9'.repeat(2600)}` }] },
      },
    ]);
  });

  it('makes an exception of the refusal of a batched request', async () => {
    const refusal = [{ errorCode: 'MALFORMED_SEARCH', message: 'No search term found.' }];
    const failing = longGet(
      connectionAnswering({ hasErrors: true, results: [{ statusCode: 400, result: refusal }] }),
      { path: 'search', query: { q: LONG } },
    );
    await expect(failing).rejects.toBeInstanceOf(MalformedQueryException);
    await expect(failing).rejects.toMatchObject({
      message: 'No search term found.',
      status: 400,
      connection: 'default',
    });
  });

  it('does not take a batch without an answer for one', async () => {
    const failing = longGet(connectionAnswering({ hasErrors: false, results: [] }), {
      path: 'search',
      query: { q: LONG },
    });
    await expect(failing).rejects.toBeInstanceOf(SalesforceException);
  });
});
