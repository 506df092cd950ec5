import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { SalesforceNetworkException } from '../../../../lib/exceptions/salesforce-network.exception.js';
import type { TransportRequest } from '../../../../lib/transport/transport.interface.js';

describe('EmbeddedTransport', () => {
  let org: EmbeddedOrg;

  beforeEach(async () => {
    org = await EmbeddedOrg.create();
  });
  afterEach(() => org.close());

  const create = (
    body: TransportRequest['body'],
    more: Partial<TransportRequest> = {},
  ): TransportRequest => ({
    method: 'POST',
    url: `${org.instanceUrl}/services/data/v67.0/sobjects/Account`,
    headers: { authorization: `Bearer ${org.accessToken}`, 'content-type': 'application/json' },
    body,
    ...more,
  });
  const countAccounts = async () => {
    const url = `${org.instanceUrl}/services/data/v67.0/query?q=SELECT+COUNT()+FROM+Account`;
    const response = await org.transport.dispatch({ ...create(undefined), method: 'GET', url });
    return (JSON.parse(await response.text()) as { totalSize: number }).totalSize;
  };

  it.each<[string, () => TransportRequest['body']]>([
    ['text', () => '{"Name":"Äcme"}'],
    ['bytes', () => Buffer.from('{"Name":"Äcme"}')],
    ['a stream', () => Readable.from([Buffer.from('{"Name":"Ä'), 'cme"}'], { objectMode: false })],
  ])('sends a body of %s', async (_, body) => {
    expect((await org.transport.dispatch(create(body()))).status).toBe(201);
  });

  it('answers as text, as bytes and as a stream', async () => {
    const request: TransportRequest = { method: 'GET', url: `${org.instanceUrl}/services/data`, headers: {} };
    const [a, b, c] = [
      await org.transport.dispatch(request),
      await org.transport.dispatch(request),
      await org.transport.dispatch(request),
    ];
    const expected = await a.text();
    expect(JSON.parse(expected)).toHaveLength(38);
    expect(Buffer.from(await b.bytes()).toString()).toBe(expected);
    expect(await text(c.stream())).toBe(expected);
  });

  it('does nothing before its caller has gone on', async () => {
    const order: string[] = [];
    const answered = org.transport.dispatch(create('{"Name":"Acme"}')).then(() => order.push('answered'));
    order.push('went on');
    await Promise.resolve().then(() => order.push('and on'));
    await answered;
    expect(order).toEqual(['went on', 'and on', 'answered']);
  });

  it('does not send what is aborted before or meanwhile', async () => {
    const reason = new TypeError('enough');
    await expect(
      org.transport.dispatch(create('{"Name":"Acme"}', { signal: AbortSignal.abort(reason) })),
    ).rejects.toBe(reason);
    const controller = new AbortController();
    const dispatched = org.transport.dispatch(create('{"Name":"Acme"}', { signal: controller.signal }));
    controller.abort(reason);
    await expect(dispatched).rejects.toBe(reason);
    expect(await countAccounts()).toBe(0);
  });

  it('rejects when the org is closed', async () => {
    await org.close();
    await expect(
      org.transport.dispatch({ method: 'GET', url: org.instanceUrl, headers: {} }),
    ).rejects.toThrow(SalesforceNetworkException);
  });
});
