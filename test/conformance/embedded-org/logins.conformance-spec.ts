import type {
  ConformanceCase,
  ConformanceStep,
} from '../../support/conformance/conformance-case.interface.js';
import { conformanceSuite } from '../../support/conformance/conformance-suite.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

const token = (form: string, answer: Partial<ConformanceStep>): ConformanceStep => ({
  call: 'POST /services/oauth2/token',
  token: null,
  headers: FORM,
  body: `client_id=app&client_secret=hush&${form}`,
  status: 200,
  ...answer,
});

const PASSWORD = 'grant_type=password&username=admin%40example.com&password=secret';

const envelope = (operation: string, session = ''): string =>
  '<?xml version="1.0" encoding="utf-8"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/" xmlns:urn="urn:partner.soap.sforce.com">' +
  `<env:Header>${session}</env:Header><env:Body>${operation}</env:Body></env:Envelope>`;

const soap = (body: string, answer: Partial<ConformanceStep>): ConformanceStep => ({
  call: 'POST /services/Soap/u/60.0',
  token: null,
  headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: 'login' },
  body,
  status: 200,
  ...answer,
});

const login = (password: string): string =>
  envelope(
    `<urn:login><urn:username>admin@example.com</urn:username><urn:password>${password}</urn:password></urn:login>`,
  );

const CASES: readonly ConformanceCase[] = [
  {
    title: 'a password opens a session, which lasts until it is revoked',
    steps: [
      token(PASSWORD, {
        answerHeaders: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': /no-store/ },
        answer: {
          access_token: /^00D\w{12,15}!/,
          instance_url: '{origin}',
          id: /\/id\/00D\w{15}\/005\w{15}$/,
          token_type: 'Bearer',
          issued_at: /^\d{13}$/,
          signature: /^[\w+/]{43}=$/,
        },
        keep: { session: 'access_token' },
      }),
      { call: 'GET /limits', token: '{session}', status: 200 },
      {
        call: 'POST /services/oauth2/revoke',
        token: null,
        headers: FORM,
        body: 'token={session}',
        status: 200,
        answer: '',
      },
      {
        call: 'GET /limits',
        token: '{session}',
        status: 401,
        answer: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
      },
    ],
  },
  {
    title: 'anything else opens none',
    steps: [
      token('grant_type=password&username=admin%40example.com&password=wrong', {
        status: 400,
        answer: { error: 'invalid_grant', error_description: 'authentication failure' },
      }),
      token('grant_type=password&username=nobody%40example.com&password=secret', {
        status: 400,
        answer: { error: 'invalid_grant', error_description: 'authentication failure' },
      }),
      token('grant_type=refresh_token&refresh_token=over', {
        status: 400,
        answer: { error: 'invalid_grant', error_description: 'expired access/refresh token' },
      }),
      token('grant_type=magic', {
        status: 400,
        answer: { error: 'unsupported_grant_type', error_description: 'grant type not supported' },
      }),
      token('', { status: 400, contains: { error: /^(?:invalid_request|unsupported_grant_type)$/ } }),
    ],
  },
  {
    title: 'who is signed in is told in three ways',
    steps: [
      token(PASSWORD, { keep: { session: 'access_token', id: 'id' } }),
      {
        call: 'GET /services/oauth2/userinfo',
        token: '{session}',
        status: 200,
        contains: {
          user_id: /^005\w{15}$/,
          organization_id: '{organization}',
          preferred_username: 'admin@example.com',
          email: 'admin@example.com',
          user_type: 'STANDARD',
        },
        keep: { user: 'user_id' },
      },
      {
        call: 'GET /id/{organization}/{user}',
        token: '{session}',
        status: 200,
        contains: { asserted_user: true, user_id: '{user}', username: 'admin@example.com', active: true },
      },
      {
        call: 'POST /services/oauth2/introspect',
        token: null,
        headers: FORM,
        body: 'token={session}&client_id=app&client_secret=hush',
        status: 200,
        contains: { active: true, username: 'admin@example.com' },
      },
    ],
  },
  {
    title: 'SOAP signs in, tells who it is, and signs out',
    steps: [
      soap(login('secret'), {
        answerHeaders: { 'content-type': /^text\/xml/ },
        answer:
          /<loginResponse><result><metadataServerUrl>[^<]+\/services\/Soap\/m\/60\.0\/00D\w{12}<\/metadataServerUrl>.*<sessionId>00D[^<]+<\/sessionId><userId>005\w{15}<\/userId>/,
      }),
      soap(
        envelope(
          '<urn:getUserInfo/>',
          '<urn:SessionHeader><urn:sessionId>{token}</urn:sessionId></urn:SessionHeader>',
        ),
        {
          answer:
            /<getUserInfoResponse><result>.*<userName>admin@example\.com<\/userName>.*<\/result><\/getUserInfoResponse>/,
        },
      ),
      soap(
        envelope(
          '<urn:logout/>',
          '<urn:SessionHeader><urn:sessionId>{token}</urn:sessionId></urn:SessionHeader>',
        ),
        {
          answer: /<logoutResponse\/?>/,
        },
      ),
      { call: 'GET /limits', token: '{token}', status: 401 },
    ],
  },
  {
    title: 'SOAP refuses in the words of the platform',
    steps: [
      soap(login('wrong'), {
        status: 500,
        answer:
          /<faultcode>(?:sf:)?INVALID_LOGIN<\/faultcode><faultstring>INVALID_LOGIN: Invalid username, password, security token; or user locked out\.<\/faultstring>.*<sf:exceptionCode>INVALID_LOGIN<\/sf:exceptionCode>/,
      }),
      soap(
        envelope(
          '<urn:getUserInfo/>',
          '<urn:SessionHeader><urn:sessionId>over</urn:sessionId></urn:SessionHeader>',
        ),
        { status: 500, answer: /<faultcode>(?:sf:)?INVALID_SESSION_ID<\/faultcode>/ },
      ),
      soap('<not closed', { status: 500, answer: /<soapenv:Fault>/ }),
    ],
  },
];

conformanceSuite('logins', CASES);
