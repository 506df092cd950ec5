import type { Dispatcher } from 'undici';
import { exceptionFromTransportFailure } from '../exceptions/salesforce-exception.converter.js';
import { SalesforceNetworkException } from '../exceptions/salesforce-network.exception.js';
import type { Transport, TransportRequest, TransportResponse } from './transport.interface.js';
import { UndiciCall } from './undici-call.js';
import { UndiciResponse } from './undici-response.js';

export interface UndiciTransportOptions {
  /** Milliseconds to establish a connection. @default 10_000 */
  readonly connectTimeout?: number;
  /** Milliseconds until an answer begins, and between two pieces of it. @default 120_000 */
  readonly responseTimeout?: number;
  /** URL of an HTTP proxy. */
  readonly proxy?: string;
  /** Milliseconds that requests under way have to end when the transport closes. @default 5_000 */
  readonly closeGrace?: number;
  /** Name of the connection, for exceptions. */
  readonly connection?: string;
}

const CONNECT_TIMEOUT = 10_000;
const RESPONSE_TIMEOUT = 120_000;
const CLOSE_GRACE = 5_000;

/** A pool of HTTP connections that are kept alive. undici is loaded with the first request. */
export class UndiciTransport implements Transport {
  readonly #options: UndiciTransportOptions;
  #dispatcher: Promise<Dispatcher> | undefined;
  #closing: Promise<void> | undefined;
  #underWay = 0;
  #onIdle: () => void = () => undefined;

  constructor(options: UndiciTransportOptions = {}) {
    this.#options = options;
  }

  async dispatch(request: TransportRequest): Promise<TransportResponse> {
    const { connection } = this.#options;
    const { url, signal } = request;
    if (this.#closing) throw new SalesforceNetworkException('The transport is closed.', { connection });
    this.#underWay++;
    const call = new UndiciCall({ signal, body: request.body, onClose: this.#settle });
    try {
      await this.#send(request, call);
      return new UndiciResponse(await call.answer, { url, signal, connection });
    } catch (error) {
      signal?.throwIfAborted();
      throw exceptionFromTransportFailure(error, { url, connection });
    }
  }

  close(): Promise<void> {
    this.#closing ??= this.#release();
    return this.#closing;
  }

  async #send({ method, url, headers, body, timeout }: TransportRequest, call: UndiciCall): Promise<void> {
    try {
      this.#dispatcher ??= this.#open();
      const dispatcher = await this.#dispatcher;
      const { origin, pathname, search } = new URL(url);
      dispatcher.dispatch(
        {
          origin,
          path: pathname + search,
          method,
          headers: { 'accept-encoding': 'gzip', ...headers },
          body,
          headersTimeout: timeout,
        },
        call,
      );
    } catch (error) {
      call.fail(error);
    }
  }

  readonly #settle = (): void => {
    this.#underWay--;
    if (this.#underWay === 0) this.#onIdle();
  };

  async #open(): Promise<Dispatcher> {
    const { Agent, ProxyAgent } = await import('undici');
    const { connectTimeout = CONNECT_TIMEOUT, responseTimeout = RESPONSE_TIMEOUT, proxy } = this.#options;
    const options = {
      connect: { timeout: connectTimeout },
      headersTimeout: responseTimeout,
      bodyTimeout: responseTimeout,
      allowH2: false,
    };
    if (proxy === undefined) return new Agent(options);
    const tls = options.connect;
    return new ProxyAgent({ ...options, uri: proxy, proxyTunnel: true, requestTls: tls, proxyTls: tls });
  }

  /** undici's own `close` has no end while a request has none, and keeps `destroy` from reaching that request. */
  async #release(): Promise<void> {
    const dispatcher = await this.#dispatcher;
    if (!dispatcher) return;
    if (this.#underWay > 0) {
      await new Promise<void>((resolve) => {
        const grace = setTimeout(resolve, this.#options.closeGrace ?? CLOSE_GRACE);
        this.#onIdle = () => {
          clearTimeout(grace);
          resolve();
        };
      });
    }
    await dispatcher.destroy();
  }
}
