import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import type { EmbeddedOrgServer } from '../../../../lib/embedded/embedded-org-options.interface.js';
import { makeCertificate } from '../../../../lib/embedded/server/self-signed-certificate.js';

describe('OrgHttpServer', () => {
  let org: EmbeddedOrg;
  let server: EmbeddedOrgServer;

  beforeEach(async () => {
    org = await EmbeddedOrg.create({ user: { password: 'secret' } });
    server = await org.listen();
  });
  afterEach(() => org.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { headers: { authorization: `Bearer ${org.accessToken}`, ...headers } });

  async function raw(bytes: string): Promise<string> {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.end(bytes);
    return text(socket);
  }

  it('serves the org, whose URLs are those the client knows', async () => {
    const { port } = new URL(server.url);
    const response = await fetch(`http://localhost:${port}/services/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'password',
        client_id: 'any',
        client_secret: 'any',
        username: 'admin@example.com',
        password: 'secret',
      }),
    });
    const token = (await response.json()) as Record<string, string>;
    expect(token['instance_url']).toBe(`http://localhost:${port}`);
    expect(token['id']).toMatch(new RegExp(`^http://localhost:${port}/id/00D`));
  });

  it('listens on a free port of this machine only, unless told otherwise', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
  });

  it('lets no host that is none into its URLs', async () => {
    const answer = await raw(
      'GET /.well-known/openid-configuration HTTP/1.1\r\nHost: evil"/><x>\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toContain(`"issuer":"${server.url}"`);
    expect(answer).not.toContain('evil');
  });

  it('serves over HTTPS with a certificate that clients can trust', async () => {
    const secure = await org.listen({ https: true });
    expect(secure.url).toMatch(/^https:\/\/127\.0\.0\.1:[1-9]\d*$/);
    const { port } = new URL(secure.url);
    const url = `https://localhost:${port}/.well-known/openid-configuration`;
    const asked = secureRequest(url, { ca: secure.certificate });
    asked.end();
    const [response] = (await once(asked, 'response')) as [NodeJS.ReadableStream];
    expect(JSON.parse(await text(response))).toMatchObject({ issuer: `https://localhost:${port}` });
    const stranger = secureRequest(url, { agent: false });
    stranger.end();
    const [error] = (await once(stranger, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    await secure.close();
  });

  it('serves over HTTPS with a certificate of the user', async () => {
    const { key, cert } = await makeCertificate();
    const secure = await org.listen({ https: { key, cert } });
    expect(secure.certificate).toBe(cert);
    expect(server.certificate).toBeUndefined();
  });

  it('rejects with the system’s error when the port is taken', async () => {
    await expect(org.listen({ port: Number(new URL(server.url).port) })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('compresses large answers for clients that take them', async () => {
    const zipped = await get('/services/data/v67.0/sobjects/Account/describe', { 'accept-encoding': 'gzip' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    const plain = await get('/services/data/v67.0/sobjects/Account/describe', {
      'accept-encoding': 'identity',
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await zipped.json()).toEqual(await plain.json());
    const small = await get('/services/data/v67.0', { 'accept-encoding': 'gzip' });
    expect(small.headers.get('content-encoding')).toBeNull();
    await small.text();
  });

  it('sends no body with 204 and with HEAD', async () => {
    const root = `${server.url}/services/data/v67.0/sobjects/Account`;
    const headers = { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' };
    const created = await fetch(root, { method: 'POST', headers, body: '{"Name":"Acme"}' });
    const { id } = (await created.json()) as { id: string };
    const updated = await fetch(`${root}/${id}`, { method: 'PATCH', headers, body: '{"Name":"New"}' });
    expect([updated.status, updated.headers.get('content-length'), await updated.text()]).toEqual([
      204,
      null,
      '',
    ]);
    const head = await fetch(`${root}/${id}`, { method: 'HEAD', headers });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('refuses what is no HTTP, and goes on', async () => {
    expect(await raw('this is no HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect((await get('/services/data')).status).toBe(200);
  });

  it('answers a client that has closed its half of the connection', async () => {
    const answer = await raw('GET /services/data HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(answer).toContain('"version":"67.0"');
  });

  it('survives a client that goes away in the middle of a body', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /services/data/v67.0/sobjects/Account HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{',
    );
    socket.destroy();
    await once(socket, 'close');
    expect((await get('/services/data')).status).toBe(200);
  });

  it('stops reading a body that is too large', async () => {
    const client = request(`${server.url}/services/data/v67.0/sobjects/Account`, { method: 'POST' });
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    // The server ends the connection while the client is still sending.
    client.on('error', () => {});
    const answered = once(client, 'response') as Promise<[{ statusCode: number }]>;
    for (let i = 0; i < 52; i++) client.write(chunk);
    client.end();
    const [{ statusCode }] = await answered;
    expect(statusCode).toBe(413);
    client.destroy();
    expect((await get('/services/data')).status).toBe(200);
  });

  it('closes although connections are kept alive, or silent', async () => {
    const agent = new Agent({ keepAlive: true });
    const used = request(`${server.url}/services/data`, { agent });
    used.end();
    const [response] = (await once(used, 'response')) as [NodeJS.ReadableStream];
    await text(response);
    const silent: Socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    await once(silent, 'connect');
    const ended = once(silent.resume(), 'close');
    await server.close();
    await ended;
    agent.destroy();
    await expect(fetch(`${server.url}/services/data`)).rejects.toThrow();
    await server.close();
  });
});
