import { describe, expect, it } from '@jest/globals';
import { cacheSpace } from '../../../../lib/connection/cache/cache-space.js';
import type { AuthOptions } from '../../../../lib/connection/connection-options.interface.js';

const password: AuthOptions = {
  flow: 'password',
  clientId: 'app',
  clientSecret: 'first secret',
  username: 'ada@example.com',
  password: 'first password',
};
const space = (auth: AuthOptions, more: { loginUrl?: string; apiVersion?: string } = {}, name = 'default') =>
  cacheSpace(name, { auth, ...more });

describe('cacheSpace', () => {
  it('is the same for the same user of the same org', () => {
    expect(space({ ...password })).toBe(space(password));
    expect(space({ ...password, clientSecret: 'other', password: 'other', securityToken: 'T' })).toBe(
      space(password),
    );
  });

  it('is another one for whoever may see other records, or in another form', () => {
    const spaces = [
      space(password),
      space({ ...password, username: 'bo@example.com' }),
      space({ ...password, clientId: 'other' }),
      space(password, { loginUrl: 'https://test.salesforce.com' }),
      space(password, { apiVersion: '60.0' }),
      space(password, {}, 'emea'),
      space({ flow: 'jwt', clientId: 'app', username: 'ada@example.com', privateKey: 'key' }),
      space({ flow: 'soap', username: 'ada@example.com', password: 'p' }),
      space({ flow: 'client-credentials', clientId: 'app', clientSecret: 's' }),
      space({ flow: 'refresh-token', clientId: 'app', refreshToken: 'a' }),
      space({ flow: 'refresh-token', clientId: 'app', refreshToken: 'b' }),
      space({ flow: 'session', instanceUrl: 'https://acme.my.salesforce.com', accessToken: 'a' }),
      space({ flow: 'session', instanceUrl: 'https://acme.my.salesforce.com', accessToken: 'b' }),
      cacheSpace('default', { embedded: {} }),
      cacheSpace('default', { embedded: {} }),
    ];
    expect(new Set(spaces).size).toBe(spaces.length);
  });

  it('tells nothing of the credentials', () => {
    expect(space(password)).toMatch(/^nestjs-salesforce:default:[\w-]{43}$/);
  });
});
