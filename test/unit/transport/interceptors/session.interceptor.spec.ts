import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { SessionExpiredException } from '../../../../lib/exceptions/session-expired.exception.js';
import { sessionInterceptor } from '../../../../lib/transport/interceptors/session.interceptor.js';
import type {
  SessionCredentials,
  SessionPort,
} from '../../../../lib/transport/interceptors/session-port.interface.js';
import { fakeDispatch } from '../fake-dispatch.js';

const EXPIRED = '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]';

class FakeSessions implements SessionPort {
  logins = 0;
  renewals = 0;

  constructor(
    public held: SessionCredentials | undefined,
    readonly renewable = true,
  ) {}

  async current(): Promise<SessionCredentials> {
    this.logins++;
    this.held ??= { accessToken: 'first', instanceUrl: 'https://acme.my.salesforce.com' };
    return this.held;
  }

  async renew(): Promise<SessionCredentials | undefined> {
    this.renewals++;
    if (!this.renewable) return undefined;
    this.held = { accessToken: 'renewed', instanceUrl: 'https://acme2.my.salesforce.com' };
    return this.held;
  }
}

const held = (): SessionCredentials => ({
  accessToken: 'first',
  instanceUrl: 'https://acme.my.salesforce.com',
});
const request = { method: 'GET', url: '/services/data/v67.0/limits', headers: {} } as const;

describe('sessionInterceptor', () => {
  it('authorises a call and completes its URL', async () => {
    const next = fakeDispatch(() => ({ body: '{}' }));
    await sessionInterceptor(new FakeSessions(held()))(next)(request);
    expect(next.requests).toEqual([
      {
        method: 'GET',
        url: 'https://acme.my.salesforce.com/services/data/v67.0/limits',
        headers: { authorization: 'Bearer first' },
      },
    ]);
  });

  it("replaces jsforce's own header and leaves its absolute URL", async () => {
    const next = fakeDispatch(() => ({}));
    await sessionInterceptor(new FakeSessions(held()))(next)({
      method: 'GET',
      url: 'https://acme.my.salesforce.com/x',
      headers: { authorization: 'Bearer stale' },
    });
    expect(next.requests[0]).toMatchObject({
      url: 'https://acme.my.salesforce.com/x',
      headers: { authorization: 'Bearer first' },
    });
  });

  it('repeats a refused call once, with the renewed session at its own host', async () => {
    const sessions = new FakeSessions(held());
    const next = fakeDispatch(({ headers }) =>
      headers['authorization'] === 'Bearer renewed' ? { body: 'fine' } : { status: 401, body: EXPIRED },
    );
    const response = await sessionInterceptor(sessions)(next)(request);
    expect(await response.text()).toBe('fine');
    expect(next.requests.map(({ url }) => url)).toEqual([
      'https://acme.my.salesforce.com/services/data/v67.0/limits',
      'https://acme2.my.salesforce.com/services/data/v67.0/limits',
    ]);
  });

  it('answers what the repeated call is answered, whatever that is', async () => {
    const sessions = new FakeSessions(held());
    const next = fakeDispatch(() => ({ status: 401, body: EXPIRED }));
    const response = await sessionInterceptor(sessions)(next)(request);
    expect(response.status).toBe(401);
    expect(next.requests).toHaveLength(2);
    expect(sessions.renewals).toBe(1);
  });

  it('knows the refusal of the identity service', async () => {
    const sessions = new FakeSessions(held());
    const next = fakeDispatch(({ headers }) =>
      headers['authorization'] === 'Bearer renewed' ? {} : { status: 403, body: 'Bad_OAuth_Token' },
    );
    expect((await sessionInterceptor(sessions)(next)(request)).status).toBe(200);
  });

  it.each([
    [403, '[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]'],
    [401, '[{"message":"Connected app is not attached to Agent","errorCode":"INVALID_SESSION_ID"}]'],
    [
      401,
      '[{"message":"This session is not valid for use with the REST API","errorCode":"INVALID_SESSION_ID"}]',
    ],
  ])('does not renew for what a new session cannot mend: %i %s', async (status, body) => {
    const sessions = new FakeSessions(held());
    const next = fakeDispatch(() => ({ status, body }));
    const response = await sessionInterceptor(sessions)(next)(request);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(body);
    expect(next.requests).toHaveLength(1);
    expect(sessions.renewals).toBe(0);
  });

  it('does not renew a session that was made for the very call', async () => {
    const sessions = new FakeSessions(undefined);
    const next = fakeDispatch(() => ({ status: 401, body: EXPIRED }));
    expect((await sessionInterceptor(sessions)(next)(request)).status).toBe(401);
    expect(next.requests).toHaveLength(1);
    expect(sessions).toMatchObject({ logins: 1, renewals: 0 });
  });

  it('hands on the refusal of a session that cannot be renewed', async () => {
    const next = fakeDispatch(() => ({ status: 401, body: EXPIRED }));
    const response = await sessionInterceptor(new FakeSessions(held(), false))(next)(request);
    expect(await response.text()).toBe(EXPIRED);
    expect(next.requests).toHaveLength(1);
  });

  it('does not send a stream twice', async () => {
    const sessions = new FakeSessions(held());
    const next = fakeDispatch(() => ({ status: 401, body: EXPIRED }));
    const call = sessionInterceptor(sessions)(next)({
      ...request,
      method: 'PUT',
      body: Readable.from(['csv']),
    });
    await expect(call).rejects.toBeInstanceOf(SessionExpiredException);
    expect(next.requests).toHaveLength(1);
    expect(sessions.renewals).toBe(1);
  });

  describe('of a caller who gives up', () => {
    const reason = new Error('the caller has gone');

    it('lets a login for others go on', async () => {
      const sessions = new FakeSessions(undefined);
      let logIn!: (session: SessionCredentials) => void;
      const login = new Promise<SessionCredentials>((resolve) => (logIn = resolve));
      sessions.current = () => login;
      const next = fakeDispatch(() => ({ body: '{}' }));
      const dispatch = sessionInterceptor(sessions)(next);
      const controller = new AbortController();
      const [given, kept] = [dispatch({ ...request, signal: controller.signal }), dispatch(request)];
      controller.abort(reason);
      await expect(given).rejects.toBe(reason);
      logIn(held());
      await expect(kept).resolves.toMatchObject({ status: 200 });
      expect(next.requests).toHaveLength(1);
    });

    it('does not wait for a renewal', async () => {
      const sessions = new FakeSessions(held());
      const controller = new AbortController();
      sessions.renew = () => {
        controller.abort(reason);
        return new Promise(() => undefined);
      };
      const next = fakeDispatch(() => ({ status: 401, body: EXPIRED }));
      const call = sessionInterceptor(sessions)(next)({ ...request, signal: controller.signal });
      await expect(call).rejects.toBe(reason);
      expect(next.requests).toHaveLength(1);
    });

    it('does not log in when that was before the call', async () => {
      const sessions = new FakeSessions(undefined);
      const call = sessionInterceptor(sessions)(fakeDispatch(() => ({})))({
        ...request,
        signal: AbortSignal.abort(reason),
      });
      await expect(call).rejects.toBe(reason);
      expect(sessions.logins).toBe(0);
    });
  });
});
