import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

interface BatchReply {
  readonly hasErrors: boolean;
  readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

const create = (values: object) => ({
  method: 'POST',
  url: 'v67.0/sobjects/Account',
  richInput: values,
});

describe('batch resource', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  const send = (batchRequests: unknown, haltOnError?: boolean) =>
    client.post<BatchReply>('/composite/batch', { haltOnError, batchRequests });

  const names = { method: 'GET', url: 'v67.0/query?q=SELECT+Name+FROM+Account+ORDER+BY+Name' };

  it('runs calls one after the other, each by itself', async () => {
    const { status, body } = await send([
      create({ Name: 'Acme' }),
      create({}),
      create({ Name: 'Globex' }),
      names,
    ]);
    expect(status).toBe(200);
    expect(body.hasErrors).toBe(true);
    expect(body.results.map(({ statusCode }) => statusCode)).toEqual([201, 400, 201, 200]);
    expect(body.results[0]?.result).toMatchObject({ success: true });
    expect(body.results[1]?.result).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING' }]);
    expect(body.results[3]?.result).toMatchObject({ records: [{ Name: 'Acme' }, { Name: 'Globex' }] });
  });

  it('stops at the first failure where it is asked to', async () => {
    const { body } = await send([create({ Name: 'Acme' }), create({}), create({ Name: 'Globex' })], true);
    expect(body.results.map(({ statusCode }) => statusCode)).toEqual([201, 400, 412]);
    expect(body.results[2]?.result).toEqual([
      { errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' },
    ]);
    expect(await client.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
  });

  it('says that nothing failed, and gives null for an answer without a body', async () => {
    const id = await client.create('Account', { Name: 'Acme' });
    const { body } = await send([{ method: 'DELETE', url: `v67.0/sobjects/Account/${id}` }]);
    expect(body).toEqual({ hasErrors: false, results: [{ statusCode: 204, result: null }] });
  });

  it('takes a longer query than a URL does', async () => {
    await client.create('Account', { Name: 'Acme' });
    const others = Array.from({ length: 1_000 }, (_, i) => `'Account number ${i}'`);
    const soql = `SELECT Name FROM Account WHERE Name IN ('Acme', ${others.join(', ')})`;
    const { body } = await send([{ method: 'GET', url: `v67.0/query?q=${encodeURIComponent(soql)}` }]);
    expect(body.results[0]?.result).toMatchObject({ records: [{ Name: 'Acme' }] });
  });

  it.each([
    'v67.0/composite/batch',
    'v67.0/tooling/query?q=x',
    'v67.0/nothing',
    '../../services/oauth2/token',
  ])('does not reach %s', async (url) => {
    const { body } = await send([{ method: 'POST', url, richInput: {} }]);
    expect(body.results).toEqual([
      {
        statusCode: 404,
        result: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
      },
    ]);
  });

  it.each([
    [undefined, 'REQUIRED_FIELD_MISSING'],
    [[], 'REQUIRED_FIELD_MISSING'],
    [[{ method: 'BOGUS', url: 'v67.0/limits' }], 'JSON_PARSER_ERROR'],
    [[{ method: 'GET' }], 'REQUIRED_FIELD_MISSING'],
    [[null], 'JSON_PARSER_ERROR'],
    [Array.from({ length: 26 }, () => names), 'LIMIT_EXCEEDED'],
  ])('refuses the whole of %#', async (requests, errorCode) => {
    const { status, body } = await send(requests);
    expect(status).toBe(400);
    expect(body).toMatchObject([{ errorCode }]);
  });
});
