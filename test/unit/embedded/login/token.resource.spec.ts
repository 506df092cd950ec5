import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient, type OrgCall } from '../../../support/org-client.js';

const USER = { username: 'admin@example.com', password: 'pass&word 1' };
const NOW = new Date('2026-07-01T12:00:00Z');
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function assertion(
  changes: Record<string, unknown> = {},
  key = keys.privateKey,
  algorithm = 'RS256',
): string {
  const claims = {
    iss: 'app',
    sub: USER.username,
    aud: 'https://login.salesforce.com',
    exp: NOW.getTime() / 1000 + 180,
    ...changes,
  };
  const signed = `${encode({ alg: algorithm })}.${encode(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

interface Token {
  readonly access_token: string;
  readonly id: string;
  readonly [key: string]: string;
}

describe('token resource', () => {
  let client: OrgClient;

  const ask = (fields: Record<string, string>, call: OrgCall = {}) =>
    client.post<Token>('/services/oauth2/token', new URLSearchParams(fields).toString(), {
      token: null,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      ...call,
    });

  describe('of an org that lists no apps', () => {
    beforeEach(async () => {
      client = await OrgClient.open({ user: USER, clock: () => NOW });
    });
    afterEach(() => client.close());

    const PASSWORD = { grant_type: 'password', client_id: 'any', client_secret: 'any', ...USER };

    it('opens a session for username and password', async () => {
      const { status, headers, body } = await ask(PASSWORD);
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('no-cache, no-store');
      const id = `https://embedded-org.invalid/id/${client.org.organizationId}/${body.id.slice(-18)}`;
      expect(body).toEqual({
        access_token: expect.stringMatching(/^00D\w{12}![\w-]{96}$/),
        instance_url: 'https://embedded-org.invalid',
        id,
        token_type: 'Bearer',
        issued_at: '1782907200000',
        signature: createHmac('sha256', 'any').update(`${id}1782907200000`).digest('base64'),
      });
      expect(Object.keys(body)).toEqual([
        'access_token',
        'instance_url',
        'id',
        'token_type',
        'issued_at',
        'signature',
      ]);
      const called = await client.get('/limits', { token: body.access_token });
      expect(called.status).toBe(200);
    });

    it('takes the username whatever its case', async () => {
      expect((await ask({ ...PASSWORD, username: 'Admin@Example.COM' })).status).toBe(200);
    });

    it.each([
      ['a wrong password', { password: 'PASS&WORD 1' }],
      ['no password', { password: '' }],
      ['an unknown user', { username: 'nobody@example.com' }],
    ])('refuses %s', async (_, change) => {
      expect(await ask({ ...PASSWORD, ...change })).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant', error_description: 'authentication failure' },
      });
    });

    it.each([
      ['password1', 200],
      ['password1token', 200],
      ['password1TOKEN', 400],
      ['token', 400],
    ])('takes the password with and without the security token of the user: %s', async (password, status) => {
      const guarded = await OrgClient.open({
        user: { ...USER, password: 'password1', securityToken: 'token' },
      });
      const fields = new URLSearchParams({ ...PASSWORD, password }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const reply = await guarded.post('/services/oauth2/token', fields, { token: null, headers });
      await guarded.close();
      expect(reply.status).toBe(status);
    });

    it('refuses a client without a secret', async () => {
      const { client_secret: _, ...fields } = PASSWORD;
      expect(await ask(fields)).toMatchObject({
        status: 400,
        body: { error: 'invalid_client', error_description: 'invalid client credentials' },
      });
    });

    it('opens sessions of the administrator for client credentials, also as HTTP Basic', async () => {
      const basic = Buffer.from('any:thing').toString('base64');
      const { status, body } = await ask(
        { grant_type: 'client_credentials' },
        { headers: { authorization: `Basic ${basic}` } },
      );
      expect(status).toBe(200);
      const identity = await client.get(new URL(body.id).pathname, { token: body.access_token });
      expect(identity.body).toMatchObject({ username: 'admin@example.com' });
    });

    it('opens sessions for a refresh token, again and again', async () => {
      const fields = {
        grant_type: 'refresh_token',
        client_id: 'app',
        refresh_token: client.org.approve('app'),
      };
      const tokens = [await ask(fields), await ask(fields)];
      expect(tokens.map(({ status }) => status)).toEqual([200, 200]);
      expect(tokens[0]?.body.access_token).not.toBe(tokens[1]?.body.access_token);
      expect(tokens[0]?.body).not.toHaveProperty('refresh_token');
    });

    it('refuses an unknown refresh token', async () => {
      expect(await ask({ grant_type: 'refresh_token', client_id: 'app', refresh_token: 'x' })).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant', error_description: 'expired access/refresh token' },
      });
    });

    it('cannot verify assertions, and says what it needs', async () => {
      expect(await ask({ grant_type: JWT_BEARER, assertion: assertion() })).toMatchObject({
        status: 400,
        body: {
          error: 'invalid_grant',
          error_description:
            'the embedded org cannot verify the assertion: list the app with its publicKey in the option `apps`',
        },
      });
    });

    it.each(['', 'implicit'])('refuses the grant type %j', async (grant_type) => {
      expect(await ask({ grant_type })).toMatchObject({
        status: 400,
        body: { error: 'unsupported_grant_type', error_description: 'grant type not supported' },
      });
    });

    it.each([
      [
        { format: 'xml' },
        {},
        'application/xml;charset=UTF-8',
        /^<\?xml version="1.0" encoding="UTF-8"\?><OAuth><access_token>00D/,
      ],
      [
        {},
        { accept: 'application/x-www-form-urlencoded' },
        'application/x-www-form-urlencoded',
        /^access_token=00D\w{12}%21/,
      ],
      [
        { format: 'urlencoded', password: 'wrong' },
        {},
        'application/x-www-form-urlencoded',
        /^error=invalid_grant&error_description=authentication\+failure$/,
      ],
    ])('answers in the format asked for: %j %j', async (fields, headers, type, body) => {
      const reply = await ask({ ...PASSWORD, ...fields } as Record<string, string>, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } as Record<
          string,
          string
        >,
      });
      expect(reply.headers['content-type']).toBe(type);
      expect(reply.body).toMatch(body);
    });

    it('takes parameters in the URL', async () => {
      const query = new URLSearchParams(PASSWORD).toString();
      const { status } = await client.post(`/services/oauth2/token?${query}`, '', { token: null });
      expect(status).toBe(200);
    });

    it('opens sessions for client credentials with what the app may do', async () => {
      const { body } = await ask({
        grant_type: 'client_credentials',
        client_id: 'any',
        client_secret: 'any',
      });
      expect(Object.keys(body)).toEqual([
        'access_token',
        'signature',
        'scope',
        'instance_url',
        'id',
        'token_type',
        'issued_at',
      ]);
      expect(body['scope']).toBe('web id api');
    });

    it('refuses a scope with client credentials', async () => {
      const fields = {
        grant_type: 'client_credentials',
        client_id: 'any',
        client_secret: 'any',
        scope: 'api',
      };
      expect(await ask(fields)).toMatchObject({
        status: 400,
        body: { error: 'invalid_request', error_description: 'scope parameter not supported' },
      });
    });

    it('keeps an app from the data services that did not ask for them', async () => {
      const { body } = await ask({ ...PASSWORD, scope: 'id openid' });
      const token = body.access_token;
      expect(await client.get('/limits', { token })).toMatchObject({
        status: 401,
        body: [
          {
            errorCode: 'INVALID_SESSION_ID',
            message: 'This session is not valid for use with the REST API',
          },
        ],
      });
      expect((await client.get('/services/oauth2/userinfo', { token })).status).toBe(200);
    });

    it('refuses other methods', async () => {
      expect((await client.get('/services/oauth2/token')).status).toBe(405);
    });
  });

  describe('of an org that lists apps', () => {
    beforeEach(async () => {
      client = await OrgClient.open({
        user: USER,
        clock: () => NOW,
        apps: [
          { clientId: 'app', clientSecret: 'secret', publicKey },
          { clientId: 'robot', clientSecret: 'secret', runAs: 'robot@example.com' },
          { clientId: 'turning', clientSecret: 'secret', rotateRefreshTokens: true },
        ],
      });
    });
    afterEach(() => client.close());

    it.each(['https://login.salesforce.com', 'https://test.salesforce.com', 'https://embedded-org.invalid/'])(
      'opens a session for an assertion to %s',
      async (aud) => {
        const { status, body } = await ask({ grant_type: JWT_BEARER, assertion: assertion({ aud }) });
        expect(status).toBe(200);
        expect((await client.get('/limits', { token: body.access_token })).status).toBe(200);
      },
    );

    it.each<[string, string, string, string]>([
      ['for elsewhere', assertion({ aud: 'https://example.com' }), 'invalid_grant', 'audience is invalid'],
      [
        'that is over',
        assertion({ exp: NOW.getTime() / 1000 }),
        'invalid_grant',
        'expired authorization code',
      ],
      ['of no end', assertion({ exp: undefined }), 'invalid_grant', 'invalid assertion'],
      ['unsigned', `${assertion({}, keys.privateKey, 'none')}`, 'invalid_grant', 'invalid assertion'],
      [
        'by another key',
        assertion({}, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
        'invalid_grant',
        'invalid assertion',
      ],
      ['that is none', 'a.b.c', 'invalid_grant', 'invalid assertion'],
      ['of an unknown app', assertion({ iss: 'other' }), 'invalid_client_id', 'client identifier invalid'],
      [
        'for an unknown user',
        assertion({ sub: 'nobody@example.com' }),
        'invalid_grant',
        "user hasn't approved this consumer",
      ],
    ])('refuses an assertion %s', async (_, text, error, error_description) => {
      expect(await ask({ grant_type: JWT_BEARER, assertion: text })).toMatchObject({
        status: 400,
        body: { error, error_description },
      });
    });

    it('refuses wrong secrets and unknown apps', async () => {
      const fields = { grant_type: 'client_credentials', client_id: 'app', client_secret: 'wrong' };
      expect(await ask(fields)).toMatchObject({
        status: 400,
        body: { error: 'invalid_client', error_description: 'invalid client credentials' },
      });
      expect(await ask({ ...fields, client_id: 'other' })).toMatchObject({
        status: 400,
        body: { error: 'invalid_client_id', error_description: 'client identifier invalid' },
      });
    });

    it('refuses client credentials of an app whose user does not exist', async () => {
      expect(
        await ask({ grant_type: 'client_credentials', client_id: 'robot', client_secret: 'secret' }),
      ).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant', error_description: 'no client credentials user enabled' },
      });
    });

    it('answers an assertion without signature and time', async () => {
      const { body } = await ask({ grant_type: JWT_BEARER, assertion: assertion(), scope: 'api' });
      expect(Object.keys(body)).toEqual(['access_token', 'scope', 'instance_url', 'id', 'token_type']);
      expect(body['scope']).toBe('api');
    });

    it('gives a new refresh token for each where the app asks for that', async () => {
      const refreshToken = client.org.approve('turning');
      const fields = { grant_type: 'refresh_token', client_id: 'turning', refresh_token: refreshToken };
      const first = await ask(fields);
      expect(first.body['refresh_token']).toMatch(/^5Aep[\w-]{80}$/);
      expect(await ask(fields)).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant', error_description: 'expired access/refresh token' },
      });
      expect((await ask({ ...fields, refresh_token: first.body['refresh_token']! })).status).toBe(200);
    });
  });
});
