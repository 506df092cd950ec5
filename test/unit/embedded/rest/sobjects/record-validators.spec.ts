import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('conditions on records', () => {
  let now: Date;
  let client: OrgClient;

  beforeEach(async () => {
    now = new Date('2026-03-01T10:00:00Z');
    client = await OrgClient.open({ clock: () => now });
  });
  afterEach(() => client.close());

  it('are on tags of accounts', async () => {
    const path = `/sobjects/Account/${await client.create('Account', { Name: 'Acme' })}`;
    const { headers } = await client.get(path);
    const tag = headers['etag'] ?? '';
    expect(tag).toMatch(/^"[A-Za-z0-9+/]{43}="$/);
    expect(headers['last-modified']).toBe('Sun, 01 Mar 2026 10:00:00 GMT');
    expect(await client.get(path, { headers: { 'if-none-match': tag } })).toMatchObject({
      status: 304,
      body: undefined,
    });
    expect((await client.get(`${path}?fields=Name`)).headers['etag']).toBe(tag);
    expect((await client.patch(path, { Name: 'New' }, { headers: { 'if-match': tag } })).status).toBe(204);
    expect((await client.get(path)).headers['etag']).not.toBe(tag);
    const late = await client.patch(path, { Name: 'Newer' }, { headers: { 'if-match': tag } });
    expect([late.status, await client.query('SELECT Name FROM Account')]).toMatchObject([
      412,
      [{ Name: 'New' }],
    ]);
    expect((await client.patch(path, { Name: 'Newer' }, { headers: { 'if-match': 'x' } })).status).toBe(400);
  });

  it('are on dates of everything', async () => {
    const path = `/sobjects/Contact/${await client.create('Contact', { LastName: 'Doe' })}`;
    const date = 'Sun, 01 Mar 2026 10:00:00 GMT';
    expect((await client.get(path)).headers).not.toHaveProperty('etag');
    expect((await client.get(path, { headers: { 'if-modified-since': date } })).status).toBe(304);
    now = new Date('2026-03-01T10:00:01Z');
    await client.patch(path, { FirstName: 'Jane' });
    expect((await client.get(path, { headers: { 'if-modified-since': date } })).status).toBe(200);
    expect((await client.get(path, { headers: { 'if-unmodified-since': date } })).status).toBe(412);
    const headers = { 'if-unmodified-since': date };
    expect((await client.patch(path, { FirstName: 'John' }, { headers })).status).toBe(412);
  });
});
