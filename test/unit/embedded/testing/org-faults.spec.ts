import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import type { EmbeddedOrgServer } from '../../../../lib/embedded/embedded-org-options.interface.js';
import type { ErrorFault, Fault } from '../../../../lib/embedded/testing/fault.interface.js';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import { SalesforceNetworkException } from '../../../../lib/exceptions/salesforce-network.exception.js';
import { SalesforceTimeoutException } from '../../../../lib/exceptions/salesforce-timeout.exception.js';
import type { TransportRequest, TransportResponse } from '../../../../lib/transport/transport.interface.js';

describe('OrgFaults', () => {
  let org: EmbeddedOrg;

  beforeEach(async () => {
    org = await EmbeddedOrg.create();
  });
  afterEach(() => org.close());

  const ask = (path: string, more: Partial<TransportRequest> = {}): Promise<TransportResponse> =>
    org.transport.dispatch({
      method: 'GET',
      url: `${org.instanceUrl}/services/data/v67.0${path}`,
      headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
      ...more,
    });
  const statuses = async (paths: readonly string[]): Promise<number[]> => {
    const found: number[] = [];
    for (const path of paths) found.push((await ask(path)).status);
    return found;
  };
  const accounts = async () =>
    JSON.parse(await (await ask('/query?q=SELECT+COUNT()+FROM+Account')).text()).totalSize as number;
  const create = () => ask('/sobjects/Account', { method: 'POST', body: '{"Name":"Acme"}' });

  it('hits the requests of its pattern, after those it skips, as often as it is told', async () => {
    const fault = org.faults.add({ on: 'GET /limits', fault: 'unavailable', skip: 1, times: 2 });
    expect(await statuses(['/limits', '/limits', '/recent', '/limits', '/limits'])).toEqual([
      200, 503, 200, 503, 200,
    ]);
    expect(fault.hits).toBe(2);
  });

  it('works again once a fault is removed, or all are', async () => {
    const fault = org.faults.add({ fault: 'unavailable' });
    expect(await statuses(['/limits'])).toEqual([503]);
    fault.remove();
    expect(await statuses(['/limits'])).toEqual([200]);
    org.faults.add({ fault: 'unavailable' });
    org.faults.clear();
    expect(await statuses(['/limits'])).toEqual([200]);
  });

  it.each<[ErrorFault | Exclude<Fault, object>, number, string, string]>([
    [{ status: 500, errorCode: 'UNKNOWN_EXCEPTION', message: 'boom' }, 500, 'UNKNOWN_EXCEPTION', 'boom'],
    [{ status: 400, errorCode: 'QUERY_TIMEOUT' }, 400, 'QUERY_TIMEOUT', 'QUERY_TIMEOUT'],
    ['unavailable', 503, 'SERVER_UNAVAILABLE', 'server too busy'],
    ['limit-exceeded', 403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'],
    ['locked-row', 400, 'UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record'],
    ['expired-session', 401, 'INVALID_SESSION_ID', 'Session expired or invalid'],
  ])('answers %j as the platform does', async (fault, status, errorCode, message) => {
    org.faults.add({ fault, times: 1 });
    const response = await create();
    expect(response.status).toBe(status);
    expect(JSON.parse(await response.text())).toEqual([{ message, errorCode }]);
    expect(await accounts()).toBe(0);
  });

  it('ends the session, not only the request', async () => {
    const { accessToken } = org;
    org.faults.add({ fault: 'expired-session', times: 1 });
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await ask('/limits', { headers })).status).toBe(401);
    expect((await ask('/limits', { headers })).status).toBe(401);
    expect((await ask('/limits')).status).toBe(200);
  });

  it('drops a request before it is carried out, or its answer after', async () => {
    org.faults.add({ on: 'POST /**', fault: 'drop', times: 1 });
    await expect(create()).rejects.toThrow(SalesforceNetworkException);
    expect(await accounts()).toBe(0);
    org.faults.add({ on: 'POST /**', fault: 'drop-answer', times: 1 });
    await expect(create()).rejects.toThrow(SalesforceNetworkException);
    expect(await accounts()).toBe(1);
    expect(org.requests.matching('POST /**').map(({ line }) => line)).toEqual([
      'POST /sobjects/Account no answer (drop)',
      'POST /sobjects/Account no answer (drop-answer)',
    ]);
  });

  it('cuts an answer off', async () => {
    org.faults.add({ on: 'GET /limits', fault: { truncate: 10 } });
    await expect((await ask('/limits')).text()).rejects.toThrow(InvalidResponseException);
    await expect((await ask('/limits')).bytes()).rejects.toThrow(InvalidResponseException);
    await expect(text((await ask('/limits')).stream())).rejects.toThrow(InvalidResponseException);
    expect(org.requests.lines.at(-1)).toBe('GET /limits 200 (truncate 10)');
  });

  it('delays an answer, which a signal, a time-out or the end of the org cut short', async () => {
    org.faults.add({ on: 'GET /limits', fault: { delay: 1 }, times: 1 });
    expect((await ask('/limits')).status).toBe(200);
    org.faults.add({ on: 'GET /limits', fault: { delay: 3_600_000 } });
    const given = new AbortController();
    const abandoned = ask('/limits', { signal: given.signal });
    const late = ask('/limits', { timeout: 1 });
    await expect(late).rejects.toThrow(SalesforceTimeoutException);
    given.abort(new Error('given up'));
    await expect(abandoned).rejects.toThrow('given up');
    const open = ask('/limits');
    await setImmediate(undefined);
    await setImmediate(undefined);
    expect(org.requests.lines).toHaveLength(4);
    await Promise.all([expect(open).rejects.toThrow(SalesforceNetworkException), org.close()]);
  });

  describe('over HTTP', () => {
    let server: EmbeddedOrgServer;

    beforeEach(async () => {
      server = await org.listen();
    });

    const fetchLimits = () =>
      fetch(`${server.url}/services/data/v67.0/limits`, {
        headers: { authorization: `Bearer ${org.accessToken}` },
      });

    it.each<Fault>(['drop', 'drop-answer'])('breaks the connection: %s', async (fault) => {
      org.faults.add({ fault, times: 1 });
      await expect(fetchLimits()).rejects.toThrow('fetch failed');
      expect((await fetchLimits()).status).toBe(200);
    });

    it('breaks the connection within the body', async () => {
      org.faults.add({ fault: { truncate: 10 }, times: 1 });
      const response = await fetchLimits();
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow('terminated');
      expect((await fetchLimits()).status).toBe(200);
    });

    it('answers errors in the format of the client', async () => {
      org.faults.add({ fault: 'unavailable', times: 1 });
      const response = await fetch(`${server.url}/services/data/v67.0/limits`, {
        headers: { authorization: `Bearer ${org.accessToken}`, accept: 'application/xml' },
      });
      expect(response.headers.get('content-type')).toMatch(/^application\/xml/);
      expect(await response.text()).toContain('<errorCode>SERVER_UNAVAILABLE</errorCode>');
    });
  });
});
