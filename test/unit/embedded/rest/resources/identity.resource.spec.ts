import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

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
    for (const token of [null, 'made-up']) {
      for (const path of ['/services/oauth2/userinfo', `/id/${client.org.organizationId}/${userId}`]) {
        expect(await client.get(path, { token })).toMatchObject({ status: 403, body: 'Bad_OAuth_Token' });
      }
    }
  });

  it('tells nothing of other users', async () => {
    const path = `/id/${client.org.organizationId}/005000000000000AAA`;
    expect(await client.get(path)).toMatchObject({ status: 403, body: 'Bad_OAuth_Token' });
  });
});
