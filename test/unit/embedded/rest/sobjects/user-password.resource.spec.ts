import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('user password resource', () => {
  let client: OrgClient;
  let path: string;

  beforeEach(async () => {
    client = await OrgClient.open({ user: { username: 'admin@example.com', password: 'first' } });
    const [user] = await client.query<{ Id: string }>(
      "SELECT Id FROM User WHERE Username = 'admin@example.com'",
    );
    path = `/sobjects/User/${user!.Id}/password`;
  });
  afterEach(() => client.close());

  const signIn = async (password: string): Promise<number> => {
    const form = new URLSearchParams({
      grant_type: 'password',
      client_id: 'any',
      client_secret: 'any',
      username: 'admin@example.com',
      password,
    });
    const { status } = await client.call('POST', '/services/oauth2/token', {
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      token: null,
    });
    return status;
  };

  it('sets the password', async () => {
    expect((await client.get(path)).body).toEqual({ isExpired: false });
    expect((await client.post(path, { NewPassword: 'second' })).status).toBe(204);
    expect([await signIn('first'), await signIn('second')]).toEqual([400, 200]);
  });

  it('makes one up', async () => {
    const { body } = await client.delete<{ NewPassword: string }>(path);
    expect(body.NewPassword).toMatch(/^\w{12}$/);
    expect([await signIn('first'), await signIn(body.NewPassword)]).toEqual([400, 200]);
  });

  it('refuses an empty one, and a user there is not', async () => {
    expect(await client.post(path, {})).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_NEW_PASSWORD' }],
    });
    expect((await client.get('/sobjects/User/005000000000001AAA/password')).status).toBe(404);
  });
});
