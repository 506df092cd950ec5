import { describe, expect, it } from '@jest/globals';
import {
  AuthorizationCodeStorage,
  meetsChallenge,
} from '../../../../../lib/embedded/login/oauth/authorization-code.storage.js';

const ACCESS = {
  userId: '005000000000001AAA',
  clientId: 'app',
  redirectUri: 'https://app.example/callback',
  scopes: ['api'],
};

function codesAt(start: string) {
  let now = new Date(start);
  const codes = new AuthorizationCodeStorage(() => now);
  return { codes, wait: (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000)) };
}

describe('AuthorizationCodeStorage', () => {
  it('gives what was consented to for a code, once', () => {
    const { codes } = codesAt('2026-01-01T00:00:00Z');
    const code = codes.issue(ACCESS);
    expect(code).toMatch(/^aPrx[\w-]{72}==$/);
    expect(codes.redeem(code)).toEqual(ACCESS);
    expect(codes.redeem(code)).toBeUndefined();
    expect(codes.redeem('made up')).toBeUndefined();
  });

  it('keeps a code for 15 minutes, and tells afterwards that it was one', () => {
    const { codes, wait } = codesAt('2026-01-01T00:00:00Z');
    const [early, late] = [codes.issue(ACCESS), codes.issue(ACCESS)];
    wait(14.9);
    expect(codes.redeem(early)).toEqual(ACCESS);
    wait(0.1);
    expect(codes.redeem(late)).toBe('expired');
  });

  it('forgets a code that ran out long ago', () => {
    const { codes, wait } = codesAt('2026-01-01T00:00:00Z');
    const code = codes.issue(ACCESS);
    wait(31);
    codes.issue(ACCESS);
    expect(codes.redeem(code)).toBeUndefined();
  });
});

describe('meetsChallenge', () => {
  // The example of RFC 7636, appendix B.
  const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

  it.each([
    ['S256', CHALLENGE, VERIFIER, true],
    ['S256', `${CHALLENGE}=`, VERIFIER, true],
    ['S256', VERIFIER, VERIFIER, false],
    ['S256', CHALLENGE, CHALLENGE, false],
    ['S256', CHALLENGE, null, false],
    ['plain', VERIFIER, VERIFIER, true],
    ['plain', CHALLENGE, VERIFIER, false],
    ['plain', VERIFIER, '', false],
  ] as const)('by %s, challenge %s, verifier %s: %s', (method, value, verifier, meets) => {
    expect(meetsChallenge({ method, value }, verifier)).toBe(meets);
  });
});
