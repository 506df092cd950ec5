import type { RequestPattern } from './request-pattern.js';

/** @publicApi */
export interface ErrorFault {
  readonly status: number;
  /** Such as `SERVER_UNAVAILABLE`. */
  readonly errorCode: string;
  /** @default the error code */
  readonly message?: string;
}

/**
 * What goes wrong with a request:
 * - an answer of your own: `{ status, errorCode, message }`; the request is not carried out;
 * - `{ delay: 250 }`: milliseconds before it is carried out;
 * - `'drop'`: the connection breaks, and the request is not carried out;
 * - `'drop-answer'`: it is carried out, and the connection breaks before the answer;
 * - `{ truncate: 100 }`: the connection breaks after so many bytes of the answer's body;
 * - `'expired-session'`: its session has ended: `INVALID_SESSION_ID`;
 * - `'limit-exceeded'`: the org has no API calls left: `REQUEST_LIMIT_EXCEEDED`;
 * - `'locked-row'`: somebody else holds the record: `UNABLE_TO_LOCK_ROW`;
 * - `'unavailable'`: the org is down for maintenance: `SERVER_UNAVAILABLE`.
 *
 * @publicApi
 */
export type Fault =
  | ErrorFault
  | { readonly delay: number }
  | { readonly truncate: number }
  | 'drop'
  | 'drop-answer'
  | 'expired-session'
  | 'limit-exceeded'
  | 'locked-row'
  | 'unavailable';

/** @publicApi */
export interface FaultRule {
  /** Which requests it is about. @default every request */
  readonly on?: RequestPattern;
  readonly fault: Fault;
  /** How many of them pass before. @default 0 */
  readonly skip?: number;
  /** How many of them it hits. @default all */
  readonly times?: number;
}

/**
 * A fault in force.
 *
 * @publicApi
 */
export interface InjectedFault {
  /** How many requests it has hit. */
  readonly hits: number;
  remove(): void;
}
