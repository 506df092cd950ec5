import { describe, expect, it } from '@jest/globals';
import { ConnectedApps } from '../../../../../lib/embedded/login/connected-apps.js';
import {
  answerUrl,
  authorizationRequest,
  authorizationTarget,
} from '../../../../../lib/embedded/login/oauth/authorization-request.js';

const refusal = (errorCode: string, message: string) => expect.objectContaining({ errorCode, message });

const CALLBACK = 'https://app.example/callback';
const apps = new ConnectedApps([
  { clientId: 'app', callbackUrls: [CALLBACK, 'myapp://auth/done'] },
  { clientId: 'strict', callbackUrls: [CALLBACK], requirePkce: true, scopes: ['api', 'refresh_token'] },
]);

const parse = (parameters: Record<string, string>, known = apps) => {
  const all = new URLSearchParams({
    response_type: 'code',
    client_id: 'app',
    redirect_uri: CALLBACK,
    ...parameters,
  });
  return authorizationRequest(authorizationTarget(known, all), all);
};

describe('authorization request', () => {
  it('takes what the app asks for', () => {
    expect(
      parse({
        scope: 'api openid',
        state: 's1',
        nonce: 'n1',
        login_hint: 'ada@example.com',
        prompt: 'login consent',
        code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      }),
    ).toMatchObject({
      redirectUri: CALLBACK,
      state: 's1',
      isFragment: false,
      responseType: 'code',
      scopes: ['api', 'openid'],
      challenge: { method: 'S256', value: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' },
      nonce: 'n1',
      loginHint: 'ada@example.com',
      prompts: new Set(['login', 'consent']),
      isImmediate: false,
    });
  });

  it.each([
    [{ immediate: 'true' }, true],
    [{ prompt: 'none' }, true],
    [{ immediate: 'false' }, false],
  ])('of %j is immediate: %s', (parameters, isImmediate) => {
    expect(parse(parameters).isImmediate).toBe(isImmediate);
  });

  it.each([
    [{ client_id: 'nobody' }, 'invalid_client_id', 'client identifier invalid'],
    [{ client_id: '' }, 'invalid_client_id', 'client identifier invalid'],
    [{ redirect_uri: '' }, 'redirect_uri_missing', 'redirect_uri not provided'],
    [{ redirect_uri: `${CALLBACK}/` }, 'redirect_uri_mismatch', 'redirect_uri must match configuration'],
    [
      { redirect_uri: 'https://APP.example/callback' },
      'redirect_uri_mismatch',
      'redirect_uri must match configuration',
    ],
    [{ response_type: 'password' }, 'unsupported_response_type', 'response type not supported'],
    [{ response_type: '' }, 'unsupported_response_type', 'response type not supported'],
    [{ scope: 'api <b>' }, 'invalid_scope', 'the requested scope is invalid, unknown, or malformed'],
    [{ code_challenge: 'short' }, 'invalid_request', 'invalid code challenge'],
    [
      { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S512' },
      'invalid_request',
      'invalid code challenge',
    ],
    [{ client_id: 'strict', scope: 'api' }, 'invalid_request', 'missing required code challenge'],
    [
      { client_id: 'strict', scope: 'web' },
      'invalid_scope',
      'the requested scope is invalid, unknown, or malformed',
    ],
  ])('refuses %j', (parameters, code, message) => {
    expect(() => parse(parameters)).toThrow(refusal(code, message));
  });

  it.each([
    ['http://localhost:1717/OauthRedirect', true],
    ['myapp://auth/done', true],
    ['urn:app:done', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['https://app.example/#part', false],
    ['//app.example/', false],
    ['https://app.example/\r\nx: y', false],
  ])('answers at %s where the app lists no callback: %s', (redirect_uri, isFine) => {
    const ask = () => parse({ redirect_uri }, new ConnectedApps());
    if (isFine) expect(ask().redirectUri).toBe(redirect_uri);
    else expect(ask).toThrow(refusal('redirect_uri_mismatch', 'redirect_uri must match configuration'));
  });
});

const url = (redirectUri: string, isFragment = false, state: string | null = null) =>
  answerUrl(
    { app: { clientId: 'app' }, redirectUri, state, isFragment },
    { error: 'access_denied', gone: undefined },
  );

describe('answerUrl', () => {
  it('adds to the query of the callback', () => {
    expect(url('https://app.example/cb')).toBe('https://app.example/cb?error=access_denied');
    expect(url('https://app.example/cb?a=1', false, 's t')).toBe(
      'https://app.example/cb?a=1&error=access_denied&state=s%20t',
    );
    expect(url('myapp://auth/done')).toBe('myapp://auth/done?error=access_denied');
    expect(url('https://app.example/zurück')).toBe('https://app.example/zur%C3%BCck?error=access_denied');
  });

  it('answers in the fragment where browsers are asked', () => {
    expect(url('https://app.example/cb', true)).toBe('https://app.example/cb#error=access_denied');
  });
});
