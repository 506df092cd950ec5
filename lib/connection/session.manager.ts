import type { SalesforceLogger } from '../common/salesforce-logger.interface.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { SessionPort } from '../transport/interceptors/session-port.interface.js';
import type { AuthStrategy, Session } from './auth/auth-strategy.interface.js';

/** Holds the session of a connection. There is at most one login under way, and a failed one leaves nothing behind. */
export class SessionManager implements SessionPort {
  readonly #auth: AuthStrategy;
  readonly #logger: SalesforceLogger;
  #session: Session | undefined;
  #login: Promise<Session> | undefined;
  #closed = false;

  constructor(auth: AuthStrategy, logger: SalesforceLogger) {
    this.#auth = auth;
    this.#logger = logger;
  }

  get held(): Session | undefined {
    return this.#session;
  }

  async current(): Promise<Session> {
    return this.#session ?? this.#loginOnce();
  }

  async renew(refused: Session): Promise<Session | undefined> {
    if (this.#session && this.#session !== refused) return this.#session;
    return this.#auth.renewable ? this.#loginOnce() : undefined;
  }

  /** Forgets the session once no login is under way any more; there are no further ones. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#login?.catch(() => undefined);
    this.#session = undefined;
  }

  #loginOnce(): Promise<Session> {
    this.#login ??= this.#logIn().finally(() => (this.#login = undefined));
    return this.#login;
  }

  async #logIn(): Promise<Session> {
    if (this.#closed)
      throw new SalesforceConfigurationException('The connection was closed before it could log in.');
    const renewing = this.#session !== undefined;
    this.#session = await this.#auth.login();
    this.#logger.log(`${renewing ? 'Renewed the session' : 'Logged in'} at ${this.#session.instanceUrl}`);
    return this.#session;
  }
}
