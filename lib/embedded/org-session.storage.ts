import { randomBytes } from 'node:crypto';

export interface OrgSession {
  readonly token: string;
  readonly userId: string;
  /** Consumer key of the app that opened it; absent for SOAP logins and the org's own session. */
  readonly clientId?: string;
}

interface Approval {
  readonly userId: string;
  readonly clientId: string;
}

/** Who is signed in. Sessions end by idleness, by revocation, and with the process, as the org holds them in memory. */
export class OrgSessionStorage {
  readonly timeout: number;
  readonly #organizationId: string;
  readonly #now: () => Date;
  readonly #sessions = new Map<string, { readonly session: OrgSession; expires: number }>();
  readonly #approvals = new Map<string, Approval>();
  /** Which refresh token a session came from, as revoking that one ends the session too. */
  readonly #origins = new Map<string, string>();

  constructor(options: {
    readonly organizationId: string;
    readonly now: () => Date;
    readonly timeout: number;
  }) {
    this.#organizationId = options.organizationId;
    this.#now = options.now;
    this.timeout = options.timeout;
  }

  open(userId: string, clientId?: string): OrgSession {
    this.#dropExpired();
    const token = `${this.#organizationId.slice(0, 15)}!${randomBytes(72).toString('base64url')}`;
    const session: OrgSession = { token, userId, clientId };
    this.#sessions.set(token, { session, expires: this.#expiry() });
    return session;
  }

  /** The session of a token while it lasts. Using it starts its time anew. */
  find(token: string): OrgSession | undefined {
    const entry = this.#sessions.get(token);
    if (!entry) return undefined;
    if (entry.expires <= this.#now().getTime()) {
      this.#end(token);
      return undefined;
    }
    entry.expires = this.#expiry();
    return entry.session;
  }

  /** Makes a refresh token, as a user does who approves an app. */
  approve(userId: string, clientId: string): string {
    const refreshToken = `5Aep${randomBytes(60).toString('base64url')}`;
    this.#approvals.set(refreshToken, { userId, clientId });
    return refreshToken;
  }

  refresh(refreshToken: string, clientId: string): OrgSession | undefined {
    const approval = this.#approvals.get(refreshToken);
    if (!approval || approval.clientId !== clientId) return undefined;
    const session = this.open(approval.userId, clientId);
    this.#origins.set(session.token, refreshToken);
    return session;
  }

  /** Ends a session, or an approval with every session it opened. */
  revoke(token: string): boolean {
    if (this.#sessions.has(token)) {
      this.#end(token);
      return true;
    }
    if (!this.#approvals.delete(token)) return false;
    for (const [access, refresh] of this.#origins) if (refresh === token) this.#end(access);
    return true;
  }

  /** Ends every session; approvals stay. */
  endAll(): void {
    this.#sessions.clear();
    this.#origins.clear();
  }

  #end(token: string): void {
    this.#sessions.delete(token);
    this.#origins.delete(token);
  }

  #expiry(): number {
    return this.#now().getTime() + this.timeout;
  }

  #dropExpired(): void {
    const now = this.#now().getTime();
    for (const [token, { expires }] of this.#sessions) if (expires <= now) this.#end(token);
  }
}
