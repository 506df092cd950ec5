import { Duplex, PassThrough, Readable } from 'node:stream';
import type { Connection, HttpRequest, HttpRequestOptions, HttpResponse, StreamPromise } from 'jsforce';
import { lowerCaseNames } from './lower-case-names.js';
import type { Dispatch, HttpMethod, TransportRequest } from './transport.interface.js';

/** The network of jsforce, whose modules each hold one. */
type JsforceNetwork = Connection['_transport'];

/**
 * Lets jsforce's modules run over a dispatch of ours. jsforce wants each answer twice, as a promise of its text and as a
 * stream that takes the request's body and gives the answer's.
 */
export class JsforceTransport implements Pick<JsforceNetwork, 'httpRequest'> {
  readonly #dispatch: Dispatch;

  constructor(dispatch: Dispatch) {
    this.#dispatch = dispatch;
  }

  /** Makes jsforce objects use this transport instead of their own. */
  serve(...holders: readonly { _transport: JsforceNetwork }[]): void {
    // jsforce calls nothing but `httpRequest`; what else its class has makes its own node-fetch requests.
    // oxlint-disable-next-line no-underscore-dangle -- the name is jsforce's
    for (const holder of holders) holder._transport = this as unknown as JsforceNetwork;
  }

  httpRequest(request: HttpRequest, options: HttpRequestOptions = {}): StreamPromise<HttpResponse> {
    const input = new PassThrough();
    const output = new PassThrough();
    const stream = Duplex.from({ writable: input, readable: output });
    stream.on('error', () => undefined); // it reaches those who await the promise
    const response = this.#send(request, options, input).then(
      ({ bytes, ...head }) => {
        output.end(bytes);
        return { ...head, body: bytes.toString(options.encoding) };
      },
      (error: Error) => {
        stream.destroy(error);
        throw error;
      },
    );
    return Object.assign(response, { stream: () => stream });
  }

  async #send(
    request: HttpRequest,
    { timeout }: HttpRequestOptions,
    input: Readable,
  ): Promise<Omit<HttpResponse, 'body'> & { bytes: Buffer }> {
    const response = await this.#dispatch({
      method: request.method as HttpMethod,
      url: request.url,
      headers: lowerCaseNames(request.headers ?? {}),
      body: bodyOf(request, input),
      timeout,
    });
    const { status: statusCode, headers } = response;
    return { statusCode, headers: { ...headers }, bytes: Buffer.from(await response.bytes()) };
  }
}

/** A call that has a body, but none in its request, is one whose caller writes it to the stream. */
function bodyOf({ method, body }: HttpRequest, input: Readable): TransportRequest['body'] {
  if (body == null) return /^(POST|PUT|PATCH)$/.test(method) ? input : undefined;
  if (typeof body === 'string' || body instanceof Uint8Array || body instanceof Readable) return body;
  if (body instanceof URLSearchParams) return body.toString();
  return 'getBuffer' in body ? formBody(body as Form) : new Readable().wrap(body);
}

type Form = NodeJS.ReadableStream & { getBuffer(): Buffer };

/** A form of texts and buffers becomes one buffer, which can be sent again; a form that holds streams cannot. */
function formBody(form: Form): Buffer | Readable {
  try {
    return form.getBuffer();
  } catch {
    return new Readable().wrap(form);
  }
}
