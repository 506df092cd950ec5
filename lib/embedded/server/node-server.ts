import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { ListenOptions } from '../embedded-org-options.interface.js';
import { makeCertificate } from './self-signed-certificate.js';

/** Not imported, since that would load all of `fetch` and `WebSocket`, which the module has on demand. */
const { createServer: createHttpServer, STATUS_CODES } = process.getBuiltinModule('node:http');

/** The router itself refuses heads above the platform's limit, with the platform's answer. */
const OPTIONS = { maxHeaderSize: 64 * 1024, keepAliveTimeout: 60_000 };

/** Milliseconds for a client to take in that it was refused. */
const LINGER = 1000;

/** Statuses for what is no request that the router could answer. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

export interface NodeServer {
  readonly server: Server;
  /** PEM text, over HTTPS. */
  readonly certificate?: string;
}

/**
 * An HTTP or HTTPS server that no client can break, not yet listening.
 *
 * @throws SalesforceConfigurationException for a key and a certificate that do not fit
 */
export async function createNodeServer({ https }: ListenOptions): Promise<NodeServer> {
  const credentials = https === true ? await makeCertificate() : https;
  const server = credentials ? createTlsServer(credentials) : createHttpServer(OPTIONS);
  server.on('clientError', refuse);
  return { server, ...(credentials && { certificate: credentials.cert }) };
}

function createTlsServer(credentials: { readonly key: string; readonly cert: string }): Server {
  try {
    return process.getBuiltinModule('node:https').createServer({ ...OPTIONS, ...credentials });
  } catch (error) {
    throw new SalesforceConfigurationException(
      `The embedded org cannot serve over HTTPS: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** A failed handshake or a client that is gone has nobody to answer; what is no HTTP is told so. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  const code = error.code ?? '';
  // Told already: what else came of the same request.
  if (socket.writableEnded) return;
  if (!socket.writable || code === 'ECONNRESET' || !/^(?:HPE_|ERR_HTTP_)/.test(code)) {
    socket.destroy();
    return;
  }
  const status = STATUSES[code] ?? 400;
  // What the client goes on sending is read for a moment, as it would lose the answer otherwise.
  setTimeout(() => socket.destroy(), LINGER).unref();
  socket
    .resume()
    .end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
