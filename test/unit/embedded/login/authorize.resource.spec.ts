import { createPublicKey, createHash, createHmac, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgBrowser, type OrgPage } from '../../../support/org-browser.js';
import { OrgClient } from '../../../support/org-client.js';

const USER = {
  username: 'ada@example.com',
  password: 'pass&word <1>',
  firstName: 'Ada',
  lastName: 'Lovelace',
};
const LOGIN = { username: USER.username, password: USER.password, decision: 'login' };
const CALLBACK = 'https://app.example/callback';
const NOW = new Date('2026-07-01T12:00:00Z');
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const answerOf = ({ location }: OrgPage) => Object.fromEntries(new URL(location!).searchParams);

describe('authorize resources', () => {
  let client: OrgClient;
  let browser: OrgBrowser;
  let now: Date;

  beforeEach(async () => {
    now = NOW;
    client = await OrgClient.open({
      user: USER,
      clock: () => now,
      apps: [
        {
          clientId: 'app',
          clientSecret: 's3cret',
          name: 'Tea & Biscuits',
          callbackUrls: [CALLBACK, 'tea://done'],
        },
        { clientId: 'public', callbackUrls: [CALLBACK], requirePkce: true },
        { clientId: 'trusted', callbackUrls: [CALLBACK], preauthorized: true },
      ],
    });
    browser = new OrgBrowser((method, page, call) => client.call(method, page, { token: null, ...call }));
  });
  afterEach(() => client.close());

  const path = (parameters: Record<string, string> = {}) =>
    `/services/oauth2/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: 'app',
      redirect_uri: CALLBACK,
      ...parameters,
    }).toString()}`;

  /** Logs in at an authorization URL, and shows what comes after. */
  async function logIn(parameters: Record<string, string> = {}): Promise<OrgPage> {
    const { status, location } = await browser.submit(await browser.open(path(parameters)), LOGIN);
    expect(status).toBe(302);
    return browser.open(location!);
  }

  const token = (fields: Record<string, string>) =>
    client.post<Record<string, string>>(
      '/services/oauth2/token',
      new URLSearchParams({ grant_type: 'authorization_code', redirect_uri: CALLBACK, ...fields }).toString(),
      { token: null },
    );

  async function codeFor(parameters: Record<string, string> = {}): Promise<string> {
    return answerOf(await browser.submit(await logIn(parameters), { decision: 'allow' }))['code']!;
  }

  it('leads by login and consent to a code, and the code to a session', async () => {
    const login = await browser.open(path({ state: 'x y', scope: 'api refresh_token' }));
    expect(login.status).toBe(200);
    expect(login.body).toContain('<strong>Tea &amp; Biscuits</strong>');
    const consent = await logIn({ state: 'x y', scope: 'api refresh_token' });
    expect(consent.body).toContain('Logged in as Ada Lovelace (ada@example.com).');
    expect(consent.body).toMatch(/Manage user data via APIs<\/span\s*><code>api<\/code>/);
    expect(consent.body).toContain('The answer goes to <strong>app.example</strong>');
    const answer = answerOf(await browser.submit(consent, { decision: 'allow' }));
    expect(answer).toEqual({ code: expect.stringMatching(/^aPrx/), state: 'x y' });
    const { status, body } = await token({
      client_id: 'app',
      client_secret: 's3cret',
      code: answer['code']!,
    });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual([
      'access_token',
      'refresh_token',
      'signature',
      'scope',
      'instance_url',
      'id',
      'token_type',
      'issued_at',
    ]);
    expect(body['scope']).toBe('api refresh_token');
    expect(body['signature']).toBe(
      createHmac('sha256', 's3cret').update(`${body['id']}1782907200000`).digest('base64'),
    );
    expect((await client.get('/limits', { token: body['access_token']! })).status).toBe(200);
  });

  it('asks for consent once, and again when the app wants that or more, or the token was revoked', async () => {
    const code = await codeFor({ scope: 'api refresh_token' });
    expect((await browser.open(path({ scope: 'api' }))).location).toMatch(/\?code=aPrx/);
    expect((await browser.open(path({ scope: 'api', prompt: 'consent' }))).body).toContain('Allow Access?');
    expect((await browser.open(path({ scope: 'api web' }))).body).toContain('Allow Access?');
    const { body } = await token({ client_id: 'app', client_secret: 's3cret', code });
    await client.post('/services/oauth2/revoke', `token=${body['refresh_token']}`, { token: null });
    expect((await browser.open(path({ scope: 'api' }))).body).toContain('Allow Access?');
  });

  it('asks no one for consent to an app that is trusted', async () => {
    const { location } = await logIn({ client_id: 'trusted' });
    expect(location).toMatch(/^https:\/\/app\.example\/callback\?code=aPrx/);
  });

  it('asks to log in anew when the app wants that', async () => {
    await codeFor();
    const page = await browser.open(path({ prompt: 'login', login_hint: '"><script>' }));
    expect(page.body).toContain('<h1>Log in</h1>');
    expect(page.body).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(page.body).not.toContain('<script');
    expect((await browser.submit(page, LOGIN)).location).not.toContain('prompt');
  });

  it('tells the app of a refusal', async () => {
    const refused = await browser.submit(await logIn({ state: 's' }), { decision: 'deny' });
    expect(refused.location).toBe(
      `${CALLBACK}?error=access_denied&error_description=end-user%20denied%20authorization&state=s`,
    );
  });

  it('answers without a question, or not at all, when the app wants no question', async () => {
    const unsuccessful = `${CALLBACK}?error=immediate_unsuccessful&error_description=immediate%20unsuccessful`;
    expect((await browser.open(path({ immediate: 'true' }))).location).toBe(unsuccessful);
    const consent = await logIn();
    expect((await browser.open(path({ immediate: 'true' }))).location).toBe(unsuccessful);
    await browser.submit(consent, { decision: 'allow' });
    expect((await browser.open(path({ immediate: 'true' }))).location).toMatch(/\?code=aPrx/);
  });

  it('answers a user agent in the fragment', async () => {
    const page = await browser.submit(
      await logIn({
        response_type: 'token',
        redirect_uri: 'tea://done',
        scope: 'api refresh_token',
        state: 's',
      }),
      { decision: 'allow' },
    );
    const [uri, fragment] = page.location!.split('#');
    expect(uri).toBe('tea://done');
    const answer = Object.fromEntries(new URLSearchParams(fragment));
    expect(answer).toMatchObject({
      access_token: expect.stringMatching(/^00D\w{12}!/),
      refresh_token: expect.stringMatching(/^5Aep/),
      instance_url: 'https://embedded-org.invalid',
      issued_at: '1782907200000',
      token_type: 'Bearer',
      state: 's',
    });
    expect((await client.get('/limits', { token: answer['access_token']! })).status).toBe(200);
    const web = await browser.open(path({ response_type: 'token', scope: 'api refresh_token' }));
    expect(web.location).toContain(`${CALLBACK}#access_token=`);
    expect(web.location).not.toContain('refresh_token=');
  });

  it('gives who asks for openid a token that says who signed in, signed by the org', async () => {
    const code = await codeFor({ scope: 'openid api', nonce: 'n-0S6_WzA2Mj' });
    const { body } = await token({ client_id: 'app', client_secret: 's3cret', code });
    const [header, payload, signature] = body['id_token']!.split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as object;
    expect(claims).toEqual({
      at_hash: createHash('sha256')
        .update(body['access_token']!)
        .digest()
        .subarray(0, 16)
        .toString('base64url'),
      sub: body['id'],
      aud: 'app',
      iss: 'https://embedded-org.invalid',
      exp: 1_782_907_320,
      iat: 1_782_907_200,
      nonce: 'n-0S6_WzA2Mj',
    });
    const { body: published } = await client.get<{ keys: [Record<string, string>] }>('/id/keys', {
      token: null,
    });
    const [key] = published.keys;
    expect(JSON.parse(Buffer.from(header!, 'base64url').toString())).toEqual({
      kid: key['kid'],
      typ: 'JWT',
      alg: 'RS256',
    });
    const isSigned = verify(
      'RSA-SHA256',
      Buffer.from(`${header}.${payload}`),
      createPublicKey({ key, format: 'jwk' }),
      Buffer.from(signature!, 'base64url'),
    );
    expect(isSigned).toBe(true);
  });

  describe('the code', () => {
    const CLIENT = { client_id: 'app', client_secret: 's3cret' };

    it('is good once', async () => {
      const code = await codeFor();
      expect((await token({ ...CLIENT, code })).status).toBe(200);
      expect(await token({ ...CLIENT, code })).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant', error_description: 'invalid authorization code' },
      });
    });

    it('is good for 15 minutes', async () => {
      const code = await codeFor();
      now = new Date(NOW.getTime() + 15 * 60_000);
      expect(await token({ ...CLIENT, code })).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant', error_description: 'expired authorization code' },
      });
    });

    it.each<[string, Record<string, string>, string, string]>([
      ['another app', { client_id: 'public' }, 'invalid_grant', 'invalid authorization code'],
      [
        'another callback',
        { ...CLIENT, redirect_uri: 'tea://done' },
        'redirect_uri_mismatch',
        'redirect_uri must match configuration',
      ],
      ['an app without its secret', { client_id: 'app' }, 'invalid_client', 'invalid client credentials'],
    ])('is nothing for %s', async (_, fields, error, error_description) => {
      const code = await codeFor();
      expect(await token({ ...fields, code })).toMatchObject({
        status: 400,
        body: { error, error_description },
      });
    });

    it.each<[Record<string, string>, string | undefined, number]>([
      [{ code_challenge: CHALLENGE, code_challenge_method: 'S256' }, VERIFIER, 200],
      [{ code_challenge: CHALLENGE }, VERIFIER, 200],
      [{ code_challenge: VERIFIER, code_challenge_method: 'plain' }, VERIFIER, 200],
      [{ code_challenge: CHALLENGE }, CHALLENGE, 400],
      [{ code_challenge: CHALLENGE }, undefined, 400],
    ])('holds the app to its challenge %j with the verifier %j: %s', async (challenge, verifier, status) => {
      const code = await codeFor({ client_id: 'public', ...challenge });
      const reply = await token({ client_id: 'public', code, ...(verifier && { code_verifier: verifier }) });
      expect(reply.status).toBe(status);
      if (status === 400) {
        expect(reply.body).toEqual({ error: 'invalid_grant', error_description: 'invalid code verifier' });
      }
    });
  });

  it.each<[Record<string, string>, string]>([
    [
      { client_id: 'public' },
      `${CALLBACK}?error=invalid_request&error_description=missing%20required%20code%20challenge`,
    ],
    [
      { response_type: 'magic' },
      `${CALLBACK}?error=unsupported_response_type&error_description=response%20type%20not%20supported`,
    ],
  ])('tells the app what is wrong with %j', async (parameters, location) => {
    expect(await browser.open(path(parameters))).toMatchObject({ status: 302, location });
  });

  it.each<[Record<string, string>, string]>([
    [{ client_id: 'nobody' }, 'error=invalid_client_id&amp;error_description=client%20identifier%20invalid'],
    [
      { redirect_uri: 'https://evil.example/' },
      'error=redirect_uri_mismatch&amp;error_description=redirect_uri%20must%20match%20configuration',
    ],
  ])('sends nobody anywhere for %j', async (parameters, text) => {
    const page = await browser.open(path(parameters));
    expect(page).toMatchObject({ status: 400, location: undefined });
    expect(page.body).toContain(text);
  });

  it('says no more of a wrong password than a real org', async () => {
    for (const username of [USER.username, 'nobody@example.com']) {
      const page = await browser.submit(await browser.open(path()), {
        ...LOGIN,
        username,
        password: 'wrong',
      });
      expect(page.status).toBe(401);
      expect(page.body).toContain(
        '<p class="alert" role="alert">Please check your username and password. If you still can&#39;t log in, contact your Salesforce administrator.</p>',
      );
      expect(page.body).toContain(`value="${username}"`);
      expect(page.body).not.toContain('wrong');
    }
  });

  it('takes no form that is not its own', async () => {
    const consent = await logIn();
    const foreign = await browser.submit(consent, { form_token: 'guessed', decision: 'allow' });
    expect(foreign).toMatchObject({ status: 403, location: undefined });
    expect(foreign.body).toContain('This form is no longer valid.');
    browser.cookies.delete('oauth_form');
    expect(await browser.submit(consent, { decision: 'allow' })).toMatchObject({ status: 403 });
  });

  it('keeps its pages to itself', async () => {
    const { headers, body } = await browser.open(path());
    expect(headers).toMatchObject({
      'content-type': 'text/html;charset=UTF-8',
      'cache-control': 'no-cache, no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'set-cookie': expect.stringMatching(/^oauth_form=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
    });
    expect(body).toContain('<html lang="en">');
    expect(body).not.toContain('<script');
  });

  it('has a page for apps without a server', async () => {
    const { status, body } = await browser.open('/services/oauth2/success');
    expect(status).toBe(200);
    expect(body).toContain('You’re connected');
  });
});
