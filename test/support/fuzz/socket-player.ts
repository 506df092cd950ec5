import { connect } from 'node:net';
import type { SocketScript } from './socket-scripts.js';

/** Does to a server what the script says. @returns what it answered until the connection ended */
export function playScript(
  { hostname, port }: URL,
  { pieces, end }: SocketScript,
  token: string,
): Promise<string> {
  return new Promise((resolve) => {
    let reply = '';
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true, noDelay: true });
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => (reply += chunk));
    // The server may well break off; that is an end like any other.
    socket.on('error', () => undefined);
    socket.on('end', () => socket.end());
    socket.on('close', () => resolve(reply));
    socket.on('connect', () => {
      for (const piece of pieces) socket.write(piece.replaceAll('{token}', token));
      if (end === 'half-close') socket.end();
      else if (end === 'destroy') socket.destroy();
      else socket.resetAndDestroy();
    });
  });
}
