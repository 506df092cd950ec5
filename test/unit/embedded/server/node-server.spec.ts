import { once } from 'node:events';
import { connect as connectPlain } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createNodeServer, type NodeServer } from '../../../../lib/embedded/server/node-server.js';

describe.each([
  ['http', false],
  ['https', true],
])('createNodeServer over %s', (_, https) => {
  let node: NodeServer;
  let port: number;

  beforeEach(async () => {
    node = await createNodeServer({ https });
    node.server.on('request', (_request, response) => response.end('fine'));
    node.server.listen(0, '127.0.0.1');
    await once(node.server, 'listening');
    ({ port } = node.server.address() as { port: number });
  });
  afterEach(
    () =>
      new Promise<void>((resolve) => {
        node.server.close(() => resolve());
        node.server.closeAllConnections();
      }),
  );

  async function raw(bytes: string): Promise<string> {
    const socket = https
      ? connectTls({ port, host: '127.0.0.1', ca: node.certificate, servername: 'localhost' })
      : connectPlain(port, '127.0.0.1');
    await once(socket, https ? 'secureConnect' : 'connect');
    socket.write(bytes);
    return text(socket);
  }
  const fine = () => raw('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');

  it('has a certificate over HTTPS only', () => {
    expect(node.certificate?.startsWith('-----BEGIN CERTIFICATE-----')).toBe(https ? true : undefined);
  });

  it('tells who speaks no HTTP so', async () => {
    expect(await raw('this is no HTTP\r\n\r\n')).toBe(
      'HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    );
    expect(await fine()).toContain('fine');
  });

  it('refuses a flood of headers', async () => {
    const headers = Array.from(
      { length: 2000 },
      (_header, index) => `x-${index}: ${'y'.repeat(64)}\r\n`,
    ).join('');
    expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\n${headers}\r\n`)).toMatch(
      /^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/,
    );
    expect(await fine()).toContain('fine');
  });

  it('survives clients that speak the other protocol, or go away', async () => {
    const plain = connectPlain(port, '127.0.0.1');
    await once(plain, 'connect');
    plain.end('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    await text(plain).catch(() => '');
    const gone = connectPlain(port, '127.0.0.1');
    await once(gone, 'connect');
    gone.resetAndDestroy();
    const tls = connectTls({ port, host: '127.0.0.1' });
    await once(tls, 'error');
    expect(await fine()).toContain('fine');
  });
});

describe('createNodeServer', () => {
  it('says what is wrong with a certificate', async () => {
    await expect(createNodeServer({ https: { key: 'none', cert: 'none' } })).rejects.toThrow(
      /^The embedded org cannot serve over HTTPS: /,
    );
  });
});
