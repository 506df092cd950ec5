import type { SessionAuthOptions } from '../connection-options.interface.js';
import type { AuthStrategy, Session } from './auth-strategy.interface.js';

/** A session that exists already; nothing here could renew it. */
export class SessionStrategy implements AuthStrategy {
  readonly renewable = false;
  readonly #session: Session;

  constructor({ accessToken, instanceUrl }: SessionAuthOptions) {
    this.#session = { accessToken, instanceUrl: instanceUrl.replace(/\/+$/, '') };
  }

  async login(): Promise<Session> {
    return this.#session;
  }
}
