import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

const NOW = new Date('2026-07-01T12:00:00Z');

describe('sObject rows', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open({ clock: () => NOW });
  });
  afterEach(() => client.close());

  it('creates a record and says where it is', async () => {
    const { status, headers, body } = await client.post<{ id: string }>('/sobjects/Account/', {
      Name: 'Acme',
    });
    expect(status).toBe(201);
    expect(body).toEqual({ id: expect.stringMatching(/^001\w{15}$/), success: true, errors: [] });
    expect(headers['location']).toBe(`/services/data/v67.0/sobjects/Account/${body.id}`);
  });

  it('reads the fields that are asked for, named as the catalog names them', async () => {
    const id = await client.create('Account', { Name: 'Acme', NumberOfEmployees: 12 });
    expect(
      await client.get(`/sobjects/account/${id}?fields=id,NAME,NumberOfEmployees,CreatedDate`),
    ).toMatchObject({
      status: 200,
      body: {
        attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${id}` },
        Id: id,
        Name: 'Acme',
        NumberOfEmployees: 12,
        CreatedDate: '2026-07-01T12:00:00.000+0000',
      },
    });
  });

  it('reads every field, compound ones included', async () => {
    const id = await client.create('Account', { Name: 'Acme', BillingCity: 'Bonn' });
    const { body } = await client.get(`/sobjects/Account/${id}`);
    expect(body).toMatchObject({
      Id: id,
      IsDeleted: false,
      BillingAddress: { city: 'Bonn', street: null },
      Phone: null,
    });
  });

  it('takes the 15-character form of an id', async () => {
    const id = await client.create('Account', { Name: 'Acme' });
    expect((await client.get<{ Id: string }>(`/sobjects/Account/${id.slice(0, 15)}`)).body.Id).toBe(id);
  });

  it('updates and answers with nothing', async () => {
    const id = await client.create('Account', { Name: 'Acme', Phone: '1' });
    const { status, body } = await client.patch(`/sobjects/Account/${id}`, { Phone: null, Site: 'HQ' });
    expect([status, body]).toEqual([204, undefined]);
    expect(await client.query('SELECT Name, Phone, Site FROM Account')).toEqual([
      expect.objectContaining({ Name: 'Acme', Phone: null, Site: 'HQ' }),
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['?_HttpMethod=PATCH', {}],
    ['', { 'x-http-method': 'PATCH' }],
  ])('updates by POST with %j %j', async (query, headers) => {
    const id = await client.create('Account', { Name: 'Acme' });
    const { status } = await client.post(`/sobjects/Account/${id}${query}`, { Name: 'New' }, { headers });
    expect(status).toBe(204);
    expect(await client.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'New' }]);
  });

  it('deletes once', async () => {
    const id = await client.create('Account', { Name: 'Acme' });
    const { status, body } = await client.delete(`/sobjects/Account/${id}`);
    expect([status, body]).toEqual([204, undefined]);
    expect(await client.delete(`/sobjects/Account/${id}`)).toMatchObject({
      status: 404,
      body: [{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }],
    });
  });

  it('knows no records that are not there', async () => {
    const expected = {
      status: 404,
      body: [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }],
    };
    expect(await client.get('/sobjects/Account/001000000000000AAA')).toMatchObject(expected);
    expect(await client.patch('/sobjects/Account/001000000000000AAA', { Name: 'x' })).toMatchObject(expected);
    expect(await client.get('/sobjects/Nothing/001000000000000AAA')).toMatchObject(expected);
    expect(await client.post('/sobjects/Nothing', { Name: 'x' })).toMatchObject(expected);
  });

  it('refuses to delete what was never there', async () => {
    expect(await client.delete('/sobjects/Account/001000000000000AAA')).toMatchObject({
      status: 404,
      body: [{ message: 'invalid cross reference id', errorCode: 'INVALID_CROSS_REFERENCE_KEY', fields: [] }],
    });
  });

  it('takes an id of null for none', async () => {
    const { status } = await client.post('/sobjects/Account', { Id: null, Name: 'Acme' });
    expect(status).toBe(201);
    expect(await client.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
  });

  it.each(['23foo', '001000000000001AAAA', '001000000000001AAB'])('takes %s for no id', async (id) => {
    expect(await client.get(`/sobjects/Account/${id}`)).toMatchObject({
      status: 404,
      body: [
        {
          message: `Provided external ID field does not exist or is not accessible: ${id}`,
          errorCode: 'NOT_FOUND',
        },
      ],
    });
  });

  it.each<[Record<string, unknown>, Record<string, unknown>]>([
    [
      { Name: 'Acme', id: '001000000000001AAA' },
      { errorCode: 'INVALID_FIELD', message: 'The Id field should not be specified in the sobject data.' },
    ],
    [
      { Name: 'Acme', AccountNumer: '1' },
      { errorCode: 'INVALID_FIELD', message: "No such column 'AccountNumer' on sobject of type Account" },
    ],
    [
      { Phone: '1' },
      {
        errorCode: 'REQUIRED_FIELD_MISSING',
        message: 'Required fields are missing: [Name]',
        fields: ['Name'],
      },
    ],
    [
      { Name: 'x'.repeat(300) },
      {
        errorCode: 'STRING_TOO_LONG',
        message: `Account Name: data value too large: ${'x'.repeat(300)} (max length=255)`,
        fields: ['Name'],
      },
    ],
  ])('refuses to create from %j', async (values, error) => {
    expect(await client.post('/sobjects/Account', values)).toMatchObject({ status: 400, body: [error] });
    expect(await client.query('SELECT Id FROM Account')).toEqual([]);
  });

  it('refuses to read a field that does not exist', async () => {
    const id = await client.create('Account', { Name: 'Acme' });
    expect(await client.get(`/sobjects/Account/${id}?fields=Name,Nome`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD', message: "No such column 'Nome' on sobject of type Account" }],
    });
  });

  it('creates a record by way of an id field without an id', async () => {
    const { status, headers, body } = await client.post<{ id: string }>('/sobjects/Account/Id', {
      Name: 'Acme',
    });
    expect(status).toBe(201);
    expect(body).toEqual({ id: body.id, success: true, errors: [], created: true });
    expect(headers['location']).toBe(`/services/data/v67.0/sobjects/Account/${body.id}`);
    const older = await client.post('/services/data/v45.0/sobjects/Account/Id', { Name: 'Older' });
    expect(older.body).toEqual({ id: expect.any(String) as unknown, success: true, errors: [] });
    const { id } = body;
    expect((await client.post(`/sobjects/Account/${id}`, { Name: 'Other' })).status).toBe(405);
    expect((await client.post('/services/data/v36.0/sobjects/Account/Id', { Name: 'A' })).status).toBe(405);
    expect((await client.post('/sobjects/Account/Phone', { Name: 'A' })).status).toBe(404);
  });
});
