import type { ResourceRequest } from '../../lib/connection/resource-request.interface.js';
import type { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';

/** A connection that records what it is asked, and answers with what it was given, one after the other. */
export class FakeConnection {
  readonly name = 'default';
  readonly requests: ResourceRequest[] = [];
  readonly #answers: ((request: ResourceRequest) => unknown)[];

  /** An `Error` is thrown; a function makes its answer of the request. */
  constructor(...answers: unknown[]) {
    this.#answers = answers.map((answer) =>
      typeof answer === 'function' ? (answer as (request: ResourceRequest) => unknown) : () => answer,
    );
  }

  async resource(request: ResourceRequest): Promise<unknown> {
    this.requests.push(request);
    const next = this.#answers.shift();
    if (!next) throw new Error(`Nobody expected a call of ${request.path}`);
    const answer = next(request);
    if (answer instanceof Error) throw answer;
    return answer;
  }

  get asConnection(): SalesforceConnection {
    return this as unknown as SalesforceConnection;
  }
}
