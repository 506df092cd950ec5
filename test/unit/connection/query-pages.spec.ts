import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { QueryCursorExpiredException } from '../../../lib/exceptions/query-cursor-expired.exception.js';
import { json, type LoopbackRequest } from '../transport/loopback-server.js';
import { LoopbackOrg } from './loopback-org.js';

const NEXT = '/services/data/v67.0/query/01g-';

const page = (index: number, rest: object): object => ({
  totalSize: 3,
  records: [{ Id: String(index) }],
  ...rest,
});

/** Three pages of one record each. */
function paging({ url }: LoopbackRequest, response: ServerResponse): void {
  const index = Number(/-(\d)$/.exec(url)?.[1] ?? 0);
  const done = index === 2;
  json(response, 200, page(index, done ? { done } : { done, nextRecordsUrl: `${NEXT}${index + 1}` }));
}

describe('queryPages', () => {
  const orgs: LoopbackOrg[] = [];
  const org = async (...answer: Parameters<typeof LoopbackOrg.listen>): Promise<LoopbackOrg> => {
    const listening = await LoopbackOrg.listen(...answer);
    orgs.push(listening);
    return listening;
  };

  afterEach(async () => {
    for (const listening of orgs.splice(0)) await listening.close();
  });

  it('follows a query to its last page', async () => {
    const server = await org(paging);
    expect(await server.connect().query('SELECT Id FROM Account')).toEqual([
      { Id: '0' },
      { Id: '1' },
      { Id: '2' },
    ]);
    expect(server.calls.map(({ url }) => url)).toEqual([
      '/services/data/v67.0/query?q=SELECT%20Id%20FROM%20Account',
      '/services/data/v67.0/query/01g-1',
      '/services/data/v67.0/query/01g-2',
    ]);
  });

  it('asks for deleted records and for smaller pages', async () => {
    const server = await org(paging);
    await server.connect().query('SELECT Id FROM Account', { allRows: true, batchSize: 200 });
    expect(server.calls[0]?.url).toMatch(/\/queryAll\?q=/);
    expect(server.calls.map(({ headers }) => headers['sforce-query-options'])).toEqual(
      Array.from({ length: 3 }, () => 'batchSize=200'),
    );
  });

  it('fetches a page while the one before it is consumed', async () => {
    const arrivals = new EventEmitter();
    const server = await org((request, response) => {
      if (request.url.endsWith('-1')) arrivals.emit('second page');
      paging(request, response);
    });
    const arrived = once(arrivals, 'second page');
    const pages = server.connect().pages('SELECT Id FROM Account');
    await pages.next();
    await arrived; // nothing has asked for it yet
    await pages.return();
  });

  it('gives up the page under way when the loop is left', async () => {
    const arrivals = new EventEmitter();
    const server = await org((request, response) => {
      if (request.url.endsWith('-1')) arrivals.emit('second page', response);
      else paging(request, response);
    });
    const arrived = once(arrivals, 'second page');
    for await (const { records } of server.connect().pages('SELECT Id FROM Account')) {
      expect(records).toEqual([{ Id: '0' }]);
      await arrived;
      break;
    }
    const [response] = (await arrived) as [ServerResponse];
    if (!response.closed) await once(response, 'close');
  });

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('the caller has gone');
    const server = await org((request, response) => {
      if (!request.url.endsWith('-1')) return paging(request, response);
      controller.abort(reason);
    });
    const call = server.connect().query('SELECT Id FROM Account', { signal: controller.signal });
    await expect(call).rejects.toBe(reason);
  });

  it('tells that the cursor has expired instead of ending early', async () => {
    const server = await org((request, response) => {
      if (!request.url.endsWith('-1')) return paging(request, response);
      json(response, 400, [{ message: 'invalid query locator', errorCode: 'INVALID_QUERY_LOCATOR' }]);
    });
    await expect(server.connect().query('SELECT Id FROM Account')).rejects.toBeInstanceOf(
      QueryCursorExpiredException,
    );
  });

  it.each([['{"totalSize":3,"done":false,"records":[]}'], ['{"fine":true}'], ['null'], ['']])(
    'refuses the answer %s, which is no page or has no successor',
    async (body) => {
      const server = await org((_request, response) => response.end(body));
      await expect(server.connect().query('SELECT Id FROM Account')).rejects.toBeInstanceOf(
        InvalidResponseException,
      );
    },
  );

  describe('of a query too long for a URL', () => {
    const soql = `SELECT Id FROM Account WHERE Name IN ('${'x'.repeat(16_000)}')`;

    it('sends it in the body of a composite call', async () => {
      const server = await org((_request, response) =>
        json(response, 200, {
          compositeResponse: [
            { body: page(2, { done: true }), httpHeaders: {}, httpStatusCode: 200, referenceId: 'query' },
          ],
        }),
      );
      expect(await server.connect().query(soql, { batchSize: 200 })).toEqual([{ Id: '2' }]);
      const [call] = server.calls;
      expect(call?.url).toBe('/services/data/v67.0/composite');
      const { compositeRequest } = JSON.parse(call?.body ?? '') as { compositeRequest: { url: string }[] };
      expect(compositeRequest).toHaveLength(1);
      expect(compositeRequest[0]).toMatchObject({
        method: 'GET',
        referenceId: 'query',
        httpHeaders: { 'sforce-query-options': 'batchSize=200' },
      });
      expect(new URL(compositeRequest[0]?.url ?? '', server.url).searchParams.get('q')).toBe(soql);
    });

    it('throws what the query was refused with', async () => {
      const body = [{ errorCode: 'INVALID_FIELD', message: "No such column 'x'" }];
      const server = await org((_request, response) =>
        json(response, 200, {
          compositeResponse: [{ body, httpHeaders: {}, httpStatusCode: 400, referenceId: 'query' }],
        }),
      );
      await expect(server.connect().query(soql)).rejects.toMatchObject({
        name: 'SchemaMismatchException',
        message: "No such column 'x'",
        status: 400,
      });
    });
  });
});
