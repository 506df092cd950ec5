import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { SalesforceNetworkException } from '../exceptions/salesforce-network.exception.js';
import type { Transport, TransportRequest, TransportResponse } from '../transport/transport.interface.js';
import type { OrgResponse } from './rest/org-exchange.interface.js';
import type { RestRouter } from './rest/rest-router.js';

/**
 * The way to the org inside the process. It keeps the manners of a network: an answer never comes before the caller has
 * gone on, nothing is shared between request and response, and an abort is obeyed.
 */
export class EmbeddedTransport implements Transport {
  readonly #router: RestRouter;
  readonly #origin: string;
  #closed = false;

  constructor(router: RestRouter, origin: string) {
    this.#router = router;
    this.#origin = origin;
  }

  async dispatch(request: TransportRequest): Promise<TransportResponse> {
    const { method, url, headers, signal } = request;
    signal?.throwIfAborted();
    const body = await readBody(request.body);
    await setImmediate();
    signal?.throwIfAborted();
    if (this.#closed) throw new SalesforceNetworkException('The embedded org is closed.');
    const response = this.#router.handle({
      method,
      origin: this.#origin,
      target: targetOf(url),
      headers,
      body,
    });
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

  constructor({ status, headers, body }: OrgResponse) {
    this.status = status;
    this.headers = headers;
    this.#body = Buffer.from(body);
  }

  text(): Promise<string> {
    return Promise.resolve(this.#body.toString('utf8'));
  }

  bytes(): Promise<Uint8Array> {
    return Promise.resolve(this.#body);
  }

  stream(): Readable {
    return Readable.from([this.#body], { objectMode: false });
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
