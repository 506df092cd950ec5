import { generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createAuthStrategy } from '../../../../lib/connection/auth/auth-strategy.factory.js';
import type { AuthStrategy } from '../../../../lib/connection/auth/auth-strategy.interface.js';
import type { AuthOptions } from '../../../../lib/connection/connection-options.interface.js';
import { AuthenticationException } from '../../../../lib/exceptions/authentication.exception.js';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import { SalesforceConfigurationException } from '../../../../lib/exceptions/salesforce-configuration.exception.js';
import { SalesforceUnavailableException } from '../../../../lib/exceptions/salesforce-unavailable.exception.js';
import type { Dispatch, TransportRequest } from '../../../../lib/transport/transport.interface.js';
import { fakeDispatch } from '../../transport/fake-dispatch.js';

const TOKEN = {
  access_token: '00Dx0000000BV7z!AR8AQ',
  instance_url: 'https://acme.my.salesforce.com',
  id: 'https://login.salesforce.com/id/00Dx0000000BV7z/005x00000012Q9P',
  token_type: 'Bearer',
  issued_at: '1278448832702',
  signature: 'CMJ4l+CCaPQiKjoOEwEig9H4wqhpuLSk4J2urAe+fVg=',
};
const SESSION = { accessToken: TOKEN.access_token, instanceUrl: TOKEN.instance_url, id: TOKEN.id };

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

function strategy(options: AuthOptions, dispatch: Dispatch, loginUrl?: string): AuthStrategy {
  return createAuthStrategy(options, { connection: 'emea', loginUrl, dispatch });
}

const granting = () => fakeDispatch(() => ({ body: JSON.stringify(TOKEN) }));
const form = ({ body }: TransportRequest): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(String(body)));

describe('JwtStrategy', () => {
  const options = {
    flow: 'jwt',
    clientId: 'consumer-key',
    username: 'admin@acme.example',
    privateKey,
  } as const;

  it('signs an assertion that lives for minutes and is good for the app, the user and the login host', async () => {
    const dispatch = granting();
    expect(await strategy(options, dispatch).login()).toEqual(SESSION);

    const [request] = dispatch.requests;
    expect(request?.url).toBe('https://login.salesforce.com/services/oauth2/token');
    const { grant_type, assertion = '' } = form(request!);
    expect(grant_type).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [header = '', claims = '', signature = ''] = assertion.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({ alg: 'RS256' });
    const { exp, ...rest } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp: number };
    expect(rest).toEqual({
      iss: 'consumer-key',
      sub: 'admin@acme.example',
      aud: 'https://login.salesforce.com',
    });
    expect(exp * 1000 - Date.now()).toBeGreaterThan(60_000);
    expect(exp * 1000 - Date.now()).toBeLessThanOrEqual(300_000);
    expect(
      verify(
        'RSA-SHA256',
        Buffer.from(`${header}.${claims}`),
        publicKey,
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
  });

  it.each([
    ['https://login.salesforce.com', 'https://login.salesforce.com'],
    ['https://test.salesforce.com/', 'https://test.salesforce.com'],
    ['https://acme.my.salesforce.com', 'https://login.salesforce.com'],
    ['https://acme--dev.sandbox.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://acme--dev.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://ability-fun-1234.scratch.my.salesforce.com', 'https://test.salesforce.com'],
    ['https://acme-dev-ed.develop.my.salesforce.com', 'https://login.salesforce.com'],
  ])('addresses the assertion for %s to %s', async (loginUrl, audience) => {
    const dispatch = granting();
    await strategy(options, dispatch, loginUrl).login();
    const claims = form(dispatch.requests[0]!)['assertion']!.split('.')[1]!;
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ aud: audience });
  });

  it('addresses the assertion to a given audience', async () => {
    const dispatch = granting();
    await strategy({ ...options, audience: 'https://acme.my.site.com' }, dispatch).login();
    const claims = form(dispatch.requests[0]!)['assertion']!.split('.')[1]!;
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      aud: 'https://acme.my.site.com',
    });
  });

  it('reads a key whose line ends are escaped', async () => {
    const escaped = privateKey.replaceAll('\n', String.raw`\n`);
    expect(await strategy({ ...options, privateKey: escaped }, granting()).login()).toEqual(SESSION);
  });

  it.each([
    ['a path', './server.key'],
    ['half a key', privateKey.slice(0, 400)],
    ['a public key', publicKey],
    [
      'a key of another kind',
      generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
  ])('refuses %s, telling what to give and nothing of the key', (_what, key) => {
    const make = (): AuthStrategy => strategy({ ...options, privateKey: key }, granting());
    expect(make).toThrow(SalesforceConfigurationException);
    expect(make).toThrow(
      /auth\.privateKey of the connection 'emea' is no RSA private key\. Give the whole text/,
    );
    expect(make).not.toThrow(key.slice(0, 60));
  });
});

