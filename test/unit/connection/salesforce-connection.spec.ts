import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { AmbiguousExternalIdException } from '../../../lib/exceptions/ambiguous-external-id.exception.js';
import { AuthenticationException } from '../../../lib/exceptions/authentication.exception.js';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';
import { SalesforceTimeoutException } from '../../../lib/exceptions/salesforce-timeout.exception.js';
import { SalesforceUnavailableException } from '../../../lib/exceptions/salesforce-unavailable.exception.js';
import { SchemaMismatchException } from '../../../lib/exceptions/schema-mismatch.exception.js';
import { SessionExpiredException } from '../../../lib/exceptions/session-expired.exception.js';
import { fakeDispatch } from '../transport/fake-dispatch.js';
import { json } from '../transport/loopback-server.js';
import { LoopbackOrg } from './loopback-org.js';

const EXPIRED = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }];
const TOKEN_PATH = '/services/oauth2/token';

describe('SalesforceConnection', () => {
  it('names the Node it needs, before one that is too old fails somewhere below', () => {
    const versions = Object.getOwnPropertyDescriptor(process, 'versions')!;
    Object.defineProperty(process, 'versions', { ...versions, value: { node: '20.19.5' } });
    try {
      expect(() => new SalesforceConnection('test', { embedded: {} })).toThrow(
        'nestjs-salesforce needs Node.js 22.19 or newer; this is 20.19.5.',
      );
    } finally {
      Object.defineProperty(process, 'versions', versions);
    }
  });

  const orgs: LoopbackOrg[] = [];
  const org = async (...answer: Parameters<typeof LoopbackOrg.listen>): Promise<LoopbackOrg> => {
    const listening = await LoopbackOrg.listen(...answer);
    orgs.push(listening);
    return listening;
  };

  afterEach(async () => {
    for (const listening of orgs.splice(0)) await listening.close();
  });

  describe('session', () => {
    it('touches nothing before the first call', async () => {
      const server = await org((_request, response) => json(response, 200, {}));
      const connection = server.connect();
      expect(server.requests).toHaveLength(0);
      await connection.limits();
      expect(server.requests.map(({ url }) => url)).toEqual([TOKEN_PATH, '/services/data/v67.0/limits']);
    });

    it('shares one login among twenty concurrent first calls', async () => {
      const server = await org((_request, response) => json(response, 200, {}));
      const connection = server.connect();
      await Promise.all(Array.from({ length: 20 }, () => connection.limits()));
      expect(server.logins).toBe(1);
      expect(server.calls).toHaveLength(20);
    });

    it('shares one renewal among twenty concurrent calls with an expired session', async () => {
      const server = await org(({ headers }, response) =>
        headers.authorization === 'Bearer token-1' && expired
          ? json(response, 401, EXPIRED)
          : json(response, 200, { token: headers.authorization }),
      );
      let expired = false;
      const connection = server.connect();
      await connection.connect();
      expired = true;
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => connection.resource<{ token: string }>({ path: 'limits' })),
      );
      expect(new Set(answers.map(({ token }) => token))).toEqual(new Set(['Bearer token-2']));
      expect(server.logins).toBe(2);
    });

    it('sends one call to a server that refuses every session, when it logged in for that call', async () => {
      const server = await org((_request, response) => json(response, 401, EXPIRED));
      await expect(server.connect().limits()).rejects.toBeInstanceOf(SessionExpiredException);
      expect(server.logins).toBe(1);
      expect(server.calls).toHaveLength(1);
    });

    it('logs in once more and sends two calls to a server that refuses every session, when it had one', async () => {
      const server = await org((_request, response) => json(response, 401, EXPIRED));
      const connection = server.connect();
      await connection.connect();
      const failure = await connection.limits().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(SessionExpiredException);
      expect(failure).toMatchObject({
        message: 'Session expired or invalid',
        errorCode: 'INVALID_SESSION_ID',
        status: 401,
        connection: 'emea',
      });
      expect(server.logins).toBe(2);
      expect(server.calls).toHaveLength(2);
    });

    it('tells that a given session has expired, in the words of Salesforce', async () => {
      const server = await org((_request, response) => json(response, 401, EXPIRED));
      const connection = server.connect({
        auth: { flow: 'session', accessToken: 'given', instanceUrl: server.url },
      });
      await connection.connect();
      await expect(connection.limits()).rejects.toThrow('Session expired or invalid');
      expect(server.calls).toHaveLength(1);
    });

    it('does not keep a failed login', async () => {
      let down = true;
      const server = await org(
        (_request, response) => json(response, 200, { fine: true }),
        (response) => {
          if (down) response.writeHead(503).end('<html><title>Maintenance</title></html>');
          return down;
        },
      );
      const connection = server.connect();
      await expect(connection.limits()).rejects.toBeInstanceOf(SalesforceUnavailableException);
      down = false;
      expect(await connection.limits()).toEqual({ fine: true });
    });

    it('rejects connect() with the refusal of a login', async () => {
      const body = { error: 'invalid_client', error_description: 'invalid client credentials' };
      const server = await org(
        () => undefined,
        (response) => {
          json(response, 400, body);
          return true;
        },
      );
      await expect(server.connect().connect()).rejects.toBeInstanceOf(AuthenticationException);
    });
  });

  describe('resource', () => {
    it('sends JSON below the API version and reads JSON', async () => {
      const server = await org((_request, response) =>
        json(response, 201, { id: '001', success: true, errors: [] }),
      );
      const connection = server.connect({
        apiVersion: '60.0',
        headers: { 'Sforce-Mru': 'updateMru=true' },
      });
      expect(
        await connection.resource({ method: 'POST', path: 'sobjects/Account', body: { Name: 'Ünal' } }),
      ).toEqual({ id: '001', success: true, errors: [] });
      expect(server.calls[0]).toMatchObject({
        method: 'POST',
        url: '/services/data/v60.0/sobjects/Account',
        body: '{"Name":"Ünal"}',
        headers: {
          authorization: 'Bearer token-1',
          'content-type': 'application/json',
          accept: 'application/json',
          'sforce-mru': 'updateMru=true',
        },
      });
    });

    it('sends text as it is and gives undefined for an empty answer', async () => {
      const server = await org((_request, response) => response.writeHead(204).end());
      const answer = await server.connect().resource({
        method: 'PUT',
        path: '/services/data/v67.0/jobs/ingest/750/batches',
        body: 'Name\nAcme\n',
        headers: { 'Content-Type': 'text/csv' },
      });
      expect(answer).toBeUndefined();
      expect(server.calls[0]).toMatchObject({
        body: 'Name\nAcme\n',
        headers: { 'content-type': 'text/csv' },
      });
    });

    it('reads a compressed answer', async () => {
      const server = await org((_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"fine":true}')),
      );
      expect(await server.connect().limits()).toEqual({ fine: true });
    });

    it.each([
      [300, '["/services/data/v67.0/sobjects/Account/001D000000IRFmaIAH"]', AmbiguousExternalIdException],
      [400, '[{"message":"No such column \'x\'","errorCode":"INVALID_FIELD"}]', SchemaMismatchException],
      [302, '', InvalidResponseException],
      [307, '<html><head><title>Moved</title></head></html>', InvalidResponseException],
      [503, '<html><head><title>Maintenance</title></head></html>', SalesforceUnavailableException],
      [200, '<html><head><title>Log in to the network</title></head></html>', InvalidResponseException],
      [200, '{"records":[{"Name":"Confid', InvalidResponseException],
    ])('throws the typed exception for %i %s', async (status, body, type) => {
      const server = await org((_request, response) => response.writeHead(status).end(body));
      const failure = await server
        .connect()
        .limits()
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(type);
      expect(failure).toMatchObject({ connection: 'emea', status });
    });

    it('gives nothing for what has not changed since the time asked about', async () => {
      const server = await org((_request, response) => response.writeHead(304).end());
      const headers = { 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' };
      expect(await server.connect().resource({ path: 'sobjects', headers })).toBeUndefined();
    });

    it('gives up when the answer does not begin in time', async () => {
      const server = await org(() => undefined);
      const connection = server.connect();
      await expect(connection.resource({ path: 'limits', timeout: 50 })).rejects.toBeInstanceOf(
        SalesforceTimeoutException,
      );
    });

    it('rejects with the reason of a signal', async () => {
      const reason = new Error('the caller has gone');
      const controller = new AbortController();
      const server = await org(() => controller.abort(reason));
      const call = server.connect().resource({ path: 'limits', signal: controller.signal });
      await expect(call).rejects.toBe(reason);
    });
  });

  it('binds the values of a query', async () => {
    const server = await org((_request, response) =>
      json(response, 200, { totalSize: 0, done: true, records: [] }),
    );
    expect(await server.connect().soql`SELECT Id FROM Account WHERE Name = ${"O'Hara"}`).toEqual([]);
    expect(new URL(server.calls[0]?.url ?? '', server.url).searchParams.get('q')).toBe(
      String.raw`SELECT Id FROM Account WHERE Name = 'O\'Hara'`,
    );
  });

  it('describes', async () => {
    const server = await org((request, response) => json(response, 200, { url: request.url }));
    const connection = server.connect();
    expect(await connection.describe('Account')).toEqual({
      url: '/services/data/v67.0/sobjects/Account/describe',
    });
    expect(await connection.describeGlobal()).toEqual({ url: '/services/data/v67.0/sobjects' });
  });

  it('asks the host of the org who the session belongs to', async () => {
    const server = await org((request, response) => json(response, 200, { path: request.url }));
    expect(await server.connect().identity()).toEqual({ path: '/id/00D/005' });
  });

  it('finds the identity of a given session', async () => {
    const server = await org((request, response) =>
      json(
        response,
        200,
        request.url.startsWith('/id/')
          ? { path: request.url }
          : { identity: 'https://login.salesforce.com/id/00D1/0051' },
      ),
    );
    const connection = server.connect({
      auth: { flow: 'session', accessToken: 'given', instanceUrl: server.url },
    });
    expect(await connection.identity()).toEqual({ path: '/id/00D1/0051' });
  });

  it.each(['{}', '[]', 'null', '', '{"identity":5}', '{"identity":"nowhere"}'])(
    'refuses %j for the place where the identity is told',
    async (body) => {
      const server = await org((_request, response) => response.writeHead(200).end(body));
      const connection = server.connect({
        auth: { flow: 'session', accessToken: 'given', instanceUrl: server.url },
      });
      await expect(connection.identity()).rejects.toBeInstanceOf(InvalidResponseException);
    },
  );

  it('knows the API usage of the latest answer', async () => {
    const server = await org((_request, response) =>
      json(response, 200, {}, { 'sforce-limit-info': 'api-usage=18/5000' }),
    );
    const connection = server.connect();
    expect(connection.apiUsage).toBeUndefined();
    await connection.limits();
    expect(connection.apiUsage).toEqual({ used: 18, limit: 5000 });
  });

  describe('close', () => {
    it('is idempotent and refuses later calls, naming the connection', async () => {
      const server = await org((_request, response) => json(response, 200, {}));
      const connection = server.connect();
      await connection.limits();
      await Promise.all([connection.close(), connection.close()]);
      await expect(connection.limits()).rejects.toThrow(SalesforceConfigurationException);
      await expect(connection.connect()).rejects.toThrow("The connection 'emea' is closed");
      await expect(connection.query('SELECT Id FROM Account')).rejects.toThrow(/closed/);
      await expect(connection.jsforce()).rejects.toThrow(/closed/);
    });

    it('closes its transport, once', async () => {
      let closed = 0;
      const connection = new SalesforceConnection(
        'emea',
        { auth: { flow: 'session', accessToken: 'given', instanceUrl: 'https://acme.my.salesforce.com' } },
        { transport: { dispatch: fakeDispatch(() => ({ body: '{}' })), close: async () => void closed++ } },
      );
      expect(await connection.limits()).toEqual({});
      await connection.close();
      await connection.close();
      expect(closed).toBe(1);
    });

    it('settles a login under way', async () => {
      const server = await org(
        () => undefined,
        () => true,
      );
      const connection = server.connect({ timeouts: { response: 50 } });
      const connecting = connection.connect().catch((error: unknown) => error);
      await connection.close();
      expect(await connecting).toMatchObject({ connection: 'emea' });
    });
  });
});
