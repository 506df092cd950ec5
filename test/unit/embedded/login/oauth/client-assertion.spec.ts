import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

const NOW = new Date('2026-07-01T12:00:00Z');
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function assertion(changes: object = {}): string {
  const aud = 'https://embedded-org.invalid/services/oauth2/token';
  const claims = { iss: 'app', sub: 'app', aud, exp: 1_782_907_380, ...changes };
  const signed = `${encode({ alg: 'RS256' })}.${encode(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), keys.privateKey).toString('base64url')}`;
}

describe('client assertion', () => {
  let client: OrgClient;

  beforeEach(async () => {
    const apps = [
      { clientId: 'app', clientSecret: 'secret', publicKey },
      { clientId: 'keyless', clientSecret: 'secret' },
    ];
    client = await OrgClient.open({ clock: () => NOW, apps });
  });
  afterEach(() => client.close());

  const ask = (fields: Record<string, string>) =>
    client.post(
      '/services/oauth2/token',
      new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        ...fields,
      }).toString(),
      { token: null },
    );

  it('stands for the secret of the app', async () => {
    expect((await ask({ client_assertion: assertion() })).status).toBe(200);
    expect((await ask({ client_assertion: assertion(), client_id: 'app' })).status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['none', {}],
    ['over', { client_assertion: assertion({ exp: 1_782_907_200 }) }],
    ['for elsewhere', { client_assertion: assertion({ aud: 'https://elsewhere.example' }) }],
    ['of another subject', { client_assertion: assertion({ sub: 'other' }) }],
    ['of an unknown app', { client_assertion: assertion({ iss: 'other', sub: 'other' }) }],
    ['of an app without a key', { client_assertion: assertion({ iss: 'keyless', sub: 'keyless' }) }],
    ['for another client', { client_assertion: assertion(), client_id: 'keyless' }],
    ['changed', { client_assertion: assertion().replace(/.{4}$/, 'AAAA') }],
  ])('is refused when it is %s', async (_, fields) => {
    expect(await ask(fields)).toMatchObject({
      status: 400,
      body: { error: 'invalid_client', error_description: 'invalid client credentials' },
    });
  });
});
