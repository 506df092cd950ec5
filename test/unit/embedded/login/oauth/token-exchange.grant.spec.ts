import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

const USER = { username: 'ada@example.com', password: 'secret' };
const EXCHANGE = {
  grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
  subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
};

describe('token exchange', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open({
      user: USER,
      apps: [
        { clientId: 'robot', clientSecret: 'secret' },
        { clientId: 'mapped', tokenExchange: { 'token-of-ada': USER.username } },
        {
          clientId: 'asking',
          clientSecret: 'secret',
          tokenExchange: ({ token, tokenType, handler }) =>
            Promise.resolve(
              token === 'good' && tokenType.endsWith(':id_token') && handler === 'Okta'
                ? USER.username
                : undefined,
            ),
        },
      ],
    });
  });
  afterEach(() => client.close());

  const ask = (fields: Record<string, string>) =>
    client.post<Record<string, string>>('/services/oauth2/token', new URLSearchParams(fields).toString(), {
      token: null,
    });

  it.each<Record<string, string>>([
    { client_id: 'mapped', subject_token: 'token-of-ada' },
    { client_id: 'asking', client_secret: 'secret', subject_token: 'good', token_handler: 'Okta' },
  ])('exchanges a token of an identity provider: %j', async (fields) => {
    const { status, body } = await ask({ ...EXCHANGE, ...fields });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      refresh_token: expect.stringMatching(/^5Aep/),
    });
    expect((await client.get('/limits', { token: body['access_token']! })).status).toBe(200);
  });

  it.each<[Record<string, string>, string, string]>([
    [
      { client_id: 'mapped', subject_token: 'another' },
      'invalid_grant',
      "user hasn't approved this consumer",
    ],
    [
      { client_id: 'mapped', subject_token: 'toString' },
      'invalid_grant',
      "user hasn't approved this consumer",
    ],
    [
      { client_id: 'asking', client_secret: 'secret', subject_token: 'bad', token_handler: 'Okta' },
      'invalid_grant',
      "user hasn't approved this consumer",
    ],
    [{ client_id: 'asking', subject_token: 'good' }, 'invalid_client', 'invalid client credentials'],
    [{ client_id: 'mapped' }, 'invalid_request', 'missing required parameter: subject_token'],
    [
      { client_id: 'mapped', subject_token: 'x', subject_token_type: 'cookie' },
      'invalid_request',
      'unsupported subject_token_type',
    ],
    [
      { client_id: 'robot', client_secret: 'secret', subject_token: 'x' },
      'invalid_request',
      'the embedded org knows no handler for the token: give the app one as `tokenExchange` in the option `apps`',
    ],
  ])('refuses the exchange %j', async (fields, error, error_description) => {
    expect(await ask({ ...EXCHANGE, ...fields })).toMatchObject({
      status: 400,
      body: { error, error_description },
    });
  });
});
