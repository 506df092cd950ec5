import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgBrowser } from '../../../support/org-browser.js';
import { OrgClient } from '../../../support/org-client.js';

const USER = { username: 'ada@example.com', password: 'secret' };
const NOW = new Date('2026-07-01T12:00:00Z');

interface Codes {
  readonly device_code: string;
  readonly user_code: string;
}

describe('connect resource', () => {
  let client: OrgClient;
  let browser: OrgBrowser;
  let now: Date;

  beforeEach(async () => {
    now = NOW;
    client = await OrgClient.open({ user: USER, clock: () => now });
    browser = new OrgBrowser((method, path, call) => client.call(method, path, { token: null, ...call }));
  });
  afterEach(() => client.close());

  const post = <Body>(fields: Record<string, string>) =>
    client.post<Body>('/services/oauth2/token', new URLSearchParams(fields).toString(), { token: null });
  const ask = async () =>
    (await post<Codes>({ response_type: 'device_code', client_id: 'tv', scope: 'api refresh_token' })).body;
  const poll = ({ device_code }: Codes) =>
    post<Record<string, string>>({ grant_type: 'device', client_id: 'tv', code: device_code });

  it('gives a device two codes and the way to this page', async () => {
    const { status, body } = await post({ response_type: 'device_code', client_id: 'tv', format: 'json' });
    expect(status).toBe(200);
    expect(body).toEqual({
      device_code: expect.stringMatching(/^M01W/),
      user_code: expect.stringMatching(/^[BCDFGHJKLMNPQRSTVWXZ2-9]{8}$/),
      verification_uri: 'https://embedded-org.invalid/setup/connect',
      interval: 5,
    });
  });

  it('lets the device in by code, login and consent', async () => {
    const codes = await ask();
    expect(await poll(codes)).toMatchObject({ status: 400, body: { error: 'authorization_pending' } });
    const page = await browser.open(`/setup/connect?user_code=${codes.user_code}&prompt=login`);
    expect(page.body).toContain(`value="${codes.user_code}"`);
    const login = await browser.submit(page, { user_code: codes.user_code, decision: 'connect' });
    expect(login.body).toContain('to continue to <strong>tv</strong>');
    const consent = await browser.submit(login, { ...USER, decision: 'login' });
    expect(consent.body).toContain('Allow Access?');
    const done = await browser.submit(consent, { decision: 'allow' });
    expect(done.body).toContain('Your device is connected');
    now = new Date(NOW.getTime() + 5000);
    const { status, body } = await poll(codes);
    expect(status).toBe(200);
    expect(body).toMatchObject({ scope: 'api refresh_token', refresh_token: expect.stringMatching(/^5Aep/) });
    expect((await client.get('/limits', { token: body['access_token']! })).status).toBe(200);
  });

  it('turns the device away when the user does', async () => {
    const codes = await ask();
    const page = await browser.open('/setup/connect');
    const login = await browser.submit(page, {
      user_code: codes.user_code.toLowerCase(),
      decision: 'connect',
    });
    const consent = await browser.submit(login, { ...USER, decision: 'login' });
    expect((await browser.submit(consent, { decision: 'deny' })).body).toContain('Access denied');
    expect(await poll(codes)).toMatchObject({
      status: 400,
      body: { error: 'access_denied', error_description: 'end-user denied authorization' },
    });
    expect(await poll(codes)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('does not ask to log in who is', async () => {
    const [first, second] = [await ask(), await ask()];
    const page = await browser.open('/setup/connect');
    const login = await browser.submit(page, { user_code: first.user_code, decision: 'connect' });
    await browser.submit(login, { ...USER, decision: 'login' });
    const again = await browser.submit(page, { user_code: second.user_code, decision: 'connect' });
    expect(again.body).toContain('Allow Access?');
  });

  it('knows no other codes, and none after ten minutes', async () => {
    const codes = await ask();
    const page = await browser.open('/setup/connect');
    const unknown = await browser.submit(page, { user_code: 'AAAABBBB', decision: 'connect' });
    expect(unknown.status).toBe(400);
    expect(unknown.body).toContain('We don’t know this code, or its time is over.');
    now = new Date(NOW.getTime() + 600_000);
    expect((await browser.submit(page, { user_code: codes.user_code, decision: 'connect' })).status).toBe(
      400,
    );
    expect(await poll(codes)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('slows a hasty device down', async () => {
    const codes = await ask();
    await poll(codes);
    expect(await poll(codes)).toMatchObject({ status: 400, body: { error: 'slow_down' } });
  });

  it('refuses a wrong password, and a form that is not its own', async () => {
    const codes = await ask();
    const page = await browser.open('/setup/connect');
    const login = await browser.submit(page, { user_code: codes.user_code, decision: 'connect' });
    const refused = await browser.submit(login, { ...USER, password: 'wrong', decision: 'login' });
    expect(refused.status).toBe(401);
    expect(refused.body).toContain('Please check your username and password.');
    const foreign = { user_code: codes.user_code, form_token: 'guessed', decision: 'connect' };
    expect((await browser.submit(page, foreign)).status).toBe(403);
  });
});
