import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmbeddedOrgOptions } from '../../lib/embedded/embedded-org-options.interface.js';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';

const PASSWORD = 'secret';

/** A client over HTTP that knows nothing but a URL, a user and a password. */
class HttpClient {
  private constructor(
    readonly url: string,
    readonly token: string,
  ) {}

  static async login(url: string, username = 'admin@example.com'): Promise<HttpClient> {
    const fields = {
      grant_type: 'password',
      client_id: 'a',
      client_secret: 'b',
      username,
      password: PASSWORD,
    };
    const response = await fetch(`${url}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    const { access_token } = (await response.json()) as { access_token: string };
    return new HttpClient(url, access_token);
  }

  async call<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
    const response = await fetch(
      path.startsWith('/services') ? this.url + path : `${this.url}/services/data/v67.0${path}`,
      {
        method,
        headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      },
    );
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  }

  async names(sobject: string): Promise<string[]> {
    const { body } = await this.call<{ records: { Name: string }[] }>(
      'GET',
      `/query?q=${encodeURIComponent(`SELECT Name FROM ${sobject} ORDER BY Name`)}`,
    );
    return body.records.map(({ Name }) => Name);
  }
}

describe('Embedded org over HTTP', () => {
  let folder: string;
  const orgs: EmbeddedOrg[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'embedded-org-'));
  });
  afterEach(async () => {
    await Promise.all(orgs.splice(0).map((org) => org.close()));
    await rm(folder, { recursive: true });
  });

  async function open(options: EmbeddedOrgOptions = {}): Promise<{ org: EmbeddedOrg; client: HttpClient }> {
    const org = await EmbeddedOrg.create({ ...options, user: { password: PASSWORD } });
    orgs.push(org);
    const { url } = await org.listen();
    return { org, client: await HttpClient.login(url) };
  }

  it('is another org for another database', async () => {
    const [one, other] = [await open(), await open()];
    await one.client.call('POST', '/sobjects/Account', { Name: 'Mine' });
    expect(await one.client.names('Account')).toEqual(['Mine']);
    expect(await other.client.names('Account')).toEqual([]);
    const stranger = await fetch(`${other.client.url}/services/data/v67.0/limits`, {
      headers: { authorization: `Bearer ${one.client.token}` },
    });
    expect(stranger.status).toBe(401);
    await stranger.text();
  });

  it('finds after a restart what was written before, and asks for a new login', async () => {
    const database = join(folder, 'org.sqlite');
    const before = await open({ database });
    const created = await before.client.call<{ id: string }>('POST', '/sobjects/Account', { Name: 'Kept' });
    await before.org.close();

    const after = await open({ database });
    expect(await after.client.names('Account')).toEqual(['Kept']);
    const { status } = await after.client.call('PATCH', `/sobjects/Account/${created.body.id}`, {
      Name: 'Changed',
    });
    expect(status).toBe(204);
    const next = await after.client.call<{ id: string }>('POST', '/sobjects/Account', { Name: 'New' });
    expect(next.body.id).not.toBe(created.body.id);
    const stale = await fetch(`${after.client.url}/services/data/v67.0/limits`, {
      headers: { authorization: `Bearer ${before.client.token}` },
    });
    expect(stale.status).toBe(401);
    await stale.text();
  });

  it('serves many clients at once, each whole', async () => {
    const { client } = await open();
    const writes = Array.from({ length: 40 }, (_, index) =>
      client.call<{ success: boolean }[]>('POST', '/composite/sobjects', {
        allOrNone: true,
        records: Array.from({ length: 5 }, (_unused, record) => ({
          attributes: { type: 'Account' },
          // Every fourth call has a record that cannot be saved.
          Name: index % 4 === 0 && record === 4 ? null : `Account ${index}.${record}`,
        })),
      }),
    );
    const replies = await Promise.all(writes);
    expect(replies.filter(({ body }) => body.every(({ success }) => success))).toHaveLength(30);
    expect(await client.names('Account')).toHaveLength(150);
  });

  it('goes on after everything a client can do wrong', async () => {
    const { client } = await open();
    const root = `${client.url}/services/data/v67.0`;
    const headers = { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' };
    const wrong = [
      await fetch(`${root}/sobjects/Account`, { method: 'POST', headers, body: '{"Name": "cut o' }),
      await fetch(`${root}/sobjects/Account`, {
        method: 'POST',
        headers,
        body: Buffer.from([0xff, 0xfe, 0x00]),
      }),
      await fetch(`${root}/sobjects/Account`, { method: 'POST', headers, body: '[[[[[[[[[[' }),
      await fetch(`${root}/sobjects/Account`, { method: 'POST', headers, body: '{"__proto__": {"x": 1}}' }),
      await fetch(`${root}/query?q=%27%3B%20DROP%20TABLE%20%22Account%22`, { headers }),
      await fetch(`${root}/sobjects/${'A'.repeat(10_000)}`, { headers }),
      await fetch(`${root}/composite`, { method: 'POST', headers, body: '{"compositeRequest":[null]}' }),
    ];
    expect(wrong.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 404, 400]);
    for (const response of wrong) expect(await response.text()).not.toMatch(/\bat .*\.[jt]s:\d+/);
    await client.call('POST', '/sobjects/Account', { Name: 'Still here' });
    expect(await client.names('Account')).toEqual(['Still here']);
  });
});
