/** What authorises a call, and where the org is. */
export interface SessionCredentials {
  readonly accessToken: string;
  /** Scheme and host of the org, without a slash at the end. */
  readonly instanceUrl: string;
}

/** What the session interceptor needs of the one who logs in. */
export interface SessionPort {
  /** The session in use; undefined before the first login. */
  readonly held: SessionCredentials | undefined;
  /** The session in use, or that of a first login. Concurrent callers share one. */
  current(): Promise<SessionCredentials>;
  /**
   * A session to use instead of one that was refused: what another call has renewed meanwhile, or that of a login all
   * concurrent callers share. Undefined when the session cannot be renewed.
   */
  renew(refused: SessionCredentials): Promise<SessionCredentials | undefined>;
}
