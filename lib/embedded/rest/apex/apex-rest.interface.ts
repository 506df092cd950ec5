import type { SoqlText } from '../../../soql/soql-text.js';

/**
 * One call of an Apex REST resource.
 *
 * @publicApi
 */
export interface ApexRestCall {
  /** The `:named` segments of the path; `*` holds what a wildcard stands for. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The value of a JSON body, the text of any other one, undefined without a body. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Who calls. */
  readonly user: { readonly id: string; readonly username: string };
  /** The org's records, as that user. */
  readonly org: ApexRestOrg;
  /** What the answer has beside its body, as `RestContext.response`. */
  readonly response: { statusCode?: number; readonly headers: Record<string, string> };
}

/**
 * The org's records for the handler of an Apex REST resource. What the org refuses is thrown, with the `errorCode` of the
 * refusal; nothing is rolled back when a handler throws after it has written.
 *
 * @publicApi
 */
export interface ApexRestOrg {
  /**
   * Every record that a query finds. Values of the call belong into the text by the `soql` tag, which binds them.
   *
   * @example
   * ```ts
   * const handler: ApexRestHandler = ({ params, org }) => org.query(soql`SELECT Name FROM Account WHERE Id = ${params['id']}`);
   * ```
   */
  query(soql: SoqlText | string): readonly Readonly<Record<string, unknown>>[];
  /** @returns the id of the new record */
  insert(sobject: string, values: Readonly<Record<string, unknown>>): string;
  update(sobject: string, id: string, values: Readonly<Record<string, unknown>>): void;
  delete(sobject: string, id: string): void;
}

/**
 * Answers one method of an Apex REST resource: what it returns is written as JSON, and nothing is `204 No Content`.
 *
 * @publicApi
 */
export type ApexRestHandler = (call: ApexRestCall) => unknown;
