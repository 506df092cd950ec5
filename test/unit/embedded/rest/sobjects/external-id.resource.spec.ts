import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

interface Upserted {
  readonly id: string;
}

describe('sObject rows by external id', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  const url = '/sobjects/Contact/Email/jane%40example.com';

  it('creates a record where none has the value', async () => {
    const { status, headers, body } = await client.patch<Upserted>(url, { LastName: 'Doe' });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.stringMatching(/^003/), success: true, errors: [], created: true });
    expect(headers['location']).toBe(`/services/data/v67.0/sobjects/Contact/${body.id}`);
    expect(await client.query('SELECT LastName, Email FROM Contact')).toMatchObject([
      { LastName: 'Doe', Email: 'jane@example.com' },
    ]);
  });

  it('updates the one record that has the value, whatever its case', async () => {
    const id = await client.create('Contact', { LastName: 'Doe', Email: 'Jane@Example.com' });
    expect(await client.patch(url, { LastName: 'Roe' })).toMatchObject({
      status: 200,
      body: { id, success: true, errors: [], created: false },
    });
    expect(await client.query('SELECT LastName FROM Contact')).toMatchObject([{ LastName: 'Roe' }]);
  });

  it('answers as older versions did', async () => {
    const old = `/services/data/v45.0${url}`;
    const created = await client.patch<Upserted>(old, { LastName: 'Doe' });
    expect([created.status, created.body]).toEqual([201, { id: created.body.id, success: true, errors: [] }]);
    const updated = await client.patch(old, { LastName: 'Roe' });
    expect([updated.status, updated.body]).toEqual([204, undefined]);
  });

  it('lists what an ambiguous value could mean, and does nothing', async () => {
    const ids = [
      await client.create('Contact', { LastName: 'Doe', Email: 'jane@example.com' }),
      await client.create('Contact', { LastName: 'Roe', Email: 'jane@example.com' }),
    ];
    const urls = ids.map((id) => `/services/data/v67.0/sobjects/Contact/${id}`);
    for (const reply of [
      await client.patch(url, { LastName: 'X' }),
      await client.get(url),
      await client.delete(url),
    ]) {
      expect([reply.status, reply.body]).toEqual([300, urls]);
    }
    expect(await client.query('SELECT LastName FROM Contact ORDER BY LastName')).toMatchObject([
      { LastName: 'Doe' },
      { LastName: 'Roe' },
    ]);
  });

  it('reads and deletes the one record', async () => {
    const id = await client.create('Contact', { LastName: 'Doe', Email: 'jane@example.com' });
    expect(await client.get(`${url}?fields=Id,LastName`)).toMatchObject({
      status: 200,
      body: { Id: id, LastName: 'Doe' },
    });
    expect((await client.delete(url)).status).toBe(204);
    expect((await client.get(url)).status).toBe(404);
  });

  it('updates by Id, and with updateOnly creates nothing', async () => {
    const id = await client.create('Account', { Name: 'Acme' });
    expect(await client.patch(`/sobjects/Account/Id/${id}?updateOnly=true`, { Phone: '1' })).toMatchObject({
      status: 200,
      body: { id, success: true, errors: [], created: false },
    });
    expect((await client.patch(`${url}?updateOnly=true`, { LastName: 'Doe' })).status).toBe(404);
    expect(await client.query('SELECT Id FROM Contact')).toEqual([]);
  });

  it.each(['Namez', 'Phone'])('refuses %s, which is no external id', async (field) => {
    expect(await client.patch(`/sobjects/Contact/${field}/foobar`, { LastName: 'Doe' })).toMatchObject({
      status: 404,
      body: [
        {
          message: `Provided external ID field does not exist or is not accessible: ${field}`,
          errorCode: 'NOT_FOUND',
        },
      ],
    });
  });

  it('reads content at the URL that its record names', async () => {
    const parent = await client.create('Account', { Name: 'Acme' });
    const id = await client.create('Attachment', {
      Name: 'hello.txt',
      ContentType: 'text/plain',
      Body: 'aGVsbG8=',
      ParentId: parent,
    });
    const { body } = await client.get<{ Body: string }>(`/sobjects/Attachment/${id}?fields=Body`);
    expect(body.Body).toBe(`/services/data/v67.0/sobjects/Attachment/${id}/Body`);
    expect(await client.get(body.Body)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/plain' },
      body: 'hello',
    });
    expect((await client.get(`/sobjects/Attachment/${id}/Name`)).status).toBe(404);
  });
});
