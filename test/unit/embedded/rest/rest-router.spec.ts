import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { OrgClient } from '../../../support/org-client.js';

const JSON_TYPE = { 'content-type': 'application/json' };

const subrequest = (path: string, referenceId: string) => ({
  method: 'GET',
  url: `/services/data/v67.0${path}`,
  referenceId,
});

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

  /** Creates an account. */
  const send = (body: Uint8Array, coding: string) =>
    client.org.transport.dispatch({
      method: 'POST',
      url: `${client.org.instanceUrl}/services/data/v67.0/sobjects/Account`,
      headers: {
        ...JSON_TYPE,
        authorization: `Bearer ${client.org.accessToken}`,
        'content-encoding': coding,
      },
      body,
    });

  it('answers JSON that nobody caches, with the usage of the API', async () => {
    const { headers } = await client.get('/sobjects');
    expect(headers).toMatchObject({
      'content-type': 'application/json;charset=UTF-8',
      'cache-control': 'no-cache,must-revalidate,max-age=0,no-store,private',
      'sforce-limit-info': 'api-usage=1/100000',
    });
  });

  it('tells an app of the calls that it has', async () => {
    const limited = await OrgClient.open({
      user: { password: 'secret' },
      apps: [{ clientId: 'key', name: 'sample-connected-app', dailyApiCalls: 250 }],
    });
    try {
      const { body } = await limited.post<{ access_token: string }>(
        '/services/oauth2/token',
        'grant_type=password&client_id=key&client_secret=x&username=admin@example.com&password=secret',
        { token: null, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      );
      await limited.get('/limits');
      expect((await limited.get('/limits', { token: body.access_token })).headers['sforce-limit-info']).toBe(
        'api-usage=2/100000; per-app-api-usage=1/250(appName=sample-connected-app)',
      );
      const refused = await limited.get('/nothing', { token: body.access_token });
      expect(refused.headers['sforce-limit-info']).toBe(
        'api-usage=3/100000; per-app-api-usage=2/250(appName=sample-connected-app)',
      );
    } finally {
      await limited.close();
    }
  });

  it.each([null, 'made-up', 'something invalid/expired'])('refuses the session %j', async (token) => {
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
    '/sobjects/Account/../Contact',
    '/sobjects/%2e%2e/Account',
    '/sobjects/Account%00',
    '/sobjects/Ac%2Fcount',
    '/sobjects/Äccount',
  ])('knows no resource at %s', async (path) => {
    expect(await client.get(path)).toMatchObject({
      status: 404,
      body: [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }],
    });
  });

  it('names the methods that a resource has', async () => {
    expect(await client.delete('/sobjects/Account')).toMatchObject({
      status: 405,
      headers: { allow: 'HEAD, GET, POST' },
      body: [
        {
          message: "HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET,POST",
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

  it.each([
    ['text/plain', 'text/plain'],
    ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
    ['Multipart/Related; boundary=x', 'multipart/related'],
    ['application/json; charset=martian', 'application/json;charset=martian'],
  ])('refuses a body of %s', async (type, name) => {
    const reply = await client.post('/sobjects/Contact', '{"LastName":"Doe"}', {
      headers: { 'content-type': type },
    });
    expect(reply).toMatchObject({
      status: 415,
      body: [
        {
          message: `MediaType of '${name}' is not supported by this resource`,
          errorCode: 'UNSUPPORTED_MEDIA_TYPE',
        },
      ],
    });
    expect(await client.query('SELECT Id FROM Contact')).toEqual([]);
  });

  it.each([
    undefined,
    'application/json',
    'APPLICATION/JSON',
    'application/json;charset=utf-8',
    'application/json; charset="UTF-8"',
    'application/json; charset=utf8',
  ])('takes JSON of type %j', async (type) => {
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    expect((await client.post('/sobjects/Account', '\uFEFF{"Name":"Größe"}', { headers })).status).toBe(201);
    expect(await client.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Größe' }]);
  });

  it.each(['//sobjects///Account/', '/SOBJECTS/account', '/sobjects/Account.json'])(
    'finds what %s means',
    async (path) => {
      const { status, body } = await client.get<{ objectDescribe: { name: string } }>(path);
      expect([status, body.objectDescribe.name]).toEqual([200, 'Account']);
    },
  );

  describe('in XML', () => {
    const NIL = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
    const XML_TYPE = { 'content-type': 'application/xml', accept: 'application/xml' };

    it('creates, reads, changes and finds records', async () => {
      const created = await client.post<string>(
        '/sobjects/Account',
        `<?xml version="1.0" encoding="UTF-8"?><Account${NIL}><Name>A &amp; B</Name><AnnualRevenue>350000000</AnnualRevenue><Site xsi:nil="true"/></Account>`,
        { headers: XML_TYPE },
      );
      expect([created.status, created.headers['content-type']]).toEqual([
        201,
        'application/xml;charset=UTF-8',
      ]);
      const id =
        /^<\?xml version="1\.0" encoding="UTF-8"\?><Result><id>(001\w{15})<\/id><success>true<\/success><\/Result>$/.exec(
          created.body,
        )?.[1];
      const url = `/sobjects/Account/${id}`;
      const xml = '<?xml version="1.0" encoding="UTF-8"?>';
      const attributes = `type="Account" url="/services/data/v67.0/sobjects/Account/${id}"`;
      const fields = '?fields=Name,AnnualRevenue,Site,NumberOfEmployees';
      expect((await client.get(`${url}.xml${fields}`)).body).toBe(
        `${xml}<Account${NIL} ${attributes}><Name>A &amp; B</Name><AnnualRevenue>3.5E8</AnnualRevenue><Site xsi:nil="true"/>` +
          '<NumberOfEmployees xsi:nil="true"/></Account>',
      );
      const patched = await client.patch(url, '<Account><NumberOfEmployees>5</NumberOfEmployees></Account>', {
        headers: XML_TYPE,
      });
      expect([patched.status, patched.body]).toEqual([204, undefined]);
      const query = '/query?q=SELECT+Name,NumberOfEmployees+FROM+Account';
      expect((await client.get(query, { headers: XML_TYPE })).body).toBe(
        `${xml}<QueryResult><done>true</done><records ${attributes}><Name>A &amp; B</Name>` +
          '<NumberOfEmployees>5</NumberOfEmployees></records><totalSize>1</totalSize></QueryResult>',
      );
      expect((await client.get(`${url}.json?fields=Name`, { headers: XML_TYPE })).body).toMatchObject({
        Name: 'A & B',
      });
    });

    it('refuses', async () => {
      const { status, body } = await client.get('/sobjects/Nothing', { headers: XML_TYPE });
      expect([status, body]).toEqual([
        404,
        '<?xml version="1.0" encoding="UTF-8"?><Errors><Error><errorCode>NOT_FOUND</errorCode>' +
          '<message>The requested resource does not exist</message></Error></Errors>',
      ]);
    });

    it.each([
      [
        '<Account><Name>Acme</Account>',
        'The element type "Name" must be terminated by the matching end-tag "</Name>".',
      ],
      [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Account><Name>&x;</Name></Account>',
        'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.',
      ],
      ['{"Name":"Acme"}', 'Content is not allowed in prolog.'],
    ])('refuses the body %s', async (text, message) => {
      const reply = await client.post('/sobjects/Account', text, { headers: { 'content-type': 'text/xml' } });
      expect(reply).toMatchObject({ status: 400, body: [{ message, errorCode: 'XML_PARSER_ERROR' }] });
    });

    it('is not what composite requests are answered in', async () => {
      const compositeRequest = [{ method: 'GET', url: '/services/data/v67.0/limits', referenceId: 'a' }];
      const { headers } = await client.post(
        '/composite',
        { compositeRequest },
        { headers: { accept: 'application/xml' } },
      );
      expect(headers['content-type']).toBe('application/json;charset=UTF-8');
    });

    it('runs no composite requests', async () => {
      const reply = await client.post('/composite', '<a/>', {
        headers: { 'content-type': 'application/xml' },
      });
      expect(reply).toMatchObject({
        status: 415,
        body: [{ message: "MediaType of 'application/xml' is not supported by this resource" }],
      });
    });

    it.each([
      ['/services/data/v50.0', /^<\?xml [^>]*\?><urls>.*<limits>\/services\/data\/v50\.0\/limits<\/limits>/],
      [
        '/services/data',
        /^<\?xml [^>]*\?><Versions>.*<Version><label>Summer &apos;14<\/label><url>\/services\/data\/v31\.0</,
      ],
      ['/limits', /^<\?xml [^>]*\?><LimitsSnapshot>.*<DailyApiRequests><Max>100000<\/Max><Remaining>99999</],
      ['/sobjects/Account/describe', /^<\?xml [^>]*\?><Account[^>]*>.*<fields>.*<name>Account<\/name>/],
      ['/sobjects', /^<\?xml [^>]*\?><DescribeGlobal[^>]*><encoding>UTF-8</],
    ])('tells about %s', async (path, expected) => {
      expect((await client.get(path, { headers: { accept: 'application/xml' } })).body).toMatch(expected);
    });
  });

  it('writes sums and averages as decimal numbers', async () => {
    for (const NumberOfEmployees of [1, 3]) {
      await client.create('Account', { Name: 'Acme', AnnualRevenue: 5, NumberOfEmployees });
    }
    const soql =
      'SELECT SUM(AnnualRevenue) total, AVG(NumberOfEmployees), COUNT(Id), Name FROM Account GROUP BY Name';
    const response = await client.org.transport.dispatch({
      method: 'GET',
      url: `${client.org.instanceUrl}/services/data/v67.0/query?q=${encodeURIComponent(soql)}`,
      headers: { authorization: `Bearer ${client.org.accessToken}` },
    });
    expect(await response.text()).toBe(
      '{"totalSize":1,"done":true,"records":[{"attributes":{"type":"AggregateResult"},"total":10.0,"expr0":2.0,"expr1":2,"Name":"Acme"}]}',
    );
  });

  it('writes decimal numbers as the platform does', async () => {
    const id = await client.create('Account', { Name: 'Acme', AnnualRevenue: 5 });
    const { body } = await client.get<string>(`/sobjects/Account/${id}?fields=AnnualRevenue`, {
      headers: { 'x-prettyprint': '1' },
    });
    expect(body).toMatchObject({ AnnualRevenue: 5 });
    const response = await client.org.transport.dispatch({
      method: 'GET',
      url: `${client.org.instanceUrl}/services/data/v67.0/sobjects/Account/${id}?fields=AnnualRevenue`,
      headers: { authorization: `Bearer ${client.org.accessToken}`, 'x-prettyprint': '1' },
    });
    expect(await response.text()).toBe(`{
  "attributes" : {
    "type" : "Account",
    "url" : "/services/data/v67.0/sobjects/Account/${id}"
  },
  "AnnualRevenue" : 5.0
}`);
  });

  describe('with a compressed body', () => {
    const acme = Buffer.from('{"Name":"Acme"}');

    it.each([
      ['gzip', gzipSync(acme)],
      ['deflate', deflateSync(acme)],
    ])('undoes %s', async (coding, body) => {
      expect((await send(body, coding)).status).toBe(201);
    });

    it('refuses what it does not know', async () => {
      const response = await send(acme, 'br');
      expect([response.status, await response.text()]).toEqual([
        415,
        '[{"message":"MediaType of \'br\' is not supported by this resource","errorCode":"UNSUPPORTED_MEDIA_TYPE"}]',
      ]);
    });

    it('refuses what is corrupt or explodes', async () => {
      expect((await send(acme, 'gzip')).status).toBe(400);
      expect((await send(gzipSync(Buffer.alloc(60 * 1024 * 1024)), 'gzip')).status).toBe(413);
      expect(await client.query('SELECT Id FROM Account')).toEqual([]);
    });
  });

  it('answers a sub-request with a bad path by itself', async () => {
    const id = await client.create('Account', { Name: 'Acme' });
    const { status, body } = await client.post('/composite', {
      compositeRequest: [
        subrequest('/sobjects/%zz', 'bad'),
        subrequest(`/sobjects/Account/${id}?fields=Name`, 'good'),
      ],
    });
    expect([status, body]).toMatchObject([
      200,
      { compositeResponse: [{ httpStatusCode: 404 }, { httpStatusCode: 200, body: { Name: 'Acme' } }] },
    ]);
  });

  it('takes another method from the URL or a header of a POST', async () => {
    const id = await client.create('Account', { Name: 'Acme' });
    const url = `/sobjects/Account/${id}`;
    expect((await client.post(`${url}?_HttpMethod=PATCH`, { Name: 'New' })).status).toBe(204);
    const headers = { 'x-http-method-override': 'DELETE' };
    expect((await client.post(url, undefined, { headers })).status).toBe(204);
    expect(await client.query('SELECT Id FROM Account')).toEqual([]);
  });

  it('answers scripts of allowed origins only', async () => {
    const allowing = await OrgClient.open({ corsOrigins: ['https://app.example.com'] });
    const headers = { origin: 'https://app.example.com' };
    try {
      expect((await allowing.get('/limits', { headers })).headers).toMatchObject({
        'access-control-allow-origin': 'https://app.example.com',
        'sforce-limit-info': 'api-usage=1/100000',
      });
      const refused = await client.get('/limits', { headers });
      expect(refused.headers).not.toHaveProperty('access-control-allow-origin');
    } finally {
      await allowing.close();
    }
  });

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
