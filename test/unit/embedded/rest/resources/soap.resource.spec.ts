import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

const USER = { username: 'admin@example.com', password: 'a<b&c' };

function envelope(body: string, header = ''): string {
  return (
    '<?xml version="1.0"?><se:Envelope xmlns:se="http://schemas.xmlsoap.org/soap/envelope/">' +
    `<se:Header>${header}</se:Header><se:Body>${body}</se:Body></se:Envelope>`
  );
}

function login(password = 'a&lt;b&amp;c'): string {
  return envelope(
    `<login xmlns="urn:partner.soap.sforce.com"><username>${USER.username}</username><password>${password}</password></login>`,
  );
}

describe('SOAP resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open({ user: USER });
  });
  afterEach(() => client.close());

  const send = (path: string, body: string) =>
    client.post<string>(path, body, {
      token: null,
      headers: { 'content-type': 'text/xml', soapaction: '""' },
    });

  it('signs in, and the session is good for REST', async () => {
    const { status, headers, body } = await send('/services/Soap/u/50.0', login());
    expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
    const organization = client.org.organizationId;
    expect(body).toContain(
      `<serverUrl>https://embedded-org.invalid/services/Soap/u/50.0/${organization.slice(0, 15)}</serverUrl>`,
    );
    expect(body).toContain('<passwordExpired>false</passwordExpired>');
    expect(body).toContain(`<organizationId>${organization}</organizationId>`);
    expect(body).toContain('<sessionSecondsValid>7200</sessionSecondsValid>');
    expect(body).toContain('<userName>admin@example.com</userName>');
    expect(body).toContain('<roleId xsi:nil="true"/>');
    const token = /<sessionId>([^<]+)</.exec(body)?.[1];
    expect((await client.get('/limits', { token: token! })).status).toBe(200);
  });

  it('answers the enterprise API in its own namespace', async () => {
    const { status, body } = await send('/services/Soap/c/50.0/00D000000000000', login());
    expect(status).toBe(200);
    expect(body).toContain('xmlns="urn:enterprise.soap.sforce.com"');
    expect(body).toContain('/services/Soap/c/50.0/');
  });

  it('takes the security token of the user behind the password', async () => {
    await client.close();
    client = await OrgClient.open({ user: { ...USER, securityToken: 'Tok3n' } });
    expect((await send('/services/Soap/u/50.0', login('a&lt;b&amp;cTok3n'))).status).toBe(200);
    expect((await send('/services/Soap/u/50.0', login('a&lt;b&amp;c'))).status).toBe(200);
    expect((await send('/services/Soap/u/50.0', login('a&lt;b&amp;ctok3n'))).status).toBe(500);
  });

  it('refuses a wrong password with a login fault', async () => {
    const { status, body } = await send('/services/Soap/u/50.0', login('wrong'));
    expect(status).toBe(500);
    expect(body).toContain('<faultcode>sf:INVALID_LOGIN</faultcode>');
    expect(body).toContain(
      '<faultstring>INVALID_LOGIN: Invalid username, password, security token; or user locked out.</faultstring>',
    );
    expect(body).toContain('<sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode>');
  });

  it('has no login from version 65.0 on', async () => {
    const { status, body } = await send('/services/Soap/u/65.0', login());
    expect(status).toBe(500);
    expect(body).toContain('<faultcode>sf:UNSUPPORTED_API_VERSION</faultcode>');
  });

  it('tells who is signed in, and signs out', async () => {
    const header = `<SessionHeader xmlns="urn:partner.soap.sforce.com"><sessionId>${client.org.accessToken}</sessionId></SessionHeader>`;
    const info = await send(
      '/services/Soap/u/50.0',
      envelope('<getUserInfo xmlns="urn:partner.soap.sforce.com"/>', header),
    );
    expect(info.status).toBe(200);
    expect(info.body).toContain('<getUserInfoResponse><result>');
    expect(info.body).toContain('<userName>admin@example.com</userName>');
    const logout = envelope('<logout xmlns="urn:partner.soap.sforce.com"/>', header);
    expect((await send('/services/Soap/u/50.0', logout)).status).toBe(200);
    const again = await send('/services/Soap/u/50.0', logout);
    expect(again.status).toBe(500);
    expect(again.body).toContain(
      '<faultstring>INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session</faultstring>',
    );
  });

  it.each(['', 'no xml', '<a/>', envelope(''), envelope('<query><q/></query>')])(
    'answers %j with a fault',
    async (text) => {
      const { status, body } = await send('/services/Soap/u/50.0', text);
      expect(status).toBe(500);
      expect(body).toContain('<soapenv:Fault><faultcode>sf:');
    },
  );
});
