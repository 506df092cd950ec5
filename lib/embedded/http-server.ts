import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { EmbeddedOrgServer, ListenOptions } from './embedded-org-options.interface.js';
import type { OrgResponse } from './rest/org-exchange.interface.js';
import { RestRouter } from './rest/rest-router.js';

const compress = promisify(gzip);

/** Smaller answers are not worth compressing. */
const GZIP_FROM = 8 * 1024;
/** How long a connection may take to finish what it was doing when the server closes. */
const CLOSING_GRACE = 1000;

/** The org's router on a socket. */
export class OrgHttpServer implements EmbeddedOrgServer {
  readonly url: string;
  readonly #server: Server;
  readonly #router: RestRouter;

  private constructor(server: Server, router: RestRouter) {
    const { address, port, family } = server.address() as AddressInfo;
    this.url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
    this.#server = server;
    this.#router = router;
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  /** Resolves when the server accepts connections, and rejects with the system's error when it cannot listen. */
  static async listen(router: RestRouter, options: ListenOptions = {}): Promise<OrgHttpServer> {
    // The router itself refuses heads above the platform's limit, with the platform's answer.
    const server = createServer({ maxHeaderSize: 64 * 1024, keepAliveTimeout: 60_000 });
    server.on('clientError', (_, socket) =>
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    );
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, options.host ?? '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
    return new OrgHttpServer(server, router);
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

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const body = await readBody(request);
      const { method = 'GET', url: target = '/', headers } = request;
      const origin = headers.host ? `http://${headers.host}` : this.url;
      const answer = this.#router.handle({ method, origin, target, headers: singleValued(headers), body });
      await send(request, response, answer, this.#server.listening);
    } catch {
      // The client went away while it was talking or being answered: there is nobody left to tell.
      response.destroy();
    }
  }
}

/** Reads on to one byte more than is allowed, which makes the router refuse it. */
async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > RestRouter.maxBody) break;
  }
  return Buffer.concat(chunks);
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: OrgResponse,
  keepAlive: boolean,
): Promise<void> {
  const text = Buffer.from(body);
  const zip = text.length >= GZIP_FROM && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const content = zip ? await compress(text, { level: constants.Z_BEST_SPEED }) : text;
  response.writeHead(status, {
    ...headers,
    ...(zip && { 'content-encoding': 'gzip', vary: 'Accept-Encoding' }),
    ...(status !== 204 && { 'content-length': content.length }),
    ...((!keepAlive || !request.complete) && { connection: 'close' }),
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

function singleValued(headers: IncomingMessage['headers']): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
