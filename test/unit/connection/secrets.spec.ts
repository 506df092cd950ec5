import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { AuthOptions } from '../../../lib/connection/connection-options.interface.js';
import { SalesforceConnections } from '../../../lib/connection/salesforce-connections.js';
import { json, loopbackServer } from '../transport/loopback-server.js';

const SECRET = 'PLANTED-SECRET';
const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

/** Everything that a careless log line could show of a value. */
function shown(value: unknown): string {
  return [
    inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }),
    JSON.stringify(value),
    String(value),
    value instanceof Error ? `${value.stack} ${JSON.stringify({ ...value })}` : '',
    inspect(Object.entries(value as object), { depth: Number.POSITIVE_INFINITY }),
  ].join('\n');
}

describe('secrets', () => {
  const flows: readonly AuthOptions[] = [
    { flow: 'jwt', clientId: 'id', username: 'u', privateKey },
    { flow: 'client-credentials', clientId: 'id', clientSecret: SECRET },
    { flow: 'refresh-token', clientId: 'id', clientSecret: SECRET, refreshToken: SECRET },
    {
      flow: 'password',
      clientId: 'id',
      clientSecret: SECRET,
      username: 'u',
      password: SECRET,
      securityToken: SECRET,
    },
    { flow: 'soap', username: 'u', password: SECRET, securityToken: SECRET },
  ];

  it.each(flows)('of the flow $flow stay out of connections, exceptions and logs', async (auth) => {
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    const connections = new SalesforceConnections({
      logger: () => ({ error: write, warn: write, log: write, debug: write }),
    });
    let refused = false;
    const server = await loopbackServer(({ url }, response) => {
      if (refused) return json(response, 500, [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'broken' }]);
      if (url === '/services/oauth2/token') {
        return json(response, 200, {
          access_token: SECRET,
          instance_url: server.url,
          refresh_token: `${SECRET}2`,
        });
      }
      if (url.startsWith('/services/Soap/u/')) {
        return response.end(
          `<serverUrl>${server.url}/services/Soap/u/64.0/00D</serverUrl><sessionId>${SECRET}</sessionId><userId>005</userId><organizationId>00D</organizationId>`,
        );
      }
      return json(response, 200, {});
    });
    const connection = connections.add('emea', {
      auth,
      loginUrl: server.url,
      headers: { 'x-api-key': SECRET },
      logLevel: 'debug',
    });
    await connection.limits();
    refused = true;
    const failures = [
      await connection.resource({ path: 'query', query: { q: SECRET } }).catch((error: unknown) => error),
    ];
    await server.close();
    failures.push(await connection.limits().catch((error: unknown) => error));
    await connections.remove('emea');
    failures.push(await connection.limits().catch((error: unknown) => error));

    expect(failures.map((failure) => (failure as Error).name)).toEqual([
      'SalesforceException',
      'SalesforceNetworkException',
      'SalesforceConfigurationException',
    ]);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    const everything = [connections, connection, ...failures].map(shown).join('\n') + lines.join('\n');
    expect(everything).not.toContain(SECRET);
    expect(everything).not.toContain('PRIVATE KEY');
    expect(everything).not.toContain(privateKey.slice(40, 80));
  });

  it('of a refused login stay out of its exception', async () => {
    const server = await loopbackServer((_request, response) =>
      json(response, 400, { error: 'invalid_grant', error_description: 'authentication failure' }),
    );
    const connections = new SalesforceConnections();
    for (const [i, auth] of flows.entries()) {
      const failure = await connections
        .add(String(i), { auth, loginUrl: server.url })
        .connect()
        .catch((error: unknown) => error);
      expect((failure as Error).name).toBe('AuthenticationException');
      expect(shown(failure)).not.toContain(SECRET);
    }
    await connections.close();
    await server.close();
  });

  it('of a proxy stay out of exceptions', async () => {
    const server = await loopbackServer(() => undefined);
    await server.close();
    const connections = new SalesforceConnections();
    const connection = connections.add('emea', {
      auth: { flow: 'session', accessToken: SECRET, instanceUrl: 'https://acme.my.salesforce.com' },
      proxy: server.url.replace('http://', `http://user:${SECRET}@`),
    });
    const failure = await connection.limits().catch((error: unknown) => error);
    expect((failure as Error).name).toBe('SalesforceNetworkException');
    expect(shown(failure)).not.toContain(SECRET);
    await connections.close();
  });
});
