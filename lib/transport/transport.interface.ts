import type { Readable } from 'node:stream';
import type { ByteRoom } from './byte-room.js';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

/** What goes out. Header names are lower-case. */
export interface TransportRequest {
  readonly method: HttpMethod;
  /** Absolute URL, already encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
  readonly signal?: AbortSignal;
  /** Milliseconds until the answer's headers must be there; the transport's own default otherwise. */
  readonly timeout?: number;
}

/**
 * What came back, whatever its status. The body is consumed once, by exactly one of the three readers; a reader rejects
 * with a `SalesforceException` when the connection breaks or the body ends early.
 */
export interface TransportResponse {
  readonly status: number;
  /** Header names are lower-case; repeated headers are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  text(): Promise<string>;
  /** @param room where the bytes may be put; they are then valid until it is cleared. A transport may do without it. */
  bytes(room?: ByteRoom): Promise<Uint8Array>;
  stream(): Readable;
}

/** The call that interceptors wrap. */
export type Dispatch = (request: TransportRequest) => Promise<TransportResponse>;

/**
 * The one window to the network. An implementation sends a request as it is and answers with what the server said.
 * It rejects with `SalesforceTimeoutException` or `SalesforceNetworkException` when there was no answer. It never
 * interprets a status, retries, adds credentials or logs: interceptors do that, the same for every implementation.
 */
export interface Transport {
  dispatch(request: TransportRequest): Promise<TransportResponse>;
  /** Closes what is open. Idempotent; a dispatch afterwards rejects. */
  close(): Promise<void>;
}

/** One concern around a dispatch, composed in the order given: the first interceptor sees a request first. */
export type Interceptor = (next: Dispatch) => Dispatch;
