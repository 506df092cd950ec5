import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import type { HttpMethod } from '../../../../lib/transport/transport.interface.js';

describe('RequestLog', () => {
  let org: EmbeddedOrg;

  beforeEach(async () => {
    org = await EmbeddedOrg.create({ clock: () => new Date('2026-01-31T10:00:00.000Z') });
  });
  afterEach(() => org.close());

  const ask = async (method: HttpMethod, path: string, body?: string) => {
    const response = await org.transport.dispatch({
      method,
      url: org.instanceUrl + (path.startsWith('/services') ? path : `/services/data/v67.0${path}`),
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
      body,
    });
    await response.text();
  };

  it('holds what was asked, and what was answered', async () => {
    await ask('POST', '/sobjects/Account', '{"Name":"Acme"}');
    await ask('GET', '/query?q=SELECT+Name+FROM+Account');
    await ask('GET', '/sobjects/Nothing');
    expect(org.requests.lines).toEqual([
      'POST /sobjects/Account 201',
      'GET /query?q=SELECT Name FROM Account 200',
      'GET /sobjects/Nothing 404 NOT_FOUND',
    ]);
    const [create, query] = org.requests.matching();
    expect(create).toMatchObject({
      method: 'POST',
      path: '/sobjects/Account',
      apiVersion: '67.0',
      query: {},
      body: '{"Name":"Acme"}',
      soql: undefined,
      at: new Date('2026-01-31T10:00:00.000Z'),
      status: 201,
      errorCode: undefined,
      fault: undefined,
    });
    expect(query).toMatchObject({
      query: { q: 'SELECT Name FROM Account' },
      soql: 'SELECT Name FROM Account',
    });
  });

  it('counts the calls that cost one, and finds those of a pattern', async () => {
    await ask('GET', '/limits');
    await ask('GET', '/services/data');
    await ask('GET', '/limits');
    expect(org.requests.apiCalls).toBe(2);
    expect(org.requests.matching('GET /limits')).toHaveLength(2);
    org.requests.clear();
    expect([org.requests.apiCalls, org.requests.lines]).toEqual([0, []]);
  });

  it('says what was asked when an expectation fails', async () => {
    await ask('POST', '/sobjects/Account', '{"Name":"Acme"}');
    await ask('GET', '/limits');
    org.requests.expect('GET /limits');
    org.requests.expect('DELETE /**', 0);
    expect(() => org.requests.expect('POST /composite/sobjects')).toThrow(
      `Expected 1 request POST /composite/sobjects, but there were 0. The org was asked:
    1. POST /sobjects/Account 201
         {"Name":"Acme"}
    2. GET /limits 200`,
    );
    expect(() => org.requests.expect('GET /limits', 2)).toThrow(
      /^Expected 2 requests GET \/limits, but there was 1\. The org was asked:\n/,
    );
  });

  it('prints itself', async () => {
    expect(inspect(org.requests)).toBe('The org was asked nothing.');
    await ask('GET', '/limits');
    expect(inspect(org.requests)).toBe('The org was asked:\n    1. GET /limits 200');
  });

  it('keeps no secrets', async () => {
    await ask('POST', '/services/oauth2/token', 'grant_type=password&username=a&password=s3cret');
    await ask('GET', '/services/oauth2/revoke?token=t0ken');
    expect(
      JSON.stringify(org.requests.matching().map(({ line, body, query }) => ({ line, body, query }))),
    ).not.toMatch(/s3cret|t0ken|Bearer/);
    expect(org.requests.lines[0]).toMatch(/^POST \/services\/oauth2\/token 400/);
  });

  it('keeps the last thousand requests, and the beginning of long bodies', async () => {
    for (let count = 0; count < 1001; count++) await ask('GET', `/sobjects/Nothing${count}`);
    expect(org.requests.lines).toHaveLength(1000);
    expect(org.requests.lines[0]).toBe('GET /sobjects/Nothing1 404 NOT_FOUND');
    expect(org.requests.apiCalls).toBe(1001);
    await ask('POST', '/sobjects/Account', JSON.stringify({ Name: 'Acme', Description: 'x'.repeat(30_000) }));
    expect(org.requests.matching('POST /**')[0]?.body).toHaveLength(16_384);
  });
});
