import { randomBytes } from 'node:crypto';

export interface OrgSession {
  readonly token: string;
  readonly userId: string;
  /** Consumer key of the app that opened it; absent for SOAP logins, browsers and the org's own session. */
  readonly clientId?: string;
  /** What the app may do with it; absent where no app is in between, which is everything. */
  readonly scopes?: readonly string[];
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
}

/** What a session is opened for. */
export interface SessionGrant {
  readonly clientId?: string;
  readonly scopes?: readonly string[];
  /** Ends the session when it is revoked. */
  readonly refreshToken?: string;
}

/** What a refresh token stands for: a user let an app in. */
export interface Approval {
  readonly userId: string;
  readonly clientId: string;
  readonly scopes?: readonly string[];
  readonly issuedAt: number;
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

  open(userId: string, { clientId, scopes, refreshToken }: SessionGrant = {}): OrgSession {
    this.#dropExpired();
    const token = `${this.#organizationId.slice(0, 15)}!${randomBytes(72).toString('base64url')}`;
    const session: OrgSession = { token, userId, clientId, scopes, issuedAt: this.#now().getTime() };
    this.#sessions.set(token, { session, expires: this.#expiry() });
    if (refreshToken !== undefined) this.#origins.set(token, refreshToken);
    return session;
  }

  /** The session of a token while it lasts. Using it starts its time anew. */
  find(token: string): OrgSession | undefined {
    const entry = this.#current(token);
    if (entry) entry.expires = this.#expiry();
    return entry?.session;
  }

  /** The session of a token and when it ends, which looking at it does not put off. */
  inspect(token: string): { readonly session: OrgSession; readonly expires: number } | undefined {
    const entry = this.#current(token);
    return entry && { ...entry };
  }

  /** Makes a refresh token, as a user does who approves an app. */
  approve(userId: string, clientId: string, scopes?: readonly string[]): string {
    const refreshToken = `5Aep${randomBytes(60).toString('base64url')}`;
    this.#approvals.set(refreshToken, { userId, clientId, scopes, issuedAt: this.#now().getTime() });
    return refreshToken;
  }

  approval(refreshToken: string): Approval | undefined {
    return this.#approvals.get(refreshToken);
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

  #current(token: string): { readonly session: OrgSession; expires: number } | undefined {
    const entry = this.#sessions.get(token);
    if (!entry || entry.expires > this.#now().getTime()) return entry;
    this.#end(token);
    return undefined;
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
