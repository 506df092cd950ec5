import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../support/org-client.js';

describe('discovery resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('tell where the OpenID Connect services are', async () => {
    const { status, body } = await client.get('/.well-known/openid-configuration', { token: null });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      issuer: 'https://embedded-org.invalid',
      authorization_endpoint: 'https://embedded-org.invalid/services/oauth2/authorize',
      token_endpoint: 'https://embedded-org.invalid/services/oauth2/token',
      revocation_endpoint: 'https://embedded-org.invalid/services/oauth2/revoke',
      userinfo_endpoint: 'https://embedded-org.invalid/services/oauth2/userinfo',
      jwks_uri: 'https://embedded-org.invalid/id/keys',
      introspection_endpoint: 'https://embedded-org.invalid/services/oauth2/introspect',
      response_types_supported: ['code', 'token', 'token id_token'],
      id_token_signing_alg_values_supported: ['RS256'],
    });
  });

  it('publish the key of the org, the same every time', async () => {
    const { status, body } = await client.get('/id/keys', { token: null });
    expect(status).toBe(200);
    expect(body).toEqual({
      keys: [
        {
          kty: 'RSA',
          n: expect.stringMatching(/^[\w-]{342}$/),
          e: 'AQAB',
          alg: 'RS256',
          use: 'sig',
          kid: expect.stringMatching(/^[\da-f]{16}$/),
        },
      ],
    });
    expect((await client.get('/id/keys', { token: null })).body).toEqual(body);
  });
});
