import { describe, expect, it } from '@jest/globals';
import type { SalesforceConnectionOptions } from '../../../lib/connection/connection-options.interface.js';
import { validateConnectionOptions } from '../../../lib/connection/validate-connection-options.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';

const session = { flow: 'session', accessToken: 'SECRET', instanceUrl: 'https://acme.my.salesforce.com' };

function refusal(options: object): SalesforceConfigurationException {
  try {
    validateConnectionOptions('emea', options as SalesforceConnectionOptions);
  } catch (error) {
    if (error instanceof SalesforceConfigurationException) return error;
    throw error;
  }
  throw new TypeError('The options were accepted.');
}

describe('validateConnectionOptions', () => {
  it.each([
    [{ auth: session }],
    [{ embedded: {} }],
    [
      {
        auth: session,
        apiVersion: '58.0',
        loginUrl: 'http://127.0.0.1:8080',
        proxy: 'http://u:p@proxy:3128',
      },
    ],
    [{ auth: session, timeouts: { connect: 50, response: 0.5 } }],
    [{ auth: { flow: 'refresh-token', clientId: 'c', refreshToken: 'r' } }],
    [{ auth: session, connect: 'eager', logLevel: 'off', namespace: 'acme_1', checkSchema: 'fail' }],
    [{ auth: session, connect: undefined, logLevel: undefined, namespace: '' }],
  ])('accepts %j', (options) => {
    expect(() => validateConnectionOptions('emea', options as SalesforceConnectionOptions)).not.toThrow();
  });

  it.each([
    [{}, /neither auth nor embedded given/],
    [{ auth: session, embedded: {} }, /both auth and embedded given/],
    [{ auth: { flow: 'jtw' } }, /auth\.flow 'jtw' is unknown. Give one of jwt, client-credentials/],
    [{ auth: { flow: 'toString' } }, /auth\.flow 'toString' is unknown/],
    [
      { auth: { flow: 'jwt', clientId: '', username: undefined, privateKey: 'SECRET' } },
      /needs auth\.clientId, auth\.username\./,
    ],
    [{ auth: { flow: 'client-credentials', clientId: 'c' } }, /needs auth\.clientSecret\./],
    [{ auth: { flow: 'refresh-token', clientId: 'c' } }, /needs auth\.refreshToken\./],
    [
      { auth: { flow: 'password', password: 'SECRET' } },
      /needs auth\.clientId, auth\.clientSecret, auth\.username\./,
    ],
    [{ auth: { flow: 'soap', password: 'SECRET' } }, /needs auth\.username\./],
    [{ auth: { flow: 'session', accessToken: 'SECRET' } }, /needs auth\.instanceUrl\./],
    [{ auth: { ...session, instanceUrl: 'acme.my.salesforce.com' } }, /auth\.instanceUrl is no URL/],
    [{ auth: session, loginUrl: 'login.salesforce.com' }, /loginUrl is no URL/],
    [{ auth: session, loginUrl: 'ftp://acme.my.salesforce.com' }, /loginUrl is no URL/],
    [
      { auth: session, loginUrl: 'https://acme.lightning.force.com' },
      /Lightning host.*https:\/\/acme\.my\.salesforce\.com/,
    ],
    [{ auth: { ...session, instanceUrl: 'https://acme.lightning.force.com/one' } }, /Lightning host/],
    [{ auth: session, apiVersion: 'v67.0' }, /apiVersion 'v67.0' is none. Give a text such as '67.0'/],
    [{ auth: session, apiVersion: '67' }, /apiVersion '67' is none/],
    [{ auth: session, proxy: 'user:SECRET@proxy' }, /proxy is no URL/],
    [
      { auth: session, timeouts: { connect: 0 } },
      /timeouts\.connect is no number of milliseconds above zero/,
    ],
    [{ auth: session, timeouts: { response: Number.NaN } }, /timeouts\.response/],
    [{ auth: session, connect: 'Eager' }, /connect 'Eager' is unknown. Give one of lazy, eager\./],
    [{ auth: session, checkSchema: true }, /checkSchema 'true' is unknown. Give one of off, warn, fail\./],
    [
      { auth: session, logLevel: 'verbose' },
      /logLevel 'verbose' is unknown. Give one of off, error, warn, log, debug\./,
    ],
    [{ auth: session, namespace: 'acme__' }, /namespace 'acme__' is none.*without the underscores/],
    [{ auth: session, namespace: 'a-b' }, /namespace 'a-b' is none/],
  ])('refuses %j', (options, message) => {
    const exception = refusal(options);
    expect(exception.message).toMatch(message);
    expect(exception.message).toMatch(/^Options of the connection 'emea': /);
    expect(exception.message).not.toContain('SECRET');
    expect(exception.connection).toBe('emea');
  });
});
