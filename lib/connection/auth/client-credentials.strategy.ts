import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { ClientCredentialsAuthOptions } from '../connection-options.interface.js';
import type { AuthStrategy, Session } from './auth-strategy.interface.js';
import type { LoginContext } from './login-context.interface.js';
import { openOAuthClient, sessionFromToken } from './oauth-client.js';

const SHARED_LOGIN_HOSTS = new Set(['login.salesforce.com', 'test.salesforce.com']);

/** OAuth 2.0 client credentials flow. */
export class ClientCredentialsStrategy implements AuthStrategy {
  readonly renewable = true;
  readonly #context: LoginContext;
  readonly #app: { readonly clientId: string; readonly clientSecret: string };

  constructor({ clientId, clientSecret }: ClientCredentialsAuthOptions, context: LoginContext) {
    const { hostname } = new URL(context.loginUrl);
    if (SHARED_LOGIN_HOSTS.has(hostname)) {
      throw new SalesforceConfigurationException(
        `The client credentials flow of the connection '${context.connection}' cannot sign in at ${hostname}, which no ` +
          "org owns: set loginUrl to the org's My Domain URL, such as https://acme.my.salesforce.com.",
        { connection: context.connection },
      );
    }
    this.#context = context;
    this.#app = { clientId, clientSecret };
  }

  async login(): Promise<Session> {
    const client = await openOAuthClient(this.#context, this.#app);
    return sessionFromToken(await client.requestToken({ grant_type: 'client_credentials' }));
  }
}
