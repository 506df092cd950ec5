import type { SessionCredentials } from '../../transport/interceptors/session-port.interface.js';

/** A session of an org. */
export interface Session extends SessionCredentials {
  /** Identity URL of the user, where the login told it. */
  readonly id?: string;
}

/** One way to a session. A strategy holds its credentials in private state and shows them in no message. */
export interface AuthStrategy {
  /** Whether another login can replace a session that is no longer valid. */
  readonly renewable: boolean;
  /** @throws AuthenticationException when Salesforce refuses, and what the transport throws. */
  login(): Promise<Session>;
}
