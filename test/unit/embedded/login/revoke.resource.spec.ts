import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../support/org-client.js';

describe('revoke resource', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('ends the session of a token', async () => {
    const token = client.org.accessToken;
    const { status, body } = await client.post(
      '/services/oauth2/revoke',
      `token=${encodeURIComponent(token)}`,
      {
        token: null,
      },
    );
    expect([status, body]).toEqual([200, undefined]);
    expect((await client.get('/limits', { token })).status).toBe(401);
  });

  it('takes the token in the query as well', async () => {
    const token = client.org.accessToken;
    expect((await client.get(`/services/oauth2/revoke?token=${encodeURIComponent(token)}`)).status).toBe(200);
    expect((await client.get('/limits', { token })).status).toBe(401);
  });

  it('ends with a refresh token what it opened', async () => {
    const refreshToken = client.org.approve('app');
    const fields = { grant_type: 'refresh_token', client_id: 'app', refresh_token: refreshToken };
    const form = new URLSearchParams(fields).toString();
    const { body } = await client.post<{ access_token: string }>('/services/oauth2/token', form, {
      token: null,
    });
    await client.post('/services/oauth2/revoke', `token=${refreshToken}`, { token: null });
    expect((await client.get('/limits', { token: body.access_token })).status).toBe(401);
    expect(await client.post('/services/oauth2/token', form, { token: null })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'expired access/refresh token' },
    });
  });

  it('refuses an unknown token, form-encoded', async () => {
    expect(await client.post('/services/oauth2/revoke', 'token=nothing', { token: null })).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'error=invalid_token&error_description=invalid+token',
    });
  });

  it('lets the org open a new session of its own', async () => {
    const old = client.org.accessToken;
    client.org.endSessions();
    expect(client.org.accessToken).not.toBe(old);
    expect((await client.get('/limits')).status).toBe(200);
  });
});
