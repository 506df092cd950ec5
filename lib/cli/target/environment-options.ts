import type {
  AuthOptions,
  SalesforceConnectionOptions,
} from '../../connection/connection-options.interface.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { ProcessContext } from '../command-context.interface.js';
import { canPrompt, promptHidden } from './hidden-prompt.js';
import type { TargetOptions } from './target.interface.js';

type Environment = ProcessContext['env'];

/**
 * The connection that the environment and the command line describe, undefined when they say nothing of one. A secret that is
 * missing is asked for, where somebody can be asked.
 *
 * @throws SalesforceConfigurationException when a secret is missing; the message names the variable
 */
export async function environmentOptions(
  options: TargetOptions,
  context: ProcessContext,
): Promise<SalesforceConnectionOptions | undefined> {
  const { env } = context;
  const loginUrl = options.loginUrl ?? env['SALESFORCE_LOGIN_URL'];
  const auth = sessionAuth(env) ?? (await appAuth(options, context)) ?? (await userAuth(options, context));
  if (auth) return { loginUrl, auth };
  if (options.loginUrl === undefined) return undefined;
  throw new SalesforceConfigurationException(
    '--login-url says where to sign in, and nothing says who: give --username or --client-id, or set SALESFORCE_USERNAME or ' +
      'SALESFORCE_CLIENT_ID.',
  );
}

function sessionAuth(env: Environment): AuthOptions | undefined {
  const { SALESFORCE_ACCESS_TOKEN: accessToken, SALESFORCE_INSTANCE_URL: instanceUrl } = env;
  return accessToken && instanceUrl ? { flow: 'session', accessToken, instanceUrl } : undefined;
}

/** By an app: with its key, its user's approval, or its secret and the user's password. */
async function appAuth(options: TargetOptions, context: ProcessContext): Promise<AuthOptions | undefined> {
  const { env } = context;
  const clientId = options.clientId ?? env['SALESFORCE_CLIENT_ID'];
  if (!clientId) return undefined;
  const username = options.username ?? env['SALESFORCE_USERNAME'];
  const { SALESFORCE_PRIVATE_KEY: privateKey, SALESFORCE_REFRESH_TOKEN: refreshToken } = env;
  if (privateKey && username) return { flow: 'jwt', clientId, username, privateKey };
  if (refreshToken) {
    return { flow: 'refresh-token', clientId, refreshToken, clientSecret: env['SALESFORCE_CLIENT_SECRET'] };
  }
  const clientSecret = await secret('SALESFORCE_CLIENT_SECRET', `Consumer secret of ${clientId}`, context);
  if (!username) return { flow: 'client-credentials', clientId, clientSecret };
  const password = await passwordOf(username, context);
  return { flow: 'password', clientId, clientSecret, username, password, ...tokenOf(env) };
}

/** By username and password alone. */
async function userAuth(options: TargetOptions, context: ProcessContext): Promise<AuthOptions | undefined> {
  const username = options.username ?? context.env['SALESFORCE_USERNAME'];
  if (!username) return undefined;
  return { flow: 'soap', username, password: await passwordOf(username, context), ...tokenOf(context.env) };
}

function passwordOf(username: string, context: ProcessContext): Promise<string> {
  // What an embedded org that is served says it has made.
  const made = context.env['NESTJS_SALESFORCE_PASSWORD'];
  return made && !context.env['SALESFORCE_PASSWORD']
    ? Promise.resolve(made)
    : secret('SALESFORCE_PASSWORD', `Password of ${username}`, context);
}

function tokenOf(env: Environment): { readonly securityToken?: string } {
  const securityToken = env['SALESFORCE_SECURITY_TOKEN'];
  return securityToken ? { securityToken } : {};
}

async function secret(variable: string, question: string, context: ProcessContext): Promise<string> {
  const given = context.env[variable];
  if (given) return given;
  const typed = canPrompt(context) ? await promptHidden(question, context) : undefined;
  if (typed !== undefined) return typed;
  throw new SalesforceConfigurationException(
    `${question} is needed: set ${variable}${canPrompt(context) ? '' : ', or run the command in a terminal, where it is asked for'}.`,
  );
}