describe('ClientCredentialsStrategy', () => {
  const options = {
    flow: 'client-credentials',
    clientId: 'consumer-key',
    clientSecret: 'consumer-secret',
  } as const;

  it('signs the app in at its My Domain', async () => {
    const dispatch = granting();
    expect(await strategy(options, dispatch, 'https://acme.my.salesforce.com/').login()).toEqual(SESSION);
    expect(dispatch.requests[0]?.url).toBe('https://acme.my.salesforce.com/services/oauth2/token');
    expect(form(dispatch.requests[0]!)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'consumer-key',
      client_secret: 'consumer-secret',
    });
  });

  it.each([undefined, 'https://login.salesforce.com', 'https://test.salesforce.com/'])(
    'refuses the login host %s before any call',
    (loginUrl) => {
      expect(() => strategy(options, granting(), loginUrl)).toThrow(
        /set loginUrl to the org's My Domain URL/,
      );
    },
  );
});

describe('RefreshTokenStrategy', () => {
  const options = { flow: 'refresh-token', clientId: 'consumer-key', refreshToken: 'first' } as const;

  it('asks with the refresh token', async () => {
    const dispatch = granting();
    expect(await strategy({ ...options, clientSecret: 'consumer-secret' }, dispatch).login()).toEqual(
      SESSION,
    );
    expect(form(dispatch.requests[0]!)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'first',
      client_id: 'consumer-key',
      client_secret: 'consumer-secret',
    });
  });

  it('keeps a rotated token and waits until it is stored', async () => {
    const dispatch = fakeDispatch(() => ({ body: JSON.stringify({ ...TOKEN, refresh_token: 'second' }) }));
    const stored: string[] = [];
    const auth = strategy(
      {
        ...options,
        onRefreshToken: async (token) => {
          await Promise.resolve();
          stored.push(token);
        },
      },
      dispatch,
    );
    await auth.login();
    expect(stored).toEqual(['second']);
    await auth.login();
    expect(stored).toEqual(['second']);
    expect(dispatch.requests.map((request) => form(request)['refresh_token'])).toEqual(['first', 'second']);
  });

  it('keeps a rotated token even when storing it fails', async () => {
    const dispatch = fakeDispatch(() => ({ body: JSON.stringify({ ...TOKEN, refresh_token: 'second' }) }));
    const failure = new Error('the store is down');
    const auth = strategy({ ...options, onRefreshToken: () => Promise.reject(failure) }, dispatch);
    await expect(auth.login()).rejects.toBe(failure);
    expect(await auth.login()).toEqual(SESSION);
    expect(form(dispatch.requests[1]!)['refresh_token']).toBe('second');
  });
});

describe('PasswordStrategy', () => {
  const options = {
    flow: 'password',
    clientId: 'consumer-key',
    clientSecret: 'consumer-secret',
    username: 'admin@acme.example',
    password: 'pass&word',
  } as const;

  it.each([
    [undefined, 'pass&word'],
    ['TOKEN', 'pass&wordTOKEN'],
  ])('appends the security token %s', async (securityToken, password) => {
    const dispatch = granting();
    expect(await strategy({ ...options, securityToken }, dispatch).login()).toEqual(SESSION);
    expect(form(dispatch.requests[0]!)).toEqual({
      grant_type: 'password',
      client_id: 'consumer-key',
      client_secret: 'consumer-secret',
      username: 'admin@acme.example',
      password,
    });
  });

  it('throws what Salesforce says of a wrong password, and how to go on', async () => {
    const body = '{"error":"invalid_grant","error_description":"authentication failure"}';
    const failure = await strategy(
      options,
      fakeDispatch(() => ({ status: 400, body })),
    )
      .login()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AuthenticationException);
    expect(failure).toMatchObject({
      message: expect.stringMatching(/^authentication failure\. Check username, password and security token/),
      errorCode: 'invalid_grant',
      status: 400,
      connection: 'emea',
    });
  });

  it.each([
    [503, '<html><title>Maintenance</title></html>', SalesforceUnavailableException],
    [404, '<html><title>URL No Longer Exists</title></html>', InvalidResponseException],
    [200, '<html><title>Log in to the network</title></html>', InvalidResponseException],
    [200, '{"access_token":"00D', InvalidResponseException],
    [200, '{"token_type":"Bearer"}', InvalidResponseException],
  ])('refuses an answer that opens no session: %i %s', async (status, body, type) => {
    await expect(
      strategy(
        options,
        fakeDispatch(() => ({ status, body })),
      ).login(),
    ).rejects.toBeInstanceOf(type);
  });
});

describe('SessionStrategy', () => {
  it('gives the session it was given and claims no renewal', async () => {
    const auth = strategy(
      { flow: 'session', accessToken: 'token', instanceUrl: 'https://acme.my.salesforce.com/' },
      granting(),
    );
    expect(auth.renewable).toBe(false);
    expect(await auth.login()).toEqual({
      accessToken: 'token',
      instanceUrl: 'https://acme.my.salesforce.com',
    });
  });
});
