import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { anySignal } from '../../common/any-signal.js';
import { untilAborted } from '../../common/until-aborted.js';
import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';
import { SalesforceNetworkException } from '../../exceptions/salesforce-network.exception.js';
import { SalesforceTimeoutException } from '../../exceptions/salesforce-timeout.exception.js';
import type { Transport, TransportRequest, TransportResponse } from '../../transport/transport.interface.js';
import type { OrgResponse, RequestHandler } from '../rest/org-exchange.interface.js';

/**
 * The way to the org inside the process. It keeps the manners of a network: an answer never comes before the caller has
 * gone on, nothing is shared between request and response, and an abort is obeyed.
 */
export class EmbeddedTransport implements Transport {
  readonly #handler: RequestHandler;
  readonly #origin: string;
  #closed = false;

  constructor(handler: RequestHandler, origin: string) {
    this.#handler = handler;
    this.#origin = origin;
  }

  async dispatch(request: TransportRequest): Promise<TransportResponse> {
    const { method, url, headers, signal, timeout } = request;
    signal?.throwIfAborted();
    const body = await readBody(request.body);
    await setImmediate();
    signal?.throwIfAborted();
    if (this.#closed) throw new SalesforceNetworkException('The embedded org is closed.');
    const answer = this.#handler.handle({
      method,
      origin: this.#origin,
      target: targetOf(url),
      headers,
      body,
    });
    const response = answer instanceof Promise ? await inTime(answer, signal, timeout) : answer;
    if (response.breaks === 'before-head') {
      throw new SalesforceNetworkException('The embedded org broke the connection.');
    }
    return new EmbeddedResponse(response);
  }

  async close(): Promise<void> {
    this.#closed = true;
  }
}

class EmbeddedResponse implements TransportResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly #body: Buffer;
  /** How much of the body there is before the connection breaks. */
  readonly #end: number;

  constructor({ status, headers, body, breaks }: OrgResponse) {
    this.status = status;
    this.headers = headers;
    this.#body = Buffer.from(body);
    this.#end = typeof breaks === 'object' ? breaks.afterBytes : Infinity;
  }

  async text(): Promise<string> {
    return this.#whole().toString('utf8');
  }

  async bytes(): Promise<Uint8Array> {
    return this.#whole();
  }

  stream(): Readable {
    return Readable.from(this.#pieces(), { objectMode: false });
  }

  #whole(): Buffer {
    if (this.#end < this.#body.length) throw broken();
    return this.#body;
  }

  *#pieces(): Generator<Buffer> {
    yield this.#body.subarray(0, this.#end);
    if (this.#end < this.#body.length) throw broken();
  }
}

function broken(): InvalidResponseException {
  // What breaks has a cause, by which it is told from an answer of another form.
  return new InvalidResponseException('The embedded org broke the connection within its answer.', {
    cause: new TypeError('terminated'),
  });
}

/** Nobody waits for an answer any longer whose request was given up, or whose time is over. */
async function inTime<T>(
  answer: Promise<T>,
  signal: AbortSignal | undefined,
  timeout: number | undefined,
): Promise<T> {
  if (timeout === undefined) return untilAborted(answer, signal);
  const late = new AbortController();
  const timer = setTimeout(
    () => late.abort(new SalesforceTimeoutException(`The embedded org did not answer within ${timeout} ms.`)),
    timeout,
  );
  try {
    return await untilAborted(answer, anySignal(late.signal, signal));
  } finally {
    clearTimeout(timer);
  }
}

/** Path and query of an absolute URL, as they were written. */
function targetOf(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?]*/i, '') || '/';
}

async function readBody(body: TransportRequest['body']): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array();
  if (typeof body === 'string') return Buffer.from(body);
  if (body instanceof Uint8Array) return body;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
