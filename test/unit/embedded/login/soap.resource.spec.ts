import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../support/org-client.js';

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
    expect(body).toContain('<faultcode>INVALID_LOGIN</faultcode>');
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

  it('says in a recorded answer’s properties and order who signed in', async () => {
    const { body } = await send('/services/Soap/u/42.0', login());
    const organization = client.org.organizationId;
    const token = /<sessionId>([^<]+)</.exec(body)?.[1];
    const [userId, profileId] = ['userId', 'profileId'].map(
      (name) => new RegExp(`<${name}>(\\w{18})<`).exec(body)?.[1],
    );
    expect(body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
        'xmlns="urn:partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>' +
        '<loginResponse><result>' +
        `<metadataServerUrl>https://embedded-org.invalid/services/Soap/m/42.0/${organization.slice(0, 15)}</metadataServerUrl>` +
        '<passwordExpired>false</passwordExpired><sandbox>false</sandbox>' +
        `<serverUrl>https://embedded-org.invalid/services/Soap/u/42.0/${organization.slice(0, 15)}</serverUrl>` +
        `<sessionId>${token}</sessionId><userId>${userId}</userId><userInfo>` +
        '<accessibilityMode>false</accessibilityMode><chatterExternal>false</chatterExternal>' +
        '<currencySymbol>$</currencySymbol><orgAttachmentFileSizeLimit>26214400</orgAttachmentFileSizeLimit>' +
        '<orgDefaultCurrencyIsoCode>USD</orgDefaultCurrencyIsoCode>' +
        '<orgDefaultCurrencyLocale>en_US</orgDefaultCurrencyLocale>' +
        '<orgDisallowHtmlAttachments>false</orgDisallowHtmlAttachments>' +
        '<orgHasPersonAccounts>false</orgHasPersonAccounts>' +
        `<organizationId>${organization}</organizationId>` +
        '<organizationMultiCurrency>false</organizationMultiCurrency><organizationName>Embedded Org</organizationName>' +
        `<profileId>${profileId}</profileId><roleId xsi:nil="true"/><sessionSecondsValid>7200</sessionSecondsValid>` +
        '<userDefaultCurrencyIsoCode xsi:nil="true"/><userEmail>admin@example.com</userEmail>' +
        `<userFullName>Embedded Administrator</userFullName><userId>${userId}</userId><userLanguage>en_US</userLanguage>` +
        '<userLocale>en_US</userLocale><userName>admin@example.com</userName><userTimeZone>GMT</userTimeZone>' +
        '<userType>Standard</userType><userUiSkin>Theme3</userUiSkin></userInfo></result></loginResponse>' +
        '</soapenv:Body></soapenv:Envelope>',
    );
  });

  it('writes faults as they are recorded, in the namespace of the API', async () => {
    const { body } = await send('/services/Soap/c/42.0', login('wrong'));
    expect(body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
        'xmlns:sf="urn:fault.enterprise.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
        '<soapenv:Body><soapenv:Fault><faultcode>INVALID_LOGIN</faultcode><faultstring>INVALID_LOGIN: Invalid username, ' +
        'password, security token; or user locked out.</faultstring><detail><sf:LoginFault xsi:type="sf:LoginFault">' +
        '<sf:exceptionCode>INVALID_LOGIN</sf:exceptionCode><sf:exceptionMessage>Invalid username, password, security ' +
        'token; or user locked out.</sf:exceptionMessage></sf:LoginFault></detail></soapenv:Fault></soapenv:Body>' +
        '</soapenv:Envelope>',
    );
  });

  it.each([
    ['v50.0', 'Invalid Api version specified on URL'],
    ['68.0', 'Invalid Api version specified on URL'],
    ['x', 'Invalid Api version specified on URL'],
    [
      '20.0',
      'The API version that was specified (20.0) is below the minimum supported (30.0). Change the version number and run the request again.',
    ],
  ])('has no version %s', async (version, message) => {
    const { status, body } = await send(`/services/Soap/u/${version}`, login());
    expect(status).toBe(500);
    expect(body).toContain(
      `<faultcode>sf:UNSUPPORTED_API_VERSION</faultcode><faultstring>UNSUPPORTED_API_VERSION: ${message}</faultstring>`,
    );
  });

  const signedIn = (operation: string) =>
    envelope(
      `<${operation}/>`,
      `<SessionHeader><sessionId>${client.org.accessToken}</sessionId></SessionHeader>`,
    );

  it('tells the time', async () => {
    await client.close();
    client = await OrgClient.open({ user: USER, clock: () => new Date('2026-07-01T12:00:00Z') });
    const { body } = await send('/services/Soap/u/60.0', signedIn('getServerTimestamp'));
    expect(body).toContain(
      '<getServerTimestampResponse><result><timestamp>2026-07-01T12:00:00.000Z</timestamp></result></getServerTimestampResponse>',
    );
  });

  it.each([
    '/services/Soap/u/60.0',
    '/services/Soap/m/60.0/00D000000000000',
    '/services/Soap/T/60.0',
    '/services/Soap/s/60.0',
  ])('answers other calls at %s as an org without the API, to who is signed in', async (path) => {
    const { status, body } = await send(path, signedIn('query'));
    expect(status).toBe(500);
    expect(body).toContain(
      '<faultcode>sf:API_DISABLED_FOR_ORG</faultcode><faultstring>API_DISABLED_FOR_ORG: API is not enabled for this Organization or Partner</faultstring>',
    );
    expect((await send(path, envelope('<query/>'))).body).toContain(
      '<faultcode>sf:INVALID_SESSION_ID</faultcode>',
    );
  });

  it('knows no call that the WSDL does not have', async () => {
    const { status, body } = await send('/services/Soap/u/60.0', signedIn('brew'));
    expect(status).toBe(500);
    expect(body).toContain(
      '<soapenv:Fault><faultcode>soapenv:Client</faultcode><faultstring>No operation available for request {urn:partner.soap.sforce.com}brew, please check the WSDL for the service.</faultstring></soapenv:Fault>',
    );
  });

  it.each(['', 'no xml', '<a/>', envelope('')])('answers %j with a fault', async (text) => {
    const { status, body } = await send('/services/Soap/u/50.0', text);
    expect(status).toBe(500);
    expect(body).toContain('<soapenv:Fault><faultcode>UNKNOWN_EXCEPTION</faultcode>');
  });
});
