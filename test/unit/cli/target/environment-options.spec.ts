import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { ProcessContext } from '../../../../lib/cli/command-context.interface.js';
import { environmentOptions } from '../../../../lib/cli/target/environment-options.js';
import type { TargetOptions } from '../../../../lib/cli/target/target.interface.js';

/** @param typed what is typed when something is asked; undefined where there is no terminal */
async function optionsOf(env: Readonly<Record<string, string>>, options: TargetOptions = {}, typed?: string) {
  const input = Object.assign(new PassThrough(), { isTTY: typed !== undefined });
  if (typed !== undefined) input.end(typed);
  let shown = '';
  const context = {
    env,
    input,
    terminal: typed !== undefined,
    writeError: (text: string) => (shown += text),
    stopped: new AbortController().signal,
  } as unknown as ProcessContext;
  return { connection: await environmentOptions(options, context), shown };
}

const LOGIN = { SALESFORCE_LOGIN_URL: 'https://acme.my.salesforce.com' };
const loginUrl = 'https://acme.my.salesforce.com';

describe('environmentOptions', () => {
  it.each([
    [
      'a session',
      { SALESFORCE_ACCESS_TOKEN: '00D!x', SALESFORCE_INSTANCE_URL: loginUrl },
      { loginUrl: undefined, auth: { flow: 'session', accessToken: '00D!x', instanceUrl: loginUrl } },
    ],
    [
      'an app with its key',
      { ...LOGIN, SALESFORCE_CLIENT_ID: 'app', SALESFORCE_USERNAME: 'ada', SALESFORCE_PRIVATE_KEY: 'PEM' },
      { loginUrl, auth: { flow: 'jwt', clientId: 'app', username: 'ada', privateKey: 'PEM' } },
    ],
    [
      'an app that was approved',
      { SALESFORCE_CLIENT_ID: 'app', SALESFORCE_REFRESH_TOKEN: '5Aep' },
      { loginUrl: undefined, auth: { flow: 'refresh-token', clientId: 'app', refreshToken: '5Aep' } },
    ],
    [
      'an app with its secret',
      { ...LOGIN, SALESFORCE_CLIENT_ID: 'app', SALESFORCE_CLIENT_SECRET: 's' },
      { loginUrl, auth: { flow: 'client-credentials', clientId: 'app', clientSecret: 's' } },
    ],
    [
      'a user by an app',
      {
        SALESFORCE_CLIENT_ID: 'app',
        SALESFORCE_CLIENT_SECRET: 's',
        SALESFORCE_USERNAME: 'ada',
        SALESFORCE_PASSWORD: 'p',
        SALESFORCE_SECURITY_TOKEN: 't',
      },
      {
        loginUrl: undefined,
        auth: {
          flow: 'password',
          clientId: 'app',
          clientSecret: 's',
          username: 'ada',
          password: 'p',
          securityToken: 't',
        },
      },
    ],
    [
      'a user',
      { SALESFORCE_USERNAME: 'ada', SALESFORCE_PASSWORD: 'p' },
      { loginUrl: undefined, auth: { flow: 'soap', username: 'ada', password: 'p' } },
    ],
    [
      'what a served org says',
      { ...LOGIN, SALESFORCE_USERNAME: 'ada', NESTJS_SALESFORCE_PASSWORD: 'made' },
      { loginUrl, auth: { flow: 'soap', username: 'ada', password: 'made' } },
    ],
  ])('finds %s', async (_, env, expected) => {
    expect(await optionsOf(env as Record<string, string>)).toEqual({ connection: expected, shown: '' });
  });

  it('finds nothing in an environment that says nothing', async () => {
    expect((await optionsOf({})).connection).toBeUndefined();
    expect((await optionsOf(LOGIN)).connection).toBeUndefined();
  });

  it('takes the command line before the environment', async () => {
    const env = { ...LOGIN, SALESFORCE_USERNAME: 'ada', SALESFORCE_PASSWORD: 'p' };
    const { connection } = await optionsOf(env, { username: 'bob', loginUrl: 'https://test.salesforce.com' });
    expect(connection).toEqual({
      loginUrl: 'https://test.salesforce.com',
      auth: { flow: 'soap', username: 'bob', password: 'p' },
    });
  });

  it('asks for a password that is missing, and shows nothing of it', async () => {
    const { connection, shown } = await optionsOf({}, { username: 'ada' }, 'hunter2\n');
    expect(connection?.auth).toEqual({ flow: 'soap', username: 'ada', password: 'hunter2' });
    expect(shown).toBe('Password of ada: \n');
  });

  it('asks for a consumer secret that is missing', async () => {
    const { connection, shown } = await optionsOf({}, { clientId: 'app' }, 'hush\n');
    expect(connection?.auth).toEqual({ flow: 'client-credentials', clientId: 'app', clientSecret: 'hush' });
    expect(shown).toBe('Consumer secret of app: \n');
  });

  it('says which variable is missing where nobody can be asked', async () => {
    await expect(optionsOf({ SALESFORCE_USERNAME: 'ada' })).rejects.toThrow(
      'Password of ada is needed: set SALESFORCE_PASSWORD, or run the command in a terminal, where it is asked for.',
    );
  });

  it('says so when nothing is typed', async () => {
    await expect(optionsOf({}, { username: 'ada' }, '\n')).rejects.toThrow(
      'Password of ada is needed: set SALESFORCE_PASSWORD.',
    );
  });

  it('says that a login URL alone is not enough', async () => {
    await expect(optionsOf({}, { loginUrl })).rejects.toThrow(
      '--login-url says where to sign in, and nothing says who',
    );
  });
});
