import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../support/org-client.js';

describe('identity resources', () => {
  let client: OrgClient;
  let userId: string;

  beforeEach(async () => {
    client = await OrgClient.open({
      user: {
        username: 'ada@example.com',
        email: 'ada@lovelace.example',
        firstName: 'Ada',
        lastName: 'Lovelace',
      },
    });
    const { body } = await client.get<{ identity: string }>('/');
    userId = body.identity.slice(-18);
  });
  afterEach(() => client.close());

  it('tells at the identity URL who the session belongs to', async () => {
    const { organizationId } = client.org;
    const { status, body } = await client.get(`/id/${organizationId}/${userId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: `https://embedded-org.invalid/id/${organizationId}/${userId}`,
      asserted_user: true,
      user_id: userId,
      organization_id: organizationId,
      username: 'ada@example.com',
      display_name: 'Ada Lovelace',
      email: 'ada@lovelace.example',
      first_name: 'Ada',
      last_name: 'Lovelace',
      active: true,
      user_type: 'STANDARD',
      urls: {
        rest: 'https://embedded-org.invalid/services/data/v{version}/',
        partner: `https://embedded-org.invalid/services/Soap/u/{version}/${organizationId.slice(0, 15)}`,
      },
    });
  });

  it('tells the same as OpenID user info', async () => {
    const { status, body } = await client.get('/services/oauth2/userinfo');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      sub: `https://embedded-org.invalid/id/${client.org.organizationId}/${userId}`,
      user_id: userId,
      preferred_username: 'ada@example.com',
      name: 'Ada Lovelace',
      given_name: 'Ada',
      family_name: 'Lovelace',
      email: 'ada@lovelace.example',
    });
  });

  it('answers strangers with 403 and the text Bad_OAuth_Token', async () => {
    for (const path of ['/services/oauth2/userinfo', `/id/${client.org.organizationId}/${userId}`]) {
      expect(await client.get(path, { token: 'made-up' })).toMatchObject({
        status: 403,
        body: 'Bad_OAuth_Token',
      });
      expect(await client.get(path, { token: null })).toMatchObject({
        status: 403,
        body: 'Missing_OAuth_Token',
      });
    }
  });

  it('has the properties of the recorded answers, in their order', async () => {
    const { body } = await client.get<{ urls: object }>(`/id/${client.org.organizationId}/${userId}`);
    expect(Object.keys(body)).toEqual([
      'id',
      'asserted_user',
      'user_id',
      'organization_id',
      'username',
      'nick_name',
      'display_name',
      'email',
      'email_verified',
      'first_name',
      'last_name',
      'timezone',
      'photos',
      'addr_street',
      'addr_city',
      'addr_state',
      'addr_country',
      'addr_zip',
      'mobile_phone',
      'mobile_phone_verified',
      'is_lightning_login_user',
      'status',
      'urls',
      'active',
      'user_type',
      'language',
      'locale',
      'utcOffset',
      'last_modified_date',
      'is_app_installed',
    ]);
    const userinfo = await client.get<{ urls: object }>('/services/oauth2/userinfo');
    const urls = [
      'enterprise',
      'metadata',
      'partner',
      'rest',
      'sobjects',
      'search',
      'query',
      'recent',
      'tooling_soap',
      'tooling_rest',
      'profile',
      'feeds',
      'groups',
      'users',
      'feed_items',
      'feed_elements',
      'custom_domain',
    ];
    expect([body.urls, userinfo.body.urls].map((each) => Object.keys(each))).toEqual([urls, urls]);
    expect(Object.keys(userinfo.body)).toEqual([
      'sub',
      'user_id',
      'organization_id',
      'preferred_username',
      'nickname',
      'name',
      'email',
      'email_verified',
      'given_name',
      'family_name',
      'zoneinfo',
      'photos',
      'profile',
      'picture',
      'address',
      'is_salesforce_integration_user',
      'urls',
      'active',
      'user_type',
      'language',
      'locale',
      'utcOffset',
      'updated_at',
    ]);
  });

  it.each([
    ['version=58.0', '58.0'],
    ['version=latest', '67.0'],
    ['version=x', '{version}'],
  ])('fills the version in that %s asks for', async (query, version) => {
    const path = `/id/${client.org.organizationId}/${userId}?${query}`;
    const { body } = await client.get<{ urls: Record<string, string> }>(path);
    expect(body.urls['rest']).toBe(`https://embedded-org.invalid/services/data/v${version}/`);
  });

  it.each([
    ['?format=xml', undefined],
    ['', 'application/xml,application/json'],
  ])('answers in XML for %j and Accept %j', async (query, accept) => {
    const path = `/id/${client.org.organizationId}/${userId}${query}`;
    const { headers, body } = await client.get<string>(path, { headers: { ...(accept && { accept }) } });
    expect(headers['content-type']).toBe('application/xml;charset=UTF-8');
    expect(body).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?><user xmlns:xsi="http:\/\/www.w3.org\/2001\/XMLSchema-instance"><id>https:/,
    );
    expect(body).toContain('<status><created_date xsi:nil="true"/><body xsi:nil="true"/></status>');
    expect(body).toContain('<asserted_user>true</asserted_user>');
  });

  it('takes the token as a parameter', async () => {
    const path = `/id/${client.org.organizationId}/${userId}`;
    const token = encodeURIComponent(client.org.accessToken);
    expect((await client.get(`${path}?oauth_token=${token}`, { token: null })).status).toBe(200);
    expect(
      (await client.get(`/services/oauth2/userinfo?access_token=${token}`, { token: null })).status,
    ).toBe(200);
  });

  it('tells of other users that they are others', async () => {
    const [{ Id }] = (await client.query<{ Id: string }>('SELECT Id FROM Profile')) as [{ Id: string }];
    const other = await client.create('User', {
      Username: 'bob@example.com',
      LastName: 'Bob',
      Email: 'bob@example.com',
      Alias: 'bob',
      CommunityNickname: 'bob',
      ProfileId: Id,
      TimeZoneSidKey: 'GMT',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
    expect(await client.get(`/id/${client.org.organizationId}/${other}`)).toMatchObject({
      status: 200,
      body: { asserted_user: false, username: 'bob@example.com' },
    });
  });

  it('knows no other org and no user that is none', async () => {
    expect(await client.get(`/id/00D000000000001EAA/${userId}`)).toMatchObject({
      status: 403,
      body: 'Wrong_Org',
    });
    for (const id of ['005000000000000AAA', 'x']) {
      expect(await client.get(`/id/${client.org.organizationId}/${id}`)).toMatchObject({
        status: 404,
        body: 'Bad_Id',
      });
    }
  });
});
