import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import jsforce from 'jsforce';
import { Pool } from 'undici';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import type { EmbeddedOrgServer } from '../../lib/embedded/embedded-org-options.interface.js';

const DATA = '/services/data/v67.0';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

const json = <Body>({ body }: Reply) => JSON.parse(body.toString()) as Body;

describe('the formats of the REST API, over HTTP', () => {
  let org: EmbeddedOrg;
  let server: EmbeddedOrgServer;
  let pool: Pool;

  beforeAll(async () => {
    org = await EmbeddedOrg.create({
      duplicateRules: { Contact: [{ match: ['Email'], action: 'alert' }] },
    });
    server = await org.listen();
    pool = new Pool(server.url);
  });
  afterAll(async () => {
    await pool.close();
    await org.close();
  });

  const send = async (
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Uint8Array,
  ): Promise<Reply> => {
    const reply = await pool.request({
      method: method as 'GET',
      path: path.startsWith('/services') ? path : DATA + path,
      headers: { authorization: `Bearer ${org.accessToken}`, ...headers },
      body,
    });
    return {
      status: reply.statusCode,
      headers: reply.headers,
      body: Buffer.from(await reply.body.arrayBuffer()),
    };
  };
  const create = async (object: string, values: object) => {
    const reply = await send(
      'POST',
      `/sobjects/${object}`,
      { 'content-type': 'application/json' },
      JSON.stringify(values),
    );
    return json<{ id: string }>(reply).id;
  };

  /** Writes to a socket as no HTTP client would, and reads what comes back. */
  const raw = async (bytes: string, end = true): Promise<string> => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(bytes);
    if (end) socket.end();
    return text(socket);
  };
  const head = (method: string, path: string, ...lines: string[]) =>
    [
      `${method} ${path} HTTP/1.1`,
      'Host: org',
      `Authorization: Bearer ${org.accessToken}`,
      ...lines,
      '',
      '',
    ].join('\r\n');
  /** How many contacts the org has. */
  const count = async () =>
    json<{ totalSize: number }>(await send('GET', '/query?q=SELECT+COUNT()+FROM+Contact')).totalSize;
  const isAlive = async () => expect((await send('GET', '/services/data')).status).toBe(200);

  describe('JSON and XML', () => {
    it('go in and come out', async () => {
      const types = { 'content-type': 'application/xml; charset=UTF-8', accept: 'application/xml' };
      const created = await send(
        'POST',
        '/sobjects/Account',
        types,
        `${XML}<Account><Name>Größe</Name></Account>`,
      );
      expect(created.status).toBe(201);
      expect(created.headers['content-type']).toBe('application/xml;charset=UTF-8');
      const id = /<id>(\w{18})<\/id>/.exec(created.body.toString())?.[1];
      expect(created.headers['location']).toBe(`${DATA}/sobjects/Account/${id}`);
      const found = await send('GET', `/query.xml?q=SELECT+Name+FROM+Account+WHERE+Id='${id}'`);
      expect(found.body.toString()).toBe(
        `${XML}<QueryResult><done>true</done><records type="Account" url="${DATA}/sobjects/Account/${id}">` +
          '<Name>Größe</Name></records><totalSize>1</totalSize></QueryResult>',
      );
    });

    it('are asked for by browsers, too', async () => {
      const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
      expect((await send('GET', '/limits', { accept })).body.toString()).toMatch(
        /^<\?xml .*<LimitsSnapshot>/,
      );
      expect(json((await send('GET', '/limits.json', { accept })) as Reply)).toHaveProperty(
        'DailyApiRequests',
      );
    });

    it('carry errors', async () => {
      const refused = await send('GET', '/sobjects/Nothing', { accept: 'application/xml' });
      expect([refused.status, refused.body.toString()]).toEqual([
        404,
        `${XML}<Errors><Error><errorCode>NOT_FOUND</errorCode><message>The requested resource does not exist</message></Error></Errors>`,
      ]);
      const stranger = await send('GET', '/limits', { authorization: 'Bearer x', accept: 'application/xml' });
      expect([stranger.status, stranger.body.toString()]).toEqual([
        401,
        `${XML}<Errors><Error><errorCode>INVALID_SESSION_ID</errorCode><message>Session expired or invalid</message></Error></Errors>`,
      ]);
    });
  });

  describe('compression', () => {
    it('is undone in requests', async () => {
      const account = Buffer.from('{"Name":"Acme"}');
      const type = { 'content-type': 'application/json' };
      for (const [coding, body] of [
        ['gzip', gzipSync(account)],
        ['deflate', deflateSync(account)],
      ] as const) {
        const reply = await send('POST', '/sobjects/Account', { ...type, 'content-encoding': coding }, body);
        expect(reply.status).toBe(201);
      }
    });

    it('is done where it is wanted', async () => {
      const path = '/sobjects/Account/describe';
      const zipped = await send('GET', path, { 'accept-encoding': 'deflate;q=0.5, gzip' });
      expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
      const plain = await send('GET', path, { 'accept-encoding': 'gzip;q=0' });
      expect(plain.headers).not.toHaveProperty('content-encoding');
      expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    });

    it('knows what a client has by a tag that it got with compressed content', async () => {
      const path = '/sobjects/Account/describe';
      const { headers } = await send('GET', path, { 'accept-encoding': 'gzip' });
      expect(headers['etag']).toMatch(/^".+--gzip"$/);
      const again = await send('GET', path, { 'if-none-match': String(headers['etag']) });
      expect([again.status, again.body.length, again.headers['content-length']]).toEqual([304, 0, undefined]);
    });

    it('does not let bodies explode', async () => {
      const bomb = gzipSync(Buffer.alloc(51 * 1024 * 1024, ' '));
      const type = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      expect((await send('POST', '/sobjects/Account', type, bomb)).status).toBe(413);
      await isAlive();
    });
  });

  describe('content in parts', () => {
    it('is stored and given back byte by byte, tens of megabytes of it', async () => {
      const content = Buffer.alloc(60 * 1024 * 1024);
      for (let at = 0; at < content.length; at += 4) content.writeUInt32LE((at * 2_654_435_761) >>> 0, at);
      const body = Buffer.concat([
        Buffer.from(
          '--x\r\nContent-Disposition: form-data; name="entity_content";\r\nContent-Type: application/json\r\n\r\n' +
            '{"PathOnClient":"large.bin"}\r\n--x\r\nContent-Type: application/octet-stream\r\n' +
            'Content-Disposition: form-data; name="VersionData"; filename="large.bin"\r\n\r\n',
        ),
        content,
        Buffer.from('\r\n--x--\r\n'),
      ]);
      const before = process.memoryUsage().rss;
      const type = { 'content-type': 'multipart/form-data; boundary=x' };
      const created = await send('POST', '/sobjects/ContentVersion', type, body);
      expect(created.status).toBe(201);
      const path = `/sobjects/ContentVersion/${json<{ id: string }>(created).id}`;
      expect(json(await send('GET', `${path}?fields=ContentSize,VersionData`))).toMatchObject({
        ContentSize: content.length,
        VersionData: `${DATA}${path}/VersionData`,
      });
      const { headers, body: received } = await send('GET', `${path}/VersionData`);
      expect(headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="large.bin"; filename*=UTF-8''large.bin`,
      });
      expect(received.equals(content)).toBe(true);
      expect((process.memoryUsage().rss - before) / content.length).toBeLessThan(8);
    });

    it('comes from jsforce, which sends it before the record', async () => {
      const connection = new jsforce.Connection({
        instanceUrl: server.url,
        accessToken: org.accessToken,
        version: '67.0',
      });
      const created = await connection.sobject('ContentVersion').create(
        { PathOnClient: 'x.bin', VersionData: 'AAEC/w==' },
        {
          multipartFileFields: {
            VersionData: { filename: 'x.bin', contentType: 'application/octet-stream' },
          },
        },
      );
      expect(created).toEqual({ id: expect.stringMatching(/^068\w{15}$/), success: true, errors: [] });
      const path = `/sobjects/ContentVersion/${created.id}/VersionData`;
      expect([...(await send('GET', path)).body]).toEqual([0, 1, 2, 255]);
    });

    it('is refused where it is cut off', async () => {
      const type = { 'content-type': 'multipart/form-data; boundary=x' };
      const reply = await send(
        'POST',
        '/sobjects/Attachment',
        type,
        '--x\r\nContent-Type: application/json\r\n\r\n{}',
      );
      expect([reply.status, json(reply)]).toEqual([
        400,
        [
          {
            message: 'Multipart message ends before its closing boundary',
            errorCode: 'INVALID_MULTIPART_REQUEST',
          },
        ],
      ]);
    });
  });

  describe('methods', () => {
    it('include HEAD', async () => {
      const path = `/sobjects/Account/${await create('Account', { Name: 'Acme' })}`;
      const { status, headers, body } = await send('HEAD', path);
      expect([status, body.length, headers['content-type']]).toEqual([
        200,
        0,
        'application/json;charset=UTF-8',
      ]);
      expect(headers['etag']).toMatch(/^"[A-Za-z0-9+/]{43}="$/);
    });

    it('are refused where a resource has none', async () => {
      const reply = await send('DELETE', '/limits');
      expect([reply.status, json(reply)]).toEqual([
        405,
        [
          {
            message: "HTTP Method 'DELETE' not allowed. Allowed are HEAD,GET",
            errorCode: 'METHOD_NOT_ALLOWED',
          },
        ],
      ]);
    });

    it('are not promised to scripts of strangers', async () => {
      const preflight = { origin: 'https://evil.example.com', 'access-control-request-method': 'GET' };
      expect((await send('OPTIONS', '/limits', preflight)).status).toBe(403);
    });
  });

  describe('headers', () => {
    const type = { 'content-type': 'application/json' };

    it('let records be saved that duplicate rules warn of', async () => {
      const contact = JSON.stringify({ LastName: 'Doe', Email: 'jane.doe@example.com' });
      expect((await send('POST', '/sobjects/Contact', type, contact)).status).toBe(201);
      const refused = await send('POST', '/sobjects/Contact', type, contact);
      expect([refused.status, json(refused)]).toMatchObject([400, [{ errorCode: 'DUPLICATES_DETECTED' }]]);
      const allowing = { ...type, 'sforce-duplicate-rule-header': 'allowSave=true' };
      expect((await send('POST', '/sobjects/Contact', allowing, contact)).status).toBe(201);
    });

    it('make pages as large as they are asked to be', async () => {
      const records = Array.from({ length: 200 }, (_, index) => ({
        attributes: { type: 'Lead' },
        LastName: `Doe ${index}`,
        Company: 'Acme',
      }));
      for (let round = 0; round < 2; round++) {
        await send('POST', '/composite/sobjects', type, JSON.stringify({ records }));
      }
      const options = { 'sforce-query-options': 'batchSize=200' };
      const page = json<{ records: unknown[]; done: boolean; nextRecordsUrl: string }>(
        await send('GET', '/query?q=SELECT+Id+FROM+Lead', options),
      );
      expect([page.records.length, page.done]).toEqual([200, false]);
      expect(page.nextRecordsUrl).toMatch(/^\/services\/data\/v67\.0\/query\/01g\w+-200$/);
    });

    it('lay answers out for people', async () => {
      const { body } = await send('GET', '/sobjects/Nothing', { 'x-prettyprint': '1' });
      expect(body.toString()).toBe(
        '[ {\n  "message" : "The requested resource does not exist",\n  "errorCode" : "NOT_FOUND"\n} ]',
      );
    });
  });

  describe('paths and versions', () => {
    it.each([
      ['/services/data/v20.0/limits', 410],
      ['/services/data/v30.0/limits', 200],
      ['/services/data/latest/limits', 200],
      ['/services/data/v67/limits', 404],
      ['//services//data/v67.0//limits/', 200],
      ['/services/data/v67.0/../../etc/passwd', 404],
      ['/services/data/v67.0/%2e%2e/limits', 404],
      ['/services/data/v67.0/sobjects/%00', 404],
      ['/services/data/v67.0/sobjects/%zz', 404],
      ['/services/data/v67.0/sobjects/%E2%82%AC', 404],
    ])('answer %s with %d', async (path, status) => {
      expect((await raw(head('GET', path, 'Connection: close'))).split('\r\n')[0]).toMatch(
        new RegExp(`^HTTP/1\\.1 ${status} `),
      );
    });

    it('may be whole URLs, as proxies send them', async () => {
      const reply = await raw(head('GET', `http://org${DATA}/limits`, 'Connection: close'));
      expect(reply).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    });

    it('may be no longer than the web server takes', async () => {
      const reply = await send('GET', `/query?q=${'x'.repeat(16_384)}`);
      expect([reply.status, reply.headers['content-type'], reply.body.toString()]).toEqual([
        414,
        'text/html;charset=ISO-8859-1',
        '<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>',
      ]);
    });
  });

  describe('broken connections', () => {
    it('are answered as far as the request is whole', async () => {
      expect(await raw(head('GET', `${DATA}/limits`))).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    });

    it('do no harm with bodies that are cut off', async () => {
      const before = await count();
      const start = head(
        'POST',
        `${DATA}/sobjects/Contact`,
        'Content-Type: application/json',
        'Content-Length: 100',
      );
      expect(await raw(`${start}{"LastName":"Doe"}`)).not.toMatch(/^HTTP\/1\.1 2/);
      const chunked = head(
        'POST',
        `${DATA}/sobjects/Contact`,
        'Content-Type: application/json',
        'Transfer-Encoding: chunked',
      );
      expect(await raw(`${chunked}12\r\n{"LastName":"Doe"}\r\n`)).not.toMatch(/^HTTP\/1\.1 2/);
      expect(await raw(`${chunked}zz\r\n{"LastName":"Doe"}\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
      expect(await count()).toBe(before);
      await isAlive();
    });

    it('do no harm with compressed bodies that are cut off', async () => {
      const body = gzipSync('{"LastName":"Doe"}');
      const type = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
      expect((await send('POST', '/sobjects/Contact', type, body.subarray(0, 15))).status).toBe(400);
      await isAlive();
    });

    it('end while content is being sent', async () => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(head('GET', `${DATA}/sobjects/Account/describe`));
      await once(socket, 'data');
      socket.destroy();
      await once(socket, 'close');
      await isAlive();
    });
  });
});
