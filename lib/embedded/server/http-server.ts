import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EmbeddedOrgServer, ListenOptions } from '../embedded-org-options.interface.js';
import type { OrgResponse, RequestHandler } from '../rest/org-exchange.interface.js';
import { maxBodyOf } from '../rest/format/bad-message.js';
import { codedResponse } from '../rest/format/coded-response.js';
import { createNodeServer, type NodeServer } from './node-server.js';

const NO_BODY = new Uint8Array();
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;
/** How long a connection may take to finish what it was doing when the server closes. */
const CLOSING_GRACE = 1000;

/** The org's router on a socket. */
export class OrgHttpServer implements EmbeddedOrgServer {
  readonly url: string;
  readonly certificate: string | undefined;
  readonly #scheme: string;
  readonly #server: Server;
  readonly #handler: RequestHandler;

  private constructor({ server, certificate }: NodeServer, handler: RequestHandler) {
    const { address, port, family } = server.address() as AddressInfo;
    this.#scheme = certificate === undefined ? 'http' : 'https';
    this.url = `${this.#scheme}://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
    this.certificate = certificate;
    this.#server = server;
    this.#handler = handler;
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  /** Resolves when the server accepts connections, and rejects with the system's error when it cannot listen. */
  static async listen(handler: RequestHandler, options: ListenOptions = {}): Promise<OrgHttpServer> {
    const node = await createNodeServer(options);
    const { server } = node;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, options.host ?? '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
    return new OrgHttpServer(node, handler);
  }

  close(): Promise<void> {
    if (!this.#server.listening) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#server.closeAllConnections(), CLOSING_GRACE);
      this.#server.close(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** As the client knows the org; a host that is none cannot get into any URL. */
  #originOf(host: string | undefined): string {
    return host !== undefined && HOST.test(host) ? `${this.#scheme}://${host}` : this.url;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body = await readBody(request);
      const { method = 'GET', url: target = '/', headers } = request;
      const origin = this.#originOf(headers.host);
      const answer = await this.#handler.handle({
        method,
        origin,
        target,
        headers: singleValued(headers),
        body,
      });
      if (answer.breaks === 'before-head') return void response.destroy();
      await send(request, response, answer, this.#server.listening);
    } catch {
      // The client went away while it was talking or being answered: there is nobody left to tell.
      response.destroy();
    }
  }
}

/** Reads on to one byte more than is allowed, which makes the router refuse it. */
async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const { headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return NO_BODY;
  const limit = maxBodyOf(headers['content-type']);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break;
  }
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: OrgResponse,
  keepAlive: boolean,
): Promise<void> {
  const { status, headers, body } = await codedResponse(answer, request.headers['accept-encoding']);
  const hasBody = status !== 204 && status !== 304 && request.method !== 'HEAD';
  response.writeHead(status, {
    ...headers,
    ...(hasBody && { 'content-length': body.byteLength }),
    ...((!keepAlive || !request.complete) && { connection: 'close' }),
  });
  const end = typeof answer.breaks === 'object' ? answer.breaks.afterBytes : Infinity;
  if (end < body.byteLength) response.write(body.subarray(0, end), () => response.destroy());
  else response.end(hasBody ? body : undefined);
}

function singleValued(headers: IncomingMessage['headers']): Record<string, string | undefined> {
  const single: Record<string, string | undefined> = {};
  for (const name in headers) {
    const value = headers[name];
    single[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return single;
}
