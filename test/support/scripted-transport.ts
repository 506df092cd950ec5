import { Readable } from 'node:stream';
import type {
  Transport,
  TransportRequest,
  TransportResponse,
} from '../../lib/transport/transport.interface.js';

/** One call as it was sent, in the terms of the REST API. */
export interface Call {
  readonly method: string;
  /** Below the version: `sobjects/Account`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly url: string;
}

/** Says what a call is answered: JSON with status 200, or status and JSON. */
export type Answer = (call: Call) => unknown;

/** An answer with a status of its own. */
export class Status {
  constructor(
    readonly status: number,
    readonly body?: unknown,
  ) {}
}

/** Stands in for the network: records every call and answers it by script. */
export class ScriptedTransport implements Transport {
  readonly calls: Call[] = [];
  closed = 0;

  constructor(private readonly answer: Answer) {}

  async dispatch(request: TransportRequest): Promise<TransportResponse> {
    const url = new URL(request.url);
    const call: Call = {
      method: request.method,
      path: url.pathname.replace(/^\/services\/data\/v\d+\.\d\//, ''),
      query: Object.fromEntries(url.searchParams),
      ...(typeof request.body === 'string' && { body: JSON.parse(request.body) as unknown }),
      url: request.url,
    };
    this.calls.push(call);
    const answer = this.answer(call);
    const { status, body } = answer instanceof Status ? answer : new Status(200, answer);
    const text = body === undefined ? '' : JSON.stringify(body);
    return {
      status,
      headers: { 'content-type': 'application/json;charset=UTF-8' },
      text: async () => text,
      bytes: async () => Buffer.from(text),
      stream: () => Readable.from([text]),
    };
  }

  async close(): Promise<void> {
    this.closed++;
  }

  /** The SOQL of the queries sent. */
  get queries(): string[] {
    return this.calls.flatMap(({ query }) => query['q'] ?? []);
  }
}
