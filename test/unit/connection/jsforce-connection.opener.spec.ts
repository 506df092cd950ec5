import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';
import { json } from '../transport/loopback-server.js';
import { LoopbackOrg } from './loopback-org.js';

describe('openJsforceConnection', () => {
  const orgs: LoopbackOrg[] = [];
  const connected = async (...answer: Parameters<typeof LoopbackOrg.listen>) => {
    const server = await LoopbackOrg.listen(...answer);
    orgs.push(server);
    return { server, connection: server.connect() };
  };

  afterEach(async () => {
    for (const org of orgs.splice(0)) await org.close();
  });

  it('queries and writes with our session, at our API version', async () => {
    const { server, connection } = await connected(({ method }, response) =>
      method === 'POST'
        ? json(response, 201, { id: '001x', success: true, errors: [] })
        : json(response, 200, {
            totalSize: 1,
            done: true,
            records: [{ attributes: { type: 'Account' }, Id: '001x' }],
          }),
    );
    const jsforce = await connection.jsforce();
    expect(await jsforce.sobject('Account').create({ Name: 'Ünal' })).toMatchObject({
      id: '001x',
      success: true,
    });
    expect((await jsforce.query('SELECT Id FROM Account')).records).toMatchObject([{ Id: '001x' }]);
    expect(server.calls[0]).toMatchObject({
      method: 'POST',
      url: '/services/data/v67.0/sobjects/Account',
      body: '{"Name":"Ünal"}',
      headers: { authorization: 'Bearer token-1', 'content-type': 'application/json' },
    });
    expect(server.calls[1]?.url).toMatch(/^\/services\/data\/v67\.0\/query\?q=SELECT/);
    expect(server.logins).toBe(1);
  });

  it('is opened once', async () => {
    const { server, connection } = await connected((_request, response) => json(response, 200, {}));
    const [first, second] = await Promise.all([connection.jsforce(), connection.jsforce()]);
    expect(first).toBe(second);
    expect(server.logins).toBe(1);
  });

  it('is not spoilt by a login that failed', async () => {
    let down = true;
    const { connection } = await connected(
      () => undefined,
      (response) => {
        if (down) response.writeHead(503).end();
        return down;
      },
    );
    await expect(connection.jsforce()).rejects.toMatchObject({ name: 'SalesforceUnavailableException' });
    down = false;
    expect((await connection.jsforce()).accessToken).toBe('token-1');
  });

  it('follows a renewal of the session', async () => {
    let expired = false;
    const { server, connection } = await connected(({ headers }, response) =>
      expired && headers.authorization === 'Bearer token-1'
        ? json(response, 401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }])
        : json(response, 200, { fine: true }),
    );
    const jsforce = await connection.jsforce();
    expect(jsforce.accessToken).toBe('token-1');
    expired = true;
    expect(await jsforce.request('/limits')).toEqual({ fine: true });
    expect(jsforce.accessToken).toBe('token-2');
    expect(server.logins).toBe(2);
  });

  it('sends two calls, and no storm, to a server that refuses every session', async () => {
    const { server, connection } = await connected((_request, response) =>
      json(response, 401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]),
    );
    const jsforce = await connection.jsforce();
    await expect(jsforce.request('/limits')).rejects.toThrow('Session expired or invalid');
    expect(server.calls).toHaveLength(2);
    expect(server.logins).toBe(2);
  });

  it('gives what is not JSON in the form jsforce knows', async () => {
    const { connection } = await connected((_request, response) =>
      response
        .writeHead(200, { 'content-type': 'text/xml' })
        .end('<result><name>Acme &amp; Co</name></result>'),
    );
    expect(await (await connection.jsforce()).request('/xml')).toEqual({ result: { name: 'Acme & Co' } });
  });

  it('streams bytes down', async () => {
    const bytes = Buffer.from([0, 255, 254, 128, 10]);
    const { connection } = await connected((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(bytes),
    );
    const jsforce = await connection.jsforce();
    expect(await buffer(jsforce.sobject('Attachment').record('00P').blob('Body'))).toEqual(bytes);
  });

  it('streams a body up', async () => {
    const { server, connection } = await connected((_request, response) =>
      json(response, 201, { stored: true }),
    );
    const jsforce = await connection.jsforce();
    const upload = jsforce.request({
      method: 'PUT',
      url: '/upload',
      headers: { 'content-type': 'text/csv' },
    });
    Readable.from(['Name\n', 'Acme\n']).pipe(upload.stream());
    expect(await upload).toEqual({ stored: true });
    expect(server.calls[0]).toMatchObject({
      method: 'PUT',
      body: 'Name\nAcme\n',
      headers: { 'content-type': 'text/csv' },
    });
  });

  it('sends multipart forms', async () => {
    const { server, connection } = await connected((_request, response) =>
      json(response, 201, { id: '0Af' }),
    );
    const jsforce = await connection.jsforce();
    await jsforce.metadata.deployRest(Buffer.from('ZIP-BYTES'), {});
    const [call] = server.calls;
    expect(call?.headers['content-type']).toMatch(/^multipart\/form-data; ?boundary=/);
    expect(call?.body).toContain('ZIP-BYTES');
  });

  it('rejects with our exception when there is no answer', async () => {
    const { server, connection } = await connected((_request, response) => response.destroy());
    const jsforce = await connection.jsforce();
    await expect(jsforce.request('/limits')).rejects.toMatchObject({ name: 'SalesforceNetworkException' });
    expect(server.calls).toHaveLength(1);
  });

  it('cannot log in by itself', async () => {
    const { connection } = await connected((_request, response) => json(response, 200, {}));
    const jsforce = await connection.jsforce();
    expect(() => {
      jsforce.accessToken = 'other';
    }).toThrow(SalesforceConfigurationException);
    expect(jsforce.accessToken).toBe('token-1');
  });

  it('shows no token when inspected', async () => {
    const { connection } = await connected((_request, response) => json(response, 200, {}));
    const jsforce = await connection.jsforce();
    await jsforce.request('/limits');
    expect(inspect(jsforce, { depth: 10, showHidden: false })).not.toContain('token-1');
  });
});
