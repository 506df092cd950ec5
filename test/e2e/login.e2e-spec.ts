import { generateKeyPairSync, sign } from 'node:crypto';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import jsforce from 'jsforce';
import type { AuthOptions } from '../../lib/connection/connection-options.interface.js';
import { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import type { EmbeddedOrgServer } from '../../lib/embedded/embedded-org-options.interface.js';
import { OrgBrowser } from '../support/org-browser.js';

const USER = { username: 'ada@example.com', password: 'p&ss <word>' };
const CALLBACK = 'https://app.example/callback';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const connectionTo = (loginUrl: string, options: object = {}) =>
  new jsforce.Connection({ loginUrl, version: '60.0', logLevel: 'FATAL', ...options });

const app = (loginUrl: string, options: object = {}) => ({
  loginUrl,
  clientId: 'app',
  clientSecret: 's3cret',
  redirectUri: CALLBACK,
  ...options,
});

/** Every way in, by clients that know nothing of the embedded org, over HTTP and over HTTPS. */
describe.each([
  ['HTTP', false],
  ['HTTPS', true],
])('signing in over %s', (_, https) => {
  const authorities = getCACertificates('default');
  let org: EmbeddedOrg;
  let server: EmbeddedOrgServer;
  let url: string;

  beforeEach(async () => {
    org = await EmbeddedOrg.create({
      user: USER,
      users: [{ username: 'robot@example.com', password: 'beep', securityToken: 'T0k3n' }],
      apps: [
        {
          clientId: 'app',
          clientSecret: 's3cret',
          publicKey,
          callbackUrls: [CALLBACK],
          runAs: 'robot@example.com',
        },
        { clientId: 'public', callbackUrls: [CALLBACK], requirePkce: true },
        { clientId: 'rotating', rotateRefreshTokens: true },
      ],
    });
    server = await org.listen({ https });
    url = server.url.replace('127.0.0.1', 'localhost');
    // What NODE_EXTRA_CA_CERTS does for a whole process.
    if (server.certificate) setDefaultCACertificates([...authorities, server.certificate]);
  });
  afterEach(async () => {
    setDefaultCACertificates(authorities);
    await org.close();
  });

  describe('with jsforce', () => {
    it('goes by password', async () => {
      const connection = connectionTo(url, { oauth2: app(url) });
      await connection.login(USER.username, USER.password);
      expect(connection.instanceUrl).toBe(url);
      expect(await connection.identity()).toMatchObject({
        username: USER.username,
        urls: { rest: `${url}/services/data/v{version}/` },
      });
      await connection.logout();
    });

    it('goes by SOAP, with the security token of the user', async () => {
      const connection = connectionTo(url);
      await connection.login('robot@example.com', 'beepT0k3n');
      expect(connection.instanceUrl).toBe(url);
      expect(await connection.identity()).toMatchObject({ username: 'robot@example.com' });
      await connection.logout();
    });

    it('goes by assertion', async () => {
      const claims = { iss: 'app', sub: USER.username, aud: url, exp: Math.floor(Date.now() / 1000) + 180 };
      const signed = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
      const signature = sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url');
      const connection = connectionTo(url, { oauth2: { loginUrl: url } });
      await connection.authorize({ grant_type: JWT_BEARER, assertion: `${signed}.${signature}` });
      expect(connection.instanceUrl).toBe(url);
      expect(await connection.query('SELECT Id FROM Account')).toMatchObject({ totalSize: 0 });
    });

    it('goes by the client’s own credentials', async () => {
      const connection = connectionTo(url, { oauth2: app(url) });
      await connection.authorize({ grant_type: 'client_credentials' });
      expect(await connection.identity()).toMatchObject({ username: 'robot@example.com' });
    });

    it.each([
      ['a secret', { clientId: 'app', clientSecret: 's3cret' }],
      ['a verifier', { clientId: 'public', clientSecret: undefined, useVerifier: true }],
    ])('goes by a code and %s, renews the session, and gives it up', async (__, options) => {
      const connection = connectionTo(url, { oauth2: app(url, options) });
      const page = new URL(
        connection.oauth2.getAuthorizationUrl({ scope: 'api id refresh_token', state: 'back' }),
      );
      const browser = browserOn(url);
      const login = await browser.open(page.pathname + page.search);
      const { location } = await browser.submit(login, { ...USER, decision: 'login' });
      const consent = await browser.open(location!);
      const answer = new URL((await browser.submit(consent, { decision: 'allow' })).location!);
      expect([answer.origin + answer.pathname, answer.searchParams.get('state')]).toEqual([CALLBACK, 'back']);
      await connection.authorize(answer.searchParams.get('code')!);
      expect(await connection.identity()).toMatchObject({ username: USER.username });
      org.endSessions();
      expect(await connection.query('SELECT Id FROM Account')).toMatchObject({ totalSize: 0 });
      await connection.logout(true);
      await expect(connection.oauth2.refreshToken(connection.refreshToken ?? 'gone')).rejects.toMatchObject({
        name: 'invalid_grant',
        message: 'expired access/refresh token',
      });
    });

    it('is refused in the words of the platform', async () => {
      const wrong = connectionTo(url, { oauth2: app(url, { clientSecret: 'guess' }) });
      await expect(wrong.login(USER.username, USER.password)).rejects.toMatchObject({
        name: 'invalid_client',
      });
      await expect(connectionTo(url, { oauth2: app(url) }).authorize('no code')).rejects.toMatchObject({
        name: 'invalid_grant',
        message: 'invalid authorization code',
      });
      await expect(connectionTo(url).login(USER.username, 'wrong')).rejects.toThrow(
        'INVALID_LOGIN: Invalid username, password, security token; or user locked out.',
      );
    });
  });

  describe('with a connection of this library', () => {
    const CLIENT = { clientId: 'app', clientSecret: 's3cret' };

    it.each<[string, () => AuthOptions]>([
      ['jwt', () => ({ flow: 'jwt', clientId: 'app', username: USER.username, privateKey })],
      ['client-credentials', () => ({ flow: 'client-credentials', ...CLIENT })],
      ['refresh-token', () => ({ flow: 'refresh-token', ...CLIENT, refreshToken: org.approve('app') })],
      ['password', () => ({ flow: 'password', ...CLIENT, ...USER })],
      [
        'soap',
        () => ({ flow: 'soap', username: 'robot@example.com', password: 'beep', securityToken: 'T0k3n' }),
      ],
      ['session', () => ({ flow: 'session', accessToken: org.accessToken, instanceUrl: url })],
    ])('goes by %s', async (flow, auth) => {
      const connection = new SalesforceConnection('default', { auth: auth(), loginUrl: url });
      const robots = ['client-credentials', 'soap'];
      expect(await connection.identity()).toMatchObject({
        username: robots.includes(flow) ? 'robot@example.com' : USER.username,
      });
      await connection.close();
    });

    it('keeps the new refresh token of an app that rotates them', async () => {
      const tokens = [org.approve('rotating')];
      const connection = new SalesforceConnection('default', {
        loginUrl: url,
        auth: {
          flow: 'refresh-token',
          clientId: 'rotating',
          refreshToken: tokens[0]!,
          onRefreshToken: (token) => void tokens.push(token),
        },
      });
      await connection.connect();
      org.endSessions();
      expect(await connection.query('SELECT Id FROM Account')).toEqual([]);
      await connection.close();
      expect(new Set(tokens).size).toBe(3);
    });
  });
});

function browserOn(url: string): OrgBrowser {
  return new OrgBrowser(async (method, path, call) => {
    const response = await fetch(url + path, { method, redirect: 'manual', ...call });
    const headers = Object.fromEntries(response.headers);
    return { status: response.status, headers, body: await response.text() };
  });
}
