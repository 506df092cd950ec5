import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

interface CompositeReply {
  readonly compositeResponse: readonly {
    readonly body: unknown;
    readonly httpHeaders: Readonly<Record<string, string>>;
    readonly httpStatusCode: number;
    readonly referenceId: string;
  }[];
}

const ROOT = '/services/data/v67.0';
const HALTED = [
  {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.',
  },
];

describe('composite resource', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  const send = (compositeRequest: unknown, allOrNone = false) =>
    client.post<CompositeReply>('/composite', { allOrNone, compositeRequest });

  const createAccount = {
    method: 'POST',
    url: `${ROOT}/sobjects/Account`,
    referenceId: 'account',
    body: { Name: 'Acme' },
  };

  it('runs calls in order, each able to refer to those before', async () => {
    const { status, body } = await send([
      createAccount,
      {
        method: 'POST',
        url: `${ROOT}/sobjects/Contact`,
        referenceId: 'contact',
        body: { LastName: 'Doe', AccountId: '@{account.id}' },
      },
      { method: 'GET', url: `${ROOT}/sobjects/Account/@{account.id}?fields=Name`, referenceId: 'row' },
      {
        method: 'GET',
        url: `${ROOT}/query/?q=select Account.Name from Contact where Id = '@{contact.id}'`,
        referenceId: 'query',
      },
    ]);
    expect(status).toBe(200);
    const [account, contact, row, query] = body.compositeResponse;
    const { id } = account!.body as { id: string };
    expect(account).toEqual({
      body: { id, success: true, errors: [] },
      httpHeaders: { Location: `${ROOT}/sobjects/Account/${id}` },
      httpStatusCode: 201,
      referenceId: 'account',
    });
    expect(contact?.httpStatusCode).toBe(201);
    expect(row).toMatchObject({ body: { Name: 'Acme' }, httpHeaders: {}, httpStatusCode: 200 });
    expect(query?.body).toMatchObject({ totalSize: 1, done: true, records: [{ Account: { Name: 'Acme' } }] });
  });

  it('carries queries that are too long for a URL', async () => {
    await client.create('Account', { Name: 'Acme' });
    const names = Array.from({ length: 2000 }, (_, index) => `'Account ${index}'`);
    const q = `SELECT Id FROM Account WHERE Name IN ('Acme', ${names.join(', ')})`;
    expect(q.length).toBeGreaterThan(20_000);
    const { body } = await send([
      { method: 'GET', url: `${ROOT}/query?q=${encodeURIComponent(q)}`, referenceId: 'q' },
    ]);
    expect(body.compositeResponse[0]).toMatchObject({ httpStatusCode: 200, body: { totalSize: 1 } });
  });

  it('goes on after a failure', async () => {
    const { body } = await send([
      { ...createAccount, body: {} },
      {
        method: 'POST',
        url: `${ROOT}/sobjects/Contact`,
        referenceId: 'c1',
        body: { LastName: '@{account.id}' },
      },
      { method: 'POST', url: `${ROOT}/sobjects/Contact`, referenceId: 'c2', body: { LastName: 'Doe' } },
      { method: 'GET', url: `${ROOT}/sobjects/Foo`, referenceId: 'foo' },
    ]);
    expect(body.compositeResponse).toMatchObject([
      { httpStatusCode: 400, body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }] },
      {
        httpStatusCode: 400,
        body: [
          {
            errorCode: 'PROCESSING_HALTED',
            message: 'Invalid reference specified. No value for account.id found in account',
          },
        ],
      },
      { httpStatusCode: 201 },
      {
        httpStatusCode: 404,
        body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
      },
    ]);
    expect(await client.query('SELECT LastName FROM Contact')).toMatchObject([{ LastName: 'Doe' }]);
  });

  it('does all or nothing', async () => {
    const { status, body } = await send(
      [
        createAccount,
        { method: 'POST', url: `${ROOT}/sobjects/Contact`, referenceId: 'contact', body: {} },
        { method: 'GET', url: `${ROOT}/limits`, referenceId: 'limits' },
      ],
      true,
    );
    expect(status).toBe(200);
    expect(body.compositeResponse).toMatchObject([
      { httpStatusCode: 400, body: HALTED, httpHeaders: {} },
      { httpStatusCode: 400, body: [{ message: 'Required fields are missing: [LastName]' }] },
      { httpStatusCode: 400, body: HALTED },
    ]);
    expect(await client.query('SELECT Id FROM Account')).toEqual([]);
  });

  it('counts as one call', async () => {
    const before = await client.get('/limits');
    await send([createAccount, { ...createAccount, referenceId: 'another' }]);
    const after = await client.get('/limits');
    expect(before.headers['sforce-limit-info']).toBe('api-usage=1/100000');
    expect(after.headers['sforce-limit-info']).toBe('api-usage=3/100000');
  });

  it.each<[string, unknown, string]>([
    ['no sub-requests', [], 'REQUIRED_FIELD_MISSING'],
    [
      '26 sub-requests',
      Array.from({ length: 26 }, (_, i) => ({ ...createAccount, referenceId: `r${i}` })),
      'LIMIT_EXCEEDED',
    ],
    [
      'six queries',
      Array.from({ length: 6 }, (_, i) => ({
        method: 'GET',
        url: `${ROOT}/query?q=x`,
        referenceId: `r${i}`,
      })),
      'LIMIT_EXCEEDED',
    ],
    ['a made-up method', [{ ...createAccount, method: 'BOGUS' }], 'JSON_PARSER_ERROR'],
    ['no URL', [{ ...createAccount, url: undefined }], 'REQUIRED_FIELD_MISSING'],
    ['a reference id with a dash', [{ ...createAccount, referenceId: 'a-b' }], 'JSON_PARSER_ERROR'],
    ['a reference id used twice', [createAccount, createAccount], 'JSON_PARSER_ERROR'],
  ])('refuses a request with %s as a whole', async (_, compositeRequest, errorCode) => {
    expect(await send(compositeRequest)).toMatchObject({ status: 400, body: [{ errorCode }] });
    expect(await client.query('SELECT Id FROM Account')).toEqual([]);
  });
});
