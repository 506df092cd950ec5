import { describe, expect, it } from '@jest/globals';
import { OrgSessionStorage } from '../../../../lib/embedded/login/org-session.storage.js';

const USER = '005000000000001AAA';

function sessionsAt(start: string, timeout = 60_000) {
  let now = new Date(start);
  const sessions = new OrgSessionStorage({ organizationId: '00D000000000001EAA', now: () => now, timeout });
  return { sessions, wait: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

describe('OrgSessionStorage', () => {
  it('opens sessions whose token begins with the short id of the organisation', () => {
    const { sessions } = sessionsAt('2026-01-01T00:00:00Z');
    const session = sessions.open(USER, { clientId: 'app', scopes: ['api'] });
    expect(session.token).toMatch(/^00D000000000001![\w-]{96}$/);
    expect(sessions.find(session.token)).toEqual({
      token: session.token,
      userId: USER,
      clientId: 'app',
      scopes: ['api'],
      issuedAt: 1_767_225_600_000,
    });
  });

  it('never gives a token twice', () => {
    const { sessions } = sessionsAt('2026-01-01T00:00:00Z');
    expect(sessions.open(USER).token).not.toBe(sessions.open(USER).token);
  });

  it('ends a session that was idle for the time-out', () => {
    const { sessions, wait } = sessionsAt('2026-01-01T00:00:00Z');
    const { token } = sessions.open(USER);
    wait(60_000);
    expect(sessions.find(token)).toBeUndefined();
  });

  it('keeps a session that is used', () => {
    const { sessions, wait } = sessionsAt('2026-01-01T00:00:00Z');
    const { token } = sessions.open(USER);
    wait(59_999);
    expect(sessions.find(token)).toBeDefined();
    wait(59_999);
    expect(sessions.find(token)).toBeDefined();
  });

  it('ends one session by its token', () => {
    const { sessions } = sessionsAt('2026-01-01T00:00:00Z');
    const [one, other] = [sessions.open(USER), sessions.open(USER)];
    expect(sessions.revoke(one.token)).toBe(true);
    expect(sessions.revoke(one.token)).toBe(false);
    expect(sessions.find(one.token)).toBeUndefined();
    expect(sessions.find(other.token)).toBeDefined();
  });

  it('tells when a session ends without putting it off', () => {
    const { sessions, wait } = sessionsAt('2026-01-01T00:00:00Z');
    const { token } = sessions.open(USER);
    wait(59_999);
    expect(sessions.inspect(token)).toMatchObject({ expires: 1_767_225_660_000, session: { userId: USER } });
    wait(1);
    expect(sessions.inspect(token)).toBeUndefined();
  });

  it('knows what a refresh token stands for', () => {
    const { sessions } = sessionsAt('2026-01-01T00:00:00Z');
    const refreshToken = sessions.approve(USER, 'app', ['api']);
    expect(refreshToken).toMatch(/^5Aep[\w-]{80}$/);
    expect(sessions.approval(refreshToken)).toEqual({
      userId: USER,
      clientId: 'app',
      scopes: ['api'],
      issuedAt: 1_767_225_600_000,
    });
    expect(sessions.approval('made up')).toBeUndefined();
  });

  it('ends with a refresh token the sessions that it opened', () => {
    const { sessions } = sessionsAt('2026-01-01T00:00:00Z');
    const refreshToken = sessions.approve(USER, 'app');
    const opened = sessions.open(USER, { clientId: 'app', refreshToken });
    const other = sessions.open(USER);
    expect(sessions.revoke(refreshToken)).toBe(true);
    expect(sessions.find(opened.token)).toBeUndefined();
    expect(sessions.find(other.token)).toBeDefined();
    expect(sessions.approval(refreshToken)).toBeUndefined();
  });

  it('ends all sessions and keeps approvals', () => {
    const { sessions } = sessionsAt('2026-01-01T00:00:00Z');
    const refreshToken = sessions.approve(USER, 'app');
    const { token } = sessions.open(USER);
    sessions.endAll();
    expect(sessions.find(token)).toBeUndefined();
    expect(sessions.approval(refreshToken)).toBeDefined();
  });
});
