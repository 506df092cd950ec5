import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

interface CompositeReply {
  readonly compositeResponse: readonly {
    readonly body: unknown;
    readonly httpHeaders: Readonly<Record<string, string>>;
    readonly httpStatusCode: number;
  }[];
}

describe('sub-requests of a composite request', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open({ clock: () => new Date('2026-05-06T09:49:20Z') });
  });
  afterEach(() => client.close());

  const send = (compositeRequest: unknown, version = '67.0') =>
    client.post<CompositeReply>(`/services/data/v${version}/composite`, { compositeRequest });

  it('report the headers that a describe has', async () => {
    const { body } = await send([
      { method: 'GET', url: '/services/data/v67.0/sobjects/Account/describe', referenceId: 'ref1' },
    ]);
    const [describe] = body.compositeResponse;
    expect(describe).toMatchObject({ httpStatusCode: 200, body: { name: 'Account' } });
    expect(describe?.httpHeaders).toEqual({
      ETag: expect.stringMatching(/^"[0-9a-f]{8}"$/),
      'Last-Modified': 'Wed, 06 May 2026 09:49:20 GMT',
    });
  });

  it.each([
    '/services/data/v67.0/composite',
    '/services/data/v67.0/composite/batch',
    '/services/data/v67.0/composite/tree/Account',
    '/services/data/v67.0/tooling/query?q=SELECT+Id+FROM+ApexClass',
    '/services/data/v67.0/jobs/ingest',
  ])('cannot be %s', async (url) => {
    const { status, body } = await send([{ method: 'GET', url, referenceId: 'ref' }]);
    expect(status).toBe(200);
    expect(body.compositeResponse).toMatchObject([
      { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
    ]);
  });

  it('refer to an element of an earlier answer', async () => {
    await client.create('Account', { Name: 'Acme' });
    const { body } = await send([
      { method: 'GET', url: '/services/data/v67.0/query?q=SELECT Id FROM Account', referenceId: 'ref' },
      {
        method: 'POST',
        url: '/services/data/v67.0/sobjects/Contact',
        referenceId: 'contact',
        body: { LastName: 'Doe', AccountId: '@{ref.records[0].Id}' },
      },
    ]);
    expect(body.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([200, 201]);
    expect(await client.query('SELECT Account.Name FROM Contact')).toMatchObject([
      { Account: { Name: 'Acme' } },
    ]);
  });

  it.each([
    ['67.0', 201],
    ['51.0', 400],
  ])('refer to a null in v%s: %i', async (version, status) => {
    const id = await client.create('Account', { Name: 'Acme' });
    const { body } = await send(
      [
        {
          method: 'GET',
          url: `/services/data/v${version}/sobjects/Account/${id}?fields=Phone`,
          referenceId: 'a',
        },
        {
          method: 'POST',
          url: `/services/data/v${version}/sobjects/Contact`,
          referenceId: 'c',
          body: { LastName: 'Doe', Phone: '@{a.Phone}' },
        },
      ],
      version,
    );
    expect(body.compositeResponse[1]?.httpStatusCode).toBe(status);
  });

  it('may have any reference id before v52.0', async () => {
    const request = [{ method: 'GET', url: '/services/data/v51.0/limits', referenceId: 'not-allowed' }];
    expect((await send(request, '51.0')).status).toBe(200);
    expect(await send(request, '52.0')).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'JSON_PARSER_ERROR',
          message:
            "Provided referenceId ('not-allowed') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').",
        },
      ],
    });
  });

  it('are listed by what takes them', async () => {
    expect((await client.get('/services/data/v45.0/composite')).body).toEqual({
      tree: '/services/data/v45.0/composite/tree',
      batch: '/services/data/v45.0/composite/batch',
      sobjects: '/services/data/v45.0/composite/sobjects',
    });
  });
});
