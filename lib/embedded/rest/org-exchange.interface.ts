import type { ResponseFormat } from './format/response-format.js';
import type { XmlElementNames } from './format/xml-answer.js';

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
  /** Where a fault breaks the connection: before anything is sent, or after so many bytes of the body. */
  readonly breaks?: 'before-head' | { readonly afterBytes: number };
}

/** What transports hand requests to. It never throws and never rejects. */
export interface RequestHandler {
  handle(request: OrgRequest): OrgResponse | Promise<OrgResponse>;
}

/**
 * What a resource answers, before it becomes text. A body of text or bytes goes out as it is and brings its own
 * `content-type`; any other one is a value, written in the format the client asked for.
 */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What the elements of the body are called in XML, where they are not called as the platform's other answers are. */
  readonly element?: XmlElementNames;
  /** Where the platform has but one format, whatever the client asked for. */
  readonly format?: ResponseFormat;
}
