import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { queryPages } from '../../../lib/connection/query-pages.js';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { QueryCursorExpiredException } from '../../../lib/exceptions/query-cursor-expired.exception.js';
import { SalesforceUnavailableException } from '../../../lib/exceptions/salesforce-unavailable.exception.js';
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

const broken = (response: ServerResponse) => response.destroy();
const unavailable = (response: ServerResponse) => response.writeHead(503).end('<html></html>');
const halved = (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': 1_000 }).write('{"totalSize":3,');
  response.destroy();
};
const patience = () => ({ delays: [250, 1_000, 4_000], pause: jest.fn(async () => undefined) });

const collect = async (server: LoopbackOrg, retries = patience()) => {
  const ids: string[] = [];
  const pages = queryPages<{ Id: string }>(server.connect(), 'SELECT Id FROM Account', {}, retries);
  for await (const { records } of pages) ids.push(...records.map(({ Id }) => Id));
  return ids;
};

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

  /** Answers the second page by script, and the others as they are. */
  const losing = (...answers: ((response: ServerResponse) => void)[]) =>
    org((request, response) => {
      const answer = request.url.endsWith('-1') ? answers.shift() : undefined;
      if (answer) answer(response);
      else paging(request, response);
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

  it('holds no more than two pages', async () => {
    const server = await org(paging);
    const connection = server.connect();
    const pages = connection.pages('SELECT Id FROM Account');
    await pages.next();
    await connection.resource({ path: 'limits' }); // answered after whatever was asked for before it
    await connection.resource({ path: 'limits' });
    const asked = () => server.calls.filter(({ url }) => url.includes('/query')).length;
    expect(asked()).toBe(2);
    await pages.next();
    await pages.next();
    expect(asked()).toBe(3);
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

  it('gives up the page under way when the signal says so while a page is consumed', async () => {
    const arrivals = new EventEmitter();
    const controller = new AbortController();
    const reason = new Error('the caller has gone');
    const server = await org((request, response) => {
      if (request.url.endsWith('-1')) arrivals.emit('second page', response);
      else paging(request, response);
    });
    const arrived = once(arrivals, 'second page');
    const pages = server.connect().pages('SELECT Id FROM Account', { signal: controller.signal });
    await pages.next();
    const [response] = (await arrived) as [ServerResponse];
    controller.abort(reason);
    if (!response.closed) await once(response, 'close');
    await expect(pages.next()).rejects.toBe(reason);
  });

  it.each([[199], [2_001], [500.5], [NaN]])(
    'refuses pages of %d records before any call',
    async (batchSize) => {
      const server = await org(paging);
      const failing = server.connect().query('SELECT Id FROM Account', { batchSize });
      await expect(failing).rejects.toBeInstanceOf(InvalidQueryException);
      await expect(failing).rejects.toThrow(
        `batchSize is a whole number of records from 200 to 2000, not ${batchSize}.`,
      );
      expect(server.requests).toEqual([]);
    },
  );

  describe('when a page is lost on its way', () => {
    it('asks for it again, after a while', async () => {
      const server = await losing(broken, unavailable, halved);
      const retries = patience();
      expect(await collect(server, retries)).toEqual(['0', '1', '2']);
      expect(retries.pause.mock.calls.map(([delay]: unknown[]) => delay)).toEqual([250, 1_000, 4_000]);
      expect(server.calls.map(({ url }) => url.slice(url.lastIndexOf('/')))).toEqual([
        '/query?q=SELECT%20Id%20FROM%20Account',
        '/01g-1',
        '/01g-1',
        '/01g-1',
        '/01g-1',
        '/01g-2',
      ]);
    });

    it('fails when it stays lost', async () => {
      const server = await losing(unavailable, unavailable, unavailable, unavailable);
      await expect(collect(server)).rejects.toBeInstanceOf(SalesforceUnavailableException);
      expect(server.calls).toHaveLength(5);
    });

    it('asks no more than once for a page that the org refuses', async () => {
      const server = await losing((response) =>
        json(response, 400, [{ message: 'invalid query locator', errorCode: 'INVALID_QUERY_LOCATOR' }]),
      );
      await expect(collect(server)).rejects.toBeInstanceOf(QueryCursorExpiredException);
      expect(server.calls).toHaveLength(2);
    });

    it('stops waiting when the loop is left', async () => {
      const server = await losing(unavailable);
      const waiting = new EventEmitter();
      const pause = async (_: number, signal?: AbortSignal) => {
        if (signal) setImmediate(() => waiting.emit('begun', signal));
        await new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        });
      };
      const begun = once(waiting, 'begun');
      for await (const _ of queryPages(
        server.connect(),
        'SELECT Id FROM Account',
        {},
        { delays: [1], pause },
      )) {
        await begun;
        break;
      }
      const [signal] = (await begun) as [AbortSignal];
      expect(signal.aborted).toBe(true);
      expect(server.calls).toHaveLength(2);
    });
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

    it.each(['{}', '{"compositeResponse":[]}', 'null', ''])('refuses the answer %j', async (body) => {
      const server = await org((_request, response) => response.end(body));
      await expect(server.connect().query(soql)).rejects.toBeInstanceOf(InvalidResponseException);
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

  describe('readPage', () => {
    it('reads the page a nextRecordsUrl stands for', async () => {
      const server = await org(paging);
      const found = await server.connect().page(`${NEXT}2`, { batchSize: 500 });
      expect(found).toEqual({ totalSize: 3, done: true, records: [{ Id: '2' }] });
      expect(server.calls[0]?.headers['sforce-query-options']).toBe('batchSize=500');
    });

    it('refuses what is no page', async () => {
      const server = await org((_request, response) => response.end('{"message":"gone"}'));
      await expect(server.connect().page(`${NEXT}2`)).rejects.toBeInstanceOf(InvalidResponseException);
    });
  });
});
