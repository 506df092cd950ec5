import { describe, expect, it } from '@jest/globals';
import {
  allowsRefresh,
  describeScope,
  requestedScopes,
  withoutRefresh,
} from '../../../../../lib/embedded/login/oauth/scopes.js';

const invalid = expect.objectContaining({
  errorCode: 'invalid_scope',
  message: 'the requested scope is invalid, unknown, or malformed',
});

describe('scopes', () => {
  it('are all of the app when it asks for none', () => {
    expect(requestedScopes({ clientId: 'app' }, null)).toEqual(['refresh_token', 'web', 'id', 'api']);
    expect(requestedScopes({ clientId: 'app', scopes: ['api'] }, ' ')).toEqual(['api']);
  });

  it('are those it asks for, each once', () => {
    expect(requestedScopes({ clientId: 'app' }, 'api  openid api')).toEqual(['api', 'openid']);
  });

  it.each([
    [['full'], 'api openid', true],
    [['full'], 'refresh_token', false],
    [['api', 'refresh_token'], 'offline_access', true],
    [['api'], 'web', false],
    [undefined, 'cdp_query_api', true],
    [undefined, '"api"', false],
  ])('of an app with %j include %j: %s', (scopes, asked, isFine) => {
    const ask = () => requestedScopes({ clientId: 'app', ...(scopes && { scopes }) }, asked);
    if (isFine) expect(ask()).toEqual(asked.split(' '));
    else expect(ask).toThrow(invalid);
  });

  it('know those that refresh tokens come of', () => {
    expect(allowsRefresh(['api', 'offline_access'])).toBe(true);
    expect(allowsRefresh(['full'])).toBe(false);
    expect(withoutRefresh(['api', 'refresh_token', 'id'])).toEqual(['api', 'id']);
  });

  it('have words for people', () => {
    expect(describeScope('api')).toBe('Manage user data via APIs');
    expect(describeScope('sfap_api')).toBe('Access sfap_api');
  });
});
