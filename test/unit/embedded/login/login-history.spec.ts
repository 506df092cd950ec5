import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Catalog } from '../../../../lib/embedded/catalog/catalog.js';
import { LoginHistory } from '../../../../lib/embedded/login/login-history.js';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';
import { OrgClient } from '../../../support/org-client.js';

const NOW = new Date('2026-07-01T12:00:00Z');
const HISTORY =
  'SELECT Status, LoginType, LoginSubType, Application, ApiType, ApiVersion, LoginUrl, LoginTime FROM LoginHistory ORDER BY Id';

describe('LoginHistory', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open({
      user: { username: 'ada@example.com', password: 'right' },
      users: [
        { username: 'cold@example.com', password: 'c0ld', isFrozen: true },
        { username: 'gone@example.com', password: 'g0ne', isActive: false },
      ],
      apps: [{ clientId: 'app', name: 'Tea', clientSecret: 'secret' }],
      passwordPolicies: { maxLoginAttempts: 2 },
      clock: () => NOW,
    });
  });
  afterEach(() => client.close());

  const signIn = (username: string, password: string) =>
    client.post(
      '/services/oauth2/token',
      new URLSearchParams({
        grant_type: 'password',
        client_id: 'app',
        client_secret: 'secret',
        username,
        password,
      }).toString(),
      { token: null },
    );

  const soap = (username: string, password: string) =>
    client.post(
      '/services/Soap/u/60.0',
      `<Envelope><Body><login><username>${username}</username><password>${password}</password></login></Body></Envelope>`,
      { token: null },
    );

  it('keeps how users signed in', async () => {
    await signIn('ada@example.com', 'right');
    await soap('ada@example.com', 'right');
    expect(await client.query(HISTORY)).toMatchObject([
      {
        Status: 'Success',
        LoginType: 'Remote Access 2.0',
        LoginSubType: 'OAuth Username-Password',
        Application: 'Tea',
        ApiType: 'N/A',
        LoginUrl: 'embedded-org.invalid',
        LoginTime: '2026-07-01T12:00:00.000+0000',
      },
      {
        Status: 'Success',
        LoginType: 'Other Apex API',
        LoginSubType: null,
        Application: 'N/A',
        ApiType: 'SOAP Partner',
        ApiVersion: '60.0',
      },
    ]);
  });

  it('keeps why users were refused, and nothing of names that are nobody’s', async () => {
    await signIn('ada@example.com', 'wrong');
    await soap('ada@example.com', 'wrong');
    await signIn('ada@example.com', 'right');
    await signIn('cold@example.com', 'c0ld');
    await signIn('gone@example.com', 'g0ne');
    await signIn('nobody@example.com', 'x');
    const rows = await client.query<{ Status: string }>(HISTORY);
    expect(rows.map(({ Status }) => Status)).toEqual([
      'Invalid Password',
      'Invalid Password',
      'Password Lockout',
      'User Is Frozen',
      'User is Inactive',
    ]);
  });

  it('is none where the org does not have the object', () => {
    const database = new NodeSqliteDatabase();
    const catalog = { get: () => undefined } as unknown as Catalog;
    const history = new LoginHistory({ catalog, database, now: () => NOW });
    const manner = { type: 'Application', origin: 'https://acme.example' } as const;
    expect(() => history.note('005000000000001AAA', 'Success', manner)).not.toThrow();
    database.close();
  });
});
