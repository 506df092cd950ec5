import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { OrgClient } from '../../../support/org-client.js';

const JSON_TYPE = { 'content-type': 'application/json' };

function brokenCatalog(): Catalog {
  const catalog = Catalog.standard();
  const get = catalog.get.bind(catalog);
  catalog.get = (name: string) => {
    if (name === 'Broken') throw new TypeError('secret detail');
    return get(name);
  };
  return catalog;
}

describe('RestRouter', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('answers JSON that nobody caches, with the usage of the API', async () => {
    const { headers } = await client.get('/sobjects');
    expect(headers).toMatchObject({
      'content-type': 'application/json;charset=UTF-8',
      'cache-control': 'no-cache,must-revalidate,max-age=0,no-store,private',
      'sforce-limit-info': 'api-usage=1/100000',
    });
  });

  it.each([null, 'made-up'])('refuses the session %j', async (token) => {
    expect(await client.get('/sobjects', { token })).toMatchObject({
      status: 401,
      body: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
    });
  });

  it('refuses another kind of credentials', async () => {
    expect(await client.get('/sobjects', { headers: { authorization: 'Basic YTpi' } })).toMatchObject({
      status: 401,
      body: [{ message: 'INVALID_HEADER_TYPE', errorCode: 'INVALID_AUTH_HEADER' }],
    });
  });

  it('takes OAuth for Bearer', async () => {
    const authorization = `OAuth ${client.org.accessToken}`;
    expect((await client.get('/sobjects', { headers: { authorization } })).status).toBe(200);
  });

  it('asks for a session before it says what there is', async () => {
    expect((await client.get('/nothing', { token: null })).status).toBe(401);
  });

  it.each([
    '/nothing',
    '/services/other',
    '/services/data/v67.0/sobjects/Account/a/b/c/d',
    '/sobjects/%E0%A4%A',
  ])('knows no resource at %s', async (path) => {
    expect(await client.get(path)).toMatchObject({
      status: 404,
      body: [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }],
    });
  });

  it('names the methods that a resource has', async () => {
    expect(await client.delete('/sobjects/Account')).toMatchObject({
      status: 405,
      body: [
        {
          message: "HTTP Method 'DELETE' not allowed. Allowed are GET,POST",
          errorCode: 'METHOD_NOT_ALLOWED',
        },
      ],
    });
  });

  it('answers HEAD like GET, without a body', async () => {
    const { status, headers, body } = await client.call('HEAD', '/sobjects/Account', {});
    expect([status, body]).toEqual([200, undefined]);
    expect(headers['content-type']).toBe('application/json;charset=UTF-8');
  });

  it.each([
    [
      '{ "LastName" jones }',
      "Unexpected character ('j' (code 106)): was expecting a colon to separate field name and value at [line:1, column:14]",
    ],
    ['', 'The HTTP entity body is required, but this request has no entity body.'],
    ['[]', 'Unexpected parsing exception. Expected: START_OBJECT, but found START_ARRAY'],
    ['null', 'Unexpected parsing exception. Expected: START_OBJECT, but found VALUE'],
  ])('refuses the body %j', async (body, message) => {
    expect(await client.post('/sobjects/Contact', body, { headers: JSON_TYPE })).toMatchObject({
      status: 400,
      body: [{ message, errorCode: 'JSON_PARSER_ERROR' }],
    });
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
    'refuses a body of %s',
    async (type) => {
      const reply = await client.post('/sobjects/Contact', '{"LastName":"Doe"}', {
        headers: { 'content-type': type },
      });
      expect(reply).toMatchObject({ status: 415, body: [{ errorCode: 'UNSUPPORTED_MEDIA_TYPE' }] });
      expect(await client.query('SELECT Id FROM Contact')).toEqual([]);
    },
  );

  it('refuses a URL, a head and a body that are too large', async () => {
    const url = await client.get(`/query?q=${'x'.repeat(16_384)}`);
    expect([url.status, url.body]).toEqual([414, '<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>']);
    const head = await client.get('/limits', { headers: { 'x-long': 'x'.repeat(16_384) } });
    expect([head.status, head.body]).toEqual([
      431,
      '<h1>Bad Message 431</h1><pre>reason: Request Header Fields Too Large</pre>',
    ]);
    const body = await client.post('/sobjects/Account', 'x'.repeat(50 * 1024 * 1024 + 1), {
      headers: JSON_TYPE,
    });
    expect(body.status).toBe(413);
  });

  describe('when the org itself fails', () => {
    it('says so without saying what, tells its owner, and goes on', async () => {
      const failures: [unknown, string][] = [];
      const broken = await OrgClient.open({
        catalog: brokenCatalog(),
        onUnexpectedError: (error, errorId) => failures.push([error, errorId]),
      });
      try {
        const { status, headers, body } =
          await broken.get<{ message: string }[]>('/sobjects/Broken/describe');
        expect(status).toBe(500);
        expect(headers['sforce-limit-info']).toBe('api-usage=1/100000');
        expect(body).toEqual([{ message: expect.any(String), errorCode: 'UNKNOWN_EXCEPTION' }]);
        expect(body[0]?.message).toMatch(
          /^An unexpected error occurred\. Please include this ErrorId if you contact support: \d+-\d+ \(-\d+\)$/,
        );
        expect(failures).toEqual([[new TypeError('secret detail'), body[0]?.message.split('support: ')[1]]]);
        expect((await broken.get('/sobjects/Account/describe')).status).toBe(200);
      } finally {
        await broken.close();
      }
    });
  });
});
