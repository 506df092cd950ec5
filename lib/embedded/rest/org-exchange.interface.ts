/** A request as either transport hands it in. */
export interface OrgRequest {
  readonly method: string;
  /** Scheme, host and port as the client knows them: absolute URLs in answers begin with it. */
  readonly origin: string;
  /** Path and query as they were sent. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

export interface OrgResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/**
 * What a resource answers, before it becomes text. A body of text or bytes goes out as it is and brings its own
 * `content-type`; any other one is a value, written in the format the client asked for.
 */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
