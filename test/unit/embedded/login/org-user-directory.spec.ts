import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../support/org-client.js';

const USER = { username: 'admin@example.com', password: 'secret' };
const NOW = new Date('2026-07-01T12:00:00Z');
const BOB =
  "SELECT NumberOfFailedLogins, LastLoginDate, Profile.Name FROM User WHERE Username = 'bob@example.com'";

async function tokenFor(
  client: OrgClient,
  username: string,
  password: string,
): Promise<Record<string, string>> {
  const fields = { grant_type: 'password', client_id: 'any', client_secret: 'any', username, password };
  const form = new URLSearchParams(fields).toString();
  return (await client.post<Record<string, string>>('/services/oauth2/token', form, { token: null })).body;
}

/** What came of a password: the type of the token, or the refusal. */
async function signIn(client: OrgClient, username: string, password: string): Promise<string | undefined> {
  const body = await tokenFor(client, username, password);
  return body['error_description'] ?? body['token_type'];
}

describe('OrgUserDirectory', () => {
  let client: OrgClient;
  let now = NOW;

  beforeEach(async () => {
    now = NOW;
    client = await OrgClient.open({
      user: USER,
      users: [
        { username: 'bob@example.com', password: 'b0b', profile: 'Read Only' },
        { username: 'gone@example.com', password: 'g0ne', isActive: false },
        { username: 'cold@example.com', password: 'c0ld', isFrozen: true },
      ],
      passwordPolicies: { maxLoginAttempts: 3, lockoutInterval: 15 },
      clock: () => now,
    });
  });
  afterEach(() => client.close());

  it('counts wrong passwords, and shuts the user out for a while', async () => {
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await signIn(client, 'bob@example.com', 'wrong')).toBe('authentication failure');
    }
    expect(await signIn(client, 'bob@example.com', 'b0b')).toBe('authentication failure');
    expect(await signIn(client, USER.username, USER.password)).toBe('Bearer');
    now = new Date(NOW.getTime() + 15 * 60_000);
    expect(await signIn(client, 'bob@example.com', 'b0b')).toBe('Bearer');
  });

  it('keeps count and last login in the user’s record', async () => {
    await signIn(client, 'bob@example.com', 'wrong');
    await signIn(client, 'bob@example.com', 'wrong');
    expect(await client.query(BOB)).toMatchObject([
      { NumberOfFailedLogins: 2, LastLoginDate: null, Profile: { Name: 'Read Only' } },
    ]);
    await signIn(client, 'bob@example.com', 'b0b');
    expect(await client.query(BOB)).toMatchObject([
      { NumberOfFailedLogins: 0, LastLoginDate: '2026-07-01T12:00:00.000+0000' },
    ]);
  });

  it.each(['gone@example.com', 'cold@example.com'])(
    'says that %s is inactive only to who knows the password',
    async (username) => {
      const right = username.startsWith('gone') ? 'g0ne' : 'c0ld';
      expect(await signIn(client, username, 'wrong')).toBe('authentication failure');
      expect(await signIn(client, username, right)).toBe('inactive user');
    },
  );

  it('ends the sessions of a user that is deactivated', async () => {
    const body = await tokenFor(client, 'bob@example.com', 'b0b');
    const token = body['access_token']!;
    expect((await client.get('/limits', { token })).status).toBe(200);
    await client.patch(`/sobjects/User/${body['id']!.slice(-18)}`, { IsActive: false });
    expect(await client.get('/limits', { token })).toMatchObject({
      status: 401,
      body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
    });
  });
});
