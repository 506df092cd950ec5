import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  DescribeGlobalResult,
  DescribeSObjectResult,
} from '../../../../../lib/protocol/describe.interface.js';
import { OrgClient } from '../../../../support/org-client.js';

const USERNAME = 'sales@example.com';

describe('descriptions for a user who may not see everything', () => {
  let client: OrgClient;
  let token: string;

  beforeEach(async () => {
    client = await OrgClient.open({
      users: [{ username: USERNAME, password: 'secret' }],
      permissions: {
        [USERNAME]: {
          objects: { Case: { read: false }, Account: { delete: false } },
          fields: { 'Account.Rating': 'none', 'Account.Phone': 'read' },
        },
      },
    });
    const form = {
      grant_type: 'password',
      client_id: 'a',
      client_secret: 'b',
      username: USERNAME,
      password: 'secret',
    };
    const { body } = await client.call<{ access_token: string }>('POST', '/services/oauth2/token', {
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      token: null,
    });
    token = body.access_token;
  });
  afterEach(() => client.close());

  it('leave out fields and children, and say what cannot be written', async () => {
    const { body } = await client.get<DescribeSObjectResult>('/sobjects/Account/describe', { token });
    expect(body).toMatchObject({ createable: true, deletable: false });
    expect(body.fields.map(({ name }) => name)).not.toContain('Rating');
    expect(body.fields.find(({ name }) => name === 'Phone')).toMatchObject({
      createable: false,
      updateable: false,
    });
    const children = body.childRelationships.map(({ childSObject }) => childSObject);
    expect(children).toContain('Contact');
    expect(children).not.toContain('Case');
    const whole = await client.get<DescribeSObjectResult>('/sobjects/Account/describe');
    expect(whole.body.fields.map(({ name }) => name)).toContain('Rating');
    expect(whole.body.childRelationships.map(({ childSObject }) => childSObject)).toContain('Case');
  });

  it('do not know an object that is not to be seen', async () => {
    for (const path of ['/sobjects/Case', '/sobjects/Case/describe', '/sobjects/Case/describe/layouts']) {
      expect(await client.get(path, { token })).toMatchObject({
        status: 404,
        body: [{ errorCode: 'NOT_FOUND' }],
      });
    }
    const { body } = await client.get<DescribeGlobalResult>('/sobjects', { token });
    const names = body.sobjects.map(({ name }) => name);
    expect(names).toContain('Account');
    expect(names).not.toContain('Case');
    expect((await client.get('/sobjects/Account', { token })).body).toMatchObject({
      objectDescribe: { deletable: false },
    });
  });

  it('do not let fields be asked for', async () => {
    const id = await client.create('Account', { Name: 'Acme', Rating: 'Hot' });
    expect(await client.get(`/sobjects/Account/${id}?fields=Rating`, { token })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD', message: "No such column 'Rating' on sobject of type Account" }],
    });
    expect((await client.get(`/sobjects/Account/${id}?fields=Rating`)).body).toMatchObject({ Rating: 'Hot' });
    const many = `/composite/sobjects/Account?ids=${id}&fields=Rating`;
    expect((await client.get(many, { token })).status).toBe(400);
  });
});
