import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApexRestHandler } from '../../../../../lib/embedded/rest/apex/apex-rest.interface.js';
import { SalesforceConfigurationException } from '../../../../../lib/exceptions/salesforce-configuration.exception.js';
import { soql } from '../../../../../lib/soql/soql-tag.js';
import { OrgClient } from '../../../../support/org-client.js';

const HANDLERS: Readonly<Record<string, ApexRestHandler>> = {
  'GET /Account/:id': ({ params, org }) =>
    org.query(soql`SELECT Id, Name FROM Account WHERE Id = ${params['id']}`)[0] ?? null,
  'POST /Account': async ({ body, response, user, org }) => {
    const { name } = body as { name: string };
    response.statusCode = 201;
    response.headers['x-made-by'] = user.username;
    return Promise.resolve(org.insert('Account', { Name: name }));
  },
  'PATCH /Account/:id': ({ params, body, org }) =>
    org.update('Account', params['id']!, body as Readonly<Record<string, unknown>>),
  'delete Account/:id': ({ params, org }) => org.delete('Account', params['id']!),
  'GET /named/:name': ({ params, org }) =>
    org.query(soql`SELECT Id FROM Account WHERE Name = ${params['name']}`),
  'GET /files/*': ({ params, query }) => ({ rest: params['*'], query: query.get('q') }),
  'PUT /text': ({ body }) => ({ body }),
  'GET /fails': () => {
    throw new RangeError('List index out of bounds: 0');
  },
};

describe('Apex REST resource', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open({ apexRest: HANDLERS });
  });
  afterEach(() => client.close());

  it('runs handlers on the records of the org', async () => {
    const made = await client.post<string>('/services/apexrest/Account', { name: 'Acme' });
    expect(made.status).toBe(201);
    expect(made.headers['x-made-by']).toBe('admin@example.com');
    const id = made.body;
    expect(id).toMatch(/^001\w{15}$/);
    expect(await client.get(`/services/apexrest/Account/${id}`)).toMatchObject({
      status: 200,
      body: { Id: id, Name: 'Acme' },
    });
    expect(await client.patch(`/services/apexrest/Account/${id}`, { Name: 'Other' })).toMatchObject({
      status: 204,
    });
    expect((await client.get<{ Name: string }>(`/services/apexrest/Account/${id}`)).body.Name).toBe('Other');
    expect((await client.delete(`/services/apexrest/Account/${id}`)).status).toBe(204);
    expect(await client.get(`/services/apexrest/Account/${id}`)).toMatchObject({ status: 200, body: null });
  });

  it('binds what a call says into queries', async () => {
    await client.create('Account', { Name: "x' OR Name != '" });
    const text = encodeURIComponent("' OR Name != '");
    expect((await client.get(`/services/apexrest/named/${text}`)).body).toEqual([]);
    expect((await client.get(`/services/apexrest/named/x${text}`)).body).toHaveLength(1);
  });

  it('gives the rest of a path, the query, and a body that is no JSON', async () => {
    expect((await client.get('/services/apexrest/files/a/b%20c?q=1')).body).toEqual({
      rest: 'a/b c',
      query: '1',
    });
    const text = await client.call('PUT', '/services/apexrest/text', {
      body: 'plain',
      headers: { 'content-type': 'text/plain' },
    });
    expect(text.body).toEqual({ body: 'plain' });
  });

  it('answers an exception without its stack', async () => {
    expect(await client.get('/services/apexrest/fails')).toMatchObject({
      status: 500,
      body: [{ errorCode: 'APEX_ERROR', message: 'RangeError: List index out of bounds: 0' }],
    });
  });

  it('knows no other path, and no other method', async () => {
    expect(await client.get('/services/apexrest/Nothing')).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'Could not find a match for URL' }],
    });
    expect(await client.get('/services/apexrest/Account')).toMatchObject({
      status: 405,
      body: [{ errorCode: 'METHOD_NOT_ALLOWED', message: "HTTP Method 'GET' not allowed. Allowed are POST" }],
    });
  });

  it('asks for a session', async () => {
    expect(await client.get('/services/apexrest/files/a', { token: null })).toMatchObject({
      status: 401,
      body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
    });
  });

  it('refuses a handler without method and path', async () => {
    await expect(OrgClient.open({ apexRest: { '/Account': () => null } })).rejects.toThrow(
      SalesforceConfigurationException,
    );
  });
});
