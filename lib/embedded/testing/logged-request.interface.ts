/**
 * One request that the org was asked, as its log holds it. Tokens and passwords are never in it.
 *
 * @publicApi
 */
export interface LoggedRequest {
  readonly method: string;
  /** Decoded and without the query: below `/services/data/vXX.X` for data calls, such as `/sobjects/Account`, else whole. */
  readonly path: string;
  /** Such as `67.0`, of data calls. */
  readonly apiVersion: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  /** The text of the body, as far as the log keeps it; empty for requests that carry secrets. */
  readonly body: string;
  /** The SOQL of a query call. */
  readonly soql: string | undefined;
  /** The org's time at which it came. */
  readonly at: Date;
  /** Undefined as long as there is no answer, and when a fault left the request without one. */
  readonly status: number | undefined;
  /** Of the first error of the answer. */
  readonly errorCode: string | undefined;
  /** What was done to it by a fault of {@link OrgFaults}. */
  readonly fault: string | undefined;
  /** `GET /query?q=SELECT Id FROM Account 200`: the request in a line, as assertions show it. */
  readonly line: string;
}
