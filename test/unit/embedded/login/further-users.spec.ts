import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../support/org-client.js';

const signIn = (client: OrgClient, username: string, password: string) =>
  client.post<Record<string, string>>(
    '/services/oauth2/token',
    new URLSearchParams({
      grant_type: 'password',
      client_id: 'a',
      client_secret: 'b',
      username,
      password,
    }).toString(),
    { token: null },
  );

describe('further users', () => {
  it('are records of the org, of the profile named', async () => {
    const client = await OrgClient.open({
      users: [
        {
          username: 'bob@example.com',
          firstName: 'Bob',
          lastName: 'Builder',
          profile: 'Read Only',
          timeZone: 'Asia/Tokyo',
        },
        { username: 'eve@example.com', email: 'eve@mail.example' },
      ],
    });
    const rows = await client.query(
      "SELECT Username, Name, Email, IsActive, TimeZoneSidKey, Profile.Name FROM User WHERE Username LIKE '%e@%' OR Username LIKE 'bob%' ORDER BY Username",
    );
    await client.close();
    expect(rows).toMatchObject([
      {
        Username: 'bob@example.com',
        Name: 'Bob Builder',
        Email: 'bob@example.com',
        IsActive: true,
        TimeZoneSidKey: 'Asia/Tokyo',
        Profile: { Name: 'Read Only' },
      },
      {
        Username: 'eve@example.com',
        Name: 'eve',
        Email: 'eve@mail.example',
        Profile: { Name: 'System Administrator' },
      },
    ]);
  });

  it('sign in with their passwords, also when the database is opened again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'users-'));
    const options = { database: join(folder, 'org.sqlite') };
    const first = await OrgClient.open({
      ...options,
      users: [{ username: 'bob@example.com', password: 'one' }],
    });
    const before = await signIn(first, 'bob@example.com', 'one');
    await first.close();
    const second = await OrgClient.open({
      ...options,
      users: [{ username: 'Bob@Example.com', password: 'two' }],
    });
    const after = await signIn(second, 'bob@example.com', 'two');
    const old = await signIn(second, 'bob@example.com', 'one');
    await second.close();
    await rm(folder, { recursive: true });
    expect([before.status, after.status, old.status]).toEqual([200, 200, 400]);
    expect(after.body['id']).toBe(before.body['id']);
  });

  it('are refused with their names when they cannot be', async () => {
    const users = [{ username: 'bob@example.com', timeZone: 'Nowhere/Land' }];
    await expect(OrgClient.open({ users })).rejects.toThrow(
      /^The user bob@example\.com of the embedded org cannot be made: /,
    );
  });
});
