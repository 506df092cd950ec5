import type { RefreshTokenAuthOptions } from '../connection-options.interface.js';
import type { AuthStrategy, Session } from './auth-strategy.interface.js';
import type { LoginContext } from './login-context.interface.js';
import { openOAuthClient, sessionFromToken } from './oauth-client.js';

/** OAuth 2.0 refresh token flow. */
export class RefreshTokenStrategy implements AuthStrategy {
  readonly renewable = true;
  readonly #context: LoginContext;
  readonly #app: { readonly clientId: string; readonly clientSecret?: string };
  readonly #onRefreshToken: RefreshTokenAuthOptions['onRefreshToken'];
  #refreshToken: string;

  constructor(options: RefreshTokenAuthOptions, context: LoginContext) {
    this.#context = context;
    this.#app = { clientId: options.clientId, clientSecret: options.clientSecret };
    this.#onRefreshToken = options.onRefreshToken;
    this.#refreshToken = options.refreshToken;
  }

  async login(): Promise<Session> {
    const client = await openOAuthClient(this.#context, this.#app);
    const token = await client.refreshToken(this.#refreshToken);
    if (token.refresh_token !== undefined && token.refresh_token !== this.#refreshToken) {
      // The old one is void from now on, whatever becomes of the callback.
      this.#refreshToken = token.refresh_token;
      await this.#onRefreshToken?.(token.refresh_token);
    }
    return sessionFromToken(token);
  }
}
