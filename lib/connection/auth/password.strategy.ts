import type { PasswordAuthOptions } from '../connection-options.interface.js';
import type { AuthStrategy, Session } from './auth-strategy.interface.js';
import type { LoginContext } from './login-context.interface.js';
import { openOAuthClient, sessionFromToken } from './oauth-client.js';

/** OAuth 2.0 username-password flow. */
export class PasswordStrategy implements AuthStrategy {
  readonly renewable = true;
  readonly #context: LoginContext;
  readonly #options: PasswordAuthOptions;

  constructor(options: PasswordAuthOptions, context: LoginContext) {
    this.#context = context;
    this.#options = options;
  }

  async login(): Promise<Session> {
    const { clientId, clientSecret, username, password, securityToken = '' } = this.#options;
    const client = await openOAuthClient(this.#context, { clientId, clientSecret });
    return sessionFromToken(await client.authenticate(username, password + securityToken));
  }
}
