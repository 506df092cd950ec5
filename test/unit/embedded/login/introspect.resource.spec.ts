import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../support/org-client.js';

const USER = { username: 'admin@example.com', password: 'secret' };

describe('introspect resource', () => {
  let client: OrgClient;
  let now: Date;

  beforeEach(async () => {
    now = new Date('2026-07-01T12:00:00Z');
    client = await OrgClient.open({
      user: USER,
      clock: () => now,
      apps: [
        { clientId: 'app', clientSecret: 'secret' },
        { clientId: 'other', clientSecret: 'secret' },
      ],
    });
  });
  afterEach(() => client.close());

  const post = <Body>(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    client.post<Body>(`/services/oauth2/${path}`, new URLSearchParams(fields).toString(), {
      token: null,
      headers,
    });
  const CLIENT = { client_id: 'app', client_secret: 'secret' };
  const token = async () =>
    (
      await post<{ access_token: string }>('token', {
        grant_type: 'password',
        ...CLIENT,
        ...USER,
        scope: 'api id',
      })
    ).body.access_token;

  it('tells what an access token is worth, without prolonging it', async () => {
    const access = await token();
    now = new Date('2026-07-01T12:30:00Z');
    const { status, body } = await post<{ sub: string }>('introspect', { token: access, ...CLIENT });
    expect(status).toBe(200);
    expect(body).toEqual({
      active: true,
      scope: 'api id',
      client_id: 'app',
      username: 'admin@example.com',
      sub: expect.stringMatching(/^https:\/\/embedded-org\.invalid\/id\/00D\w{15}\/005\w{15}$/),
      token_type: 'access_token',
      exp: 1_782_914_400,
      iat: 1_782_907_200,
      nbf: 1_782_907_200,
    });
  });

  it('takes the client as HTTP Basic', async () => {
    const authorization = `Basic ${Buffer.from('app:secret').toString('base64')}`;
    const { body } = await post('introspect', { token: await token() }, { authorization });
    expect(body).toMatchObject({ active: true });
  });

  it('tells of a refresh token', async () => {
    const { body } = await post('introspect', { token: client.org.approve('app'), ...CLIENT });
    expect(body).toMatchObject({ active: true, token_type: 'refresh_token', client_id: 'app' });
  });

  it('calls inactive what is unknown, over, revoked or another app’s', async () => {
    const [over, revoked] = [await token(), await token()];
    await post('revoke', { token: revoked });
    const asked = async (text: string, by: object = CLIENT) =>
      (await post('introspect', { token: text, ...(by as Record<string, string>) })).body;
    expect(await asked('made up')).toEqual({ active: false });
    expect(await asked(revoked)).toEqual({ active: false });
    expect(await asked(client.org.accessToken)).toEqual({ active: false });
    expect(await asked(over, { client_id: 'other', client_secret: 'secret' })).toEqual({ active: false });
    now = new Date('2026-07-01T14:00:00Z');
    expect(await asked(over)).toEqual({ active: false });
  });

  it.each([
    [
      { token: 'x', client_id: 'app', client_secret: 'wrong' },
      'invalid_client',
      'invalid client credentials',
    ],
    [{ token: 'x', client_id: 'app' }, 'invalid_client', 'invalid client credentials'],
    [{ token: 'x' }, 'invalid_client_id', 'client identifier invalid'],
    [{ client_id: 'app', client_secret: 'secret' }, 'invalid_request', 'missing required parameter: token'],
  ])('refuses %j', async (fields, error, error_description) => {
    expect(await post('introspect', fields as unknown as Record<string, string>)).toMatchObject({
      status: 400,
      body: { error, error_description },
    });
  });
});
