import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('metadata answers', () => {
  let client: OrgClient;
  let now = new Date('2026-05-06T09:49:20Z');

  beforeEach(async () => {
    now = new Date('2026-05-06T09:49:20Z');
    client = await OrgClient.open({ clock: () => now });
  });
  afterEach(() => client.close());

  const addField = () =>
    client.org.define([
      {
        name: 'Account',
        label: 'Account',
        labelPlural: 'Accounts',
        keyPrefix: '001',
        custom: false,
        createable: true,
        updateable: true,
        deletable: true,
        queryable: true,
        fields: [
          {
            name: 'Tier__c',
            label: 'Tier',
            type: 'string',
            custom: true,
            createable: true,
            updateable: true,
          },
        ],
      },
    ]);

  it.each([
    '/sobjects',
    '/sobjects/Account/describe',
    '/sobjects/Account/describe/layouts',
    '/quickActions',
    '/tabs',
  ])('bring a tag and a date: %s', async (path) => {
    const { headers } = await client.get(path);
    expect(headers['etag']).toMatch(/^"[0-9a-f]{8}"$/);
    expect(headers['last-modified']).toBe('Wed, 06 May 2026 09:49:20 GMT');
    const again = await client.get(path, { headers: { 'if-none-match': headers['etag']! } });
    expect(again).toMatchObject({ status: 304, body: undefined });
    const since = { 'if-modified-since': headers['last-modified']! };
    expect((await client.get(path, { headers: since })).status).toBe(304);
  });

  it('are sent again when the object has changed', async () => {
    const path = '/sobjects/Account/describe';
    const { headers } = await client.get(path);
    now = new Date('2026-05-06T10:00:00Z');
    addField();
    const changed = await client.get(path, { headers: { 'if-none-match': headers['etag']! } });
    expect(changed.status).toBe(200);
    expect(changed.headers['last-modified']).toBe('Wed, 06 May 2026 10:00:00 GMT');
    const since = { 'if-modified-since': headers['last-modified']! };
    expect((await client.get(path, { headers: since })).status).toBe(200);
  });

  it('stay the same when nothing new is declared', async () => {
    addField();
    const { headers } = await client.get('/sobjects/Account/describe');
    now = new Date('2026-05-06T10:00:00Z');
    addField();
    const again = await client.get('/sobjects/Account/describe');
    expect(again.headers['etag']).toBe(headers['etag']);
    expect(again.headers['last-modified']).toBe('Wed, 06 May 2026 09:49:20 GMT');
  });
});
