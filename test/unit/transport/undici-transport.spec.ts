import { EventEmitter, once } from 'node:events';
import { createServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Server } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { SalesforceNetworkException } from '../../../lib/exceptions/salesforce-network.exception.js';
import { SalesforceTimeoutException } from '../../../lib/exceptions/salesforce-timeout.exception.js';
import { ByteRoom } from '../../../lib/transport/byte-room.js';
import { UndiciTransport, type UndiciTransportOptions } from '../../../lib/transport/undici-transport.js';
import { loopbackServer } from './loopback-server.js';

function* endless() {
  for (;;) yield Buffer.alloc(10_000);
}

const get = (url: string) => ({ method: 'GET', url, headers: {} }) as const;

describe('UndiciTransport', () => {
  const open: { close(): Promise<unknown> }[] = [];
  const opened = <T extends { close(): Promise<unknown> }>(resource: T): T => {
    open.push(resource);
    return resource;
  };
  const transport = (options?: UndiciTransportOptions): UndiciTransport =>
    opened(new UndiciTransport(options));
  const serve = async (answer: Parameters<typeof loopbackServer>[0]) => opened(await loopbackServer(answer));
  /** A server below HTTP, for answers no HTTP server would send. */
  const serveRaw = async (answer: string): Promise<string> => {
    const server: Server = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(answer));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push({ close: async () => server.close() });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  afterEach(async () => {
    for (const resource of open.splice(0).toReversed()) await resource.close();
  });

  it('sends method, headers and body, and answers with what the server said', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(418, { 'content-type': 'text/plain', 'x-two': ['a', 'b'] }).end('teapot');
    });
    const response = await transport().dispatch({
      method: 'PATCH',
      url: `${server.url}/services/data?q=a%20b`,
      headers: { 'content-type': 'application/json' },
      body: '{"Name":"Ünal"}',
    });
    expect(response.status).toBe(418);
    expect(response.headers['x-two']).toBe('a, b');
    expect(await response.text()).toBe('teapot');
    expect(server.requests[0]).toMatchObject({
      method: 'PATCH',
      url: '/services/data?q=a%20b',
      body: '{"Name":"Ünal"}',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
    });
  });

  it('sends bytes and streams', async () => {
    const server = await serve((_request, response) => response.end());
    const client = transport();
    await (await client.dispatch({ ...get(server.url), method: 'PUT', body: Buffer.from('bytes') })).text();
    await (
      await client.dispatch({ ...get(server.url), method: 'PUT', body: Readable.from(['str', 'eam']) })
    ).text();
    expect(server.requests.map(({ body }) => body)).toEqual(['bytes', 'stream']);
  });

  it('does not follow a redirection', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(302, { location: '/elsewhere' }).end(),
    );
    const response = await transport().dispatch(get(server.url));
    expect(response.status).toBe(302);
    await response.text();
    expect(server.requests).toHaveLength(1);
  });

  describe.each([
    ['plain', false],
    ['compressed', true],
  ])('with a %s answer', (_name, compressed) => {
    const body = '{"Name":"Ünal"}'.repeat(10_000);
    const answering = () =>
      serve((_request, response) => {
        if (!compressed) return response.end(body);
        return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(body));
      });

    it('reads text', async () => {
      const response = await transport().dispatch(get((await answering()).url));
      expect(await response.text()).toBe(body);
    });

    it('reads bytes', async () => {
      const response = await transport().dispatch(get((await answering()).url));
      expect(Buffer.from(await response.bytes()).toString()).toBe(body);
    });

    it('streams', async () => {
      const response = await transport().dispatch(get((await answering()).url));
      expect(await text(response.stream())).toBe(body);
    });
  });

  it.each([
    ['plain', false],
    ['compressed', true],
  ])('reads %s bytes into the room it is given', async (_name, compressed) => {
    const server = await serve((_request, response) => {
      if (!compressed) return response.end('{"Name":"Acme"}');
      return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"Name":"Acme"}'));
    });
    const room = new ByteRoom();
    const response = await transport().dispatch(get(server.url));
    const bytes = await response.bytes(room);
    expect(Buffer.from(bytes).toString()).toBe('{"Name":"Acme"}');
    expect(bytes.buffer).toBe(room.bytes.buffer);
  });

  it('keeps a long body for the one who reads it later', async () => {
    const server = await serve((request, response) =>
      response.end(request.url === '/long' ? 'x'.repeat(1_000_000) : 'short'),
    );
    const client = transport();
    const long = await client.dispatch(get(`${server.url}/long`));
    const short = await client.dispatch(get(`${server.url}/short`));
    expect(await short.text()).toBe('short');
    expect(await long.text()).toBe('x'.repeat(1_000_000));
  });

  it('lets the server wait for the one who reads a stream, and ends with that one', async () => {
    const server = await serve((_request, response) => {
      Readable.from(endless(), { objectMode: false }).pipe(response);
    });
    const client = transport();
    const stream = (await client.dispatch(get(server.url))).stream();
    let read = 0;
    for await (const chunk of stream) {
      read += (chunk as Buffer).length;
      if (read > 1_000_000) break;
    }
    await expect(client.close()).resolves.toBeUndefined();
  });

  it('reads an empty body that is said to be compressed', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(),
    );
    const response = await transport().dispatch(get(server.url));
    expect(await response.text()).toBe('');
  });

  it.each(['text', 'bytes'] as const)('refuses %s that ends before its announced length', async (reader) => {
    const url = await serveRaw('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"records":[');
    const response = await transport({ connection: 'emea' }).dispatch(get(url));
    const failure = await response[reader]().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidResponseException);
    expect(failure).toMatchObject({ message: `${url}: the answer ends early`, connection: 'emea' });
  });

  it('fails a stream that ends before its announced length', async () => {
    const url = await serveRaw('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"records":[');
    const response = await transport().dispatch(get(url));
    await expect(buffer(response.stream())).rejects.toBeInstanceOf(InvalidResponseException);
  });

  it('refuses compressed text that ends early', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('x'.repeat(1000)).subarray(0, 15));
    });
    const response = await transport().dispatch(get(server.url));
    await expect(response.text()).rejects.toBeInstanceOf(InvalidResponseException);
  });

  it('fails when nothing listens', async () => {
    const server = await loopbackServer(() => undefined);
    await server.close();
    const failure = await transport({ connection: 'emea' })
      .dispatch(get(server.url))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SalesforceNetworkException);
    expect(failure).toMatchObject({
      message: `Cannot reach ${server.url}: nothing listens there (ECONNREFUSED)`,
      connection: 'emea',
    });
  });

  it('fails when the server hangs up without an answer', async () => {
    const url = await serveRaw('');
    await expect(transport().dispatch(get(url))).rejects.toBeInstanceOf(SalesforceNetworkException);
  });

  it('fails when what answers does not speak HTTP', async () => {
    const url = await serveRaw('220 smtp.example ESMTP\r\n');
    await expect(transport().dispatch(get(url))).rejects.toBeInstanceOf(SalesforceNetworkException);
  });

  it.each([
    ['of the transport', { responseTimeout: 50 }, undefined],
    ['of the request', {}, 50],
  ])('gives up an answer that does not begin within the time %s', async (_whose, options, timeout) => {
    const server = await serve(() => undefined);
    const failure = await transport(options)
      .dispatch({ ...get(server.url), timeout })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SalesforceTimeoutException);
    expect(failure).toMatchObject({ message: `${server.url}: no answer in time` });
  });

  it('gives up a connection that is not established within the time', async () => {
    // Takes the connection and leaves the TLS handshake without an answer.
    const server = createTcpServer((socket) => socket.on('error', () => undefined).resume());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened({ close: async () => server.close() });
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const failure = await transport({ connectTimeout: 50 })
      .dispatch(get(url))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SalesforceTimeoutException);
    expect(failure).toMatchObject({ message: `${url}: no connection in time` });
  });

  it('gives up an answer that stops coming', async () => {
    const server = await serve((_request, response) => response.writeHead(200).write('{'));
    const response = await transport({ responseTimeout: 50 }).dispatch(get(server.url));
    const failure = await response.text().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SalesforceTimeoutException);
    expect(failure).toMatchObject({ message: `${server.url}: the answer stopped coming` });
  });

  it('destroys the stream it was to send when the call fails', async () => {
    const server = await loopbackServer(() => undefined);
    await server.close();
    const body = new Readable({ read: () => undefined });
    await expect(transport().dispatch({ ...get(server.url), method: 'PUT', body })).rejects.toBeInstanceOf(
      SalesforceNetworkException,
    );
    expect(body.destroyed).toBe(true);
  });

  it('sends nothing when the signal has ended before', async () => {
    const server = await serve((_request, response) => response.end());
    const reason = new Error('the caller has gone');
    const call = transport().dispatch({ ...get(server.url), signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toBe(reason);
    expect(server.requests).toEqual([]);
  });

  it('rejects with the reason of a signal, before and during the answer', async () => {
    const client = transport();
    const reason = new Error('the caller has gone');
    const silent = await serve(() => undefined);
    const before = new AbortController();
    const dispatched = client.dispatch({ ...get(silent.url), signal: before.signal });
    before.abort(reason);
    await expect(dispatched).rejects.toBe(reason);

    const halting = await serve((_request, response) => response.writeHead(200).write('{'));
    const during = new AbortController();
    const response = await client.dispatch({ ...get(halting.url), signal: during.signal });
    const reading = response.text();
    during.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  it('goes through a proxy', async () => {
    const server = await serve((_request, response) => response.end('through'));
    const tunnels: string[] = [];
    const proxy: HttpServer = createServer().on('connect', (request, socket) => {
      tunnels.push(`${request.url} ${request.headers['proxy-authorization']}`);
      const target = connect(Number(request.url?.split(':')[1]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    open.unshift({ close: async () => proxy.close() });
    const { port } = proxy.address() as AddressInfo;

    const response = await transport({ proxy: `http://user:pass@127.0.0.1:${port}` }).dispatch(
      get(server.url),
    );
    expect(await response.text()).toBe('through');
    expect(tunnels).toEqual([`${server.url.slice('http://'.length)} Basic dXNlcjpwYXNz`]);
  });

  it('keeps connections alive', async () => {
    const ports = new Set<number>();
    const server = createServer((request, response) => {
      ports.add(request.socket.remotePort ?? 0);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    open.push({ close: async () => server.close() });
    const client = transport();
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (let call = 0; call < 10; call++) await (await client.dispatch(get(url))).text();
    expect(ports.size).toBeLessThanOrEqual(2);
  });

  it('frees a connection whose stream was given up before anything was read', async () => {
    const server = await serve((_request, response) => response.end('x'.repeat(1_000_000)));
    const client = transport();
    (await client.dispatch(get(server.url))).stream().destroy();
    await expect(client.close()).resolves.toBeUndefined();
  });

  describe('close', () => {
    it('is idempotent, and refuses what comes later', async () => {
      const server = await serve((_request, response) => response.end());
      const client = transport();
      await (await client.dispatch(get(server.url))).text();
      await Promise.all([client.close(), client.close()]);
      await client.close();
      await expect(client.dispatch(get(server.url))).rejects.toBeInstanceOf(SalesforceNetworkException);
    });

    it('needs no transport that was ever used', async () => {
      await expect(new UndiciTransport().close()).resolves.toBeUndefined();
    });

    it('ends a request that is still under way when its grace is over', async () => {
      const server = await serve(() => undefined);
      const client = transport({ closeGrace: 50 });
      const dispatched = client.dispatch(get(server.url)).catch((error: unknown) => error);
      await client.close();
      expect(await dispatched).toBeInstanceOf(SalesforceNetworkException);
    });

    it('lets a request under way end', async () => {
      const arrivals = new EventEmitter();
      const server = await serve((_request, response) => arrivals.emit('request', response));
      const client = transport();
      const arrived = once(arrivals, 'request');
      const dispatched = client.dispatch(get(server.url)).then((response) => response.text());
      const [response] = (await arrived) as [ServerResponse];
      const closed = client.close();
      response.end('late');
      await closed;
      expect(await dispatched).toBe('late');
    });
  });
});
