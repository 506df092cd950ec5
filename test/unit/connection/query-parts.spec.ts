import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { queryParts } from '../../../lib/connection/query-parts.js';
import type { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';
import { SchemaMismatchException } from '../../../lib/exceptions/schema-mismatch.exception.js';
import { json, type LoopbackRequest } from '../transport/loopback-server.js';
import { LoopbackOrg } from './loopback-org.js';

const NEXT = '/services/data/v67.0/query/01g-';
const SOQL = 'SELECT Name FROM Account';
const ONCE_MORE = { delays: [1, 1], pause: async () => undefined };

/** 300 records of 500 bytes and more: three parts. */
const page = (index: number) => ({
  totalSize: 900,
  done: index === 2,
  ...(index < 2 && { nextRecordsUrl: `${NEXT}${index + 1}` }),
  records: Array.from({ length: 300 }, (_, row) => ({
    attributes: { type: 'Account' },
    Name: `${index}-${row}`,
    Description: String(index).repeat(500),
  })),
});

const indexOf = ({ url }: LoopbackRequest) => Number(/-(\d)$/.exec(url)?.[1] ?? 0);

async function namesOf(connection: SalesforceConnection): Promise<string[]> {
  const names: string[] = [];
  const parts = queryParts<{ Name: string; Description: string }>(connection, SOQL, {}, ONCE_MORE);
  for await (const { records } of parts) {
    for (const { Name, Description } of records) {
      names.push(Name);
      if (Description !== Name.charAt(0).repeat(500)) throw new Error(`${Name} is not itself`);
    }
  }
  return names;
}

const allNames = [0, 1, 2].flatMap((index) => Array.from({ length: 300 }, (_, row) => `${index}-${row}`));

describe('queryParts', () => {
  const orgs: LoopbackOrg[] = [];
  const org = async (answer: Parameters<typeof LoopbackOrg.listen>[0]): Promise<LoopbackOrg> => {
    const listening = await LoopbackOrg.listen(answer);
    orgs.push(listening);
    return listening;
  };

  afterEach(async () => {
    for (const listening of orgs.splice(0)) await listening.close();
  });

  it('gives every record once, in order', async () => {
    const server = await org((request, response) => json(response, 200, page(indexOf(request))));
    expect(await namesOf(server.connect())).toEqual(allNames);
  });

  it('tells which part is the last of its page', async () => {
    const server = await org((request, response) => json(response, 200, page(indexOf(request))));
    const ends: (boolean | undefined)[] = [];
    for await (const { more, totalSize } of server.connect().parts(SOQL)) {
      ends.push(more);
      expect(totalSize).toBe(900);
    }
    expect(ends).toEqual([true, true, false, true, true, false, true, true, false]);
  });

  it('fetches one page, and no more, while the parts of the one before it are consumed', async () => {
    const arrivals = new EventEmitter();
    const server = await org((request, response) => {
      json(response, 200, page(indexOf(request)));
      if (indexOf(request) === 1) arrivals.emit('second page');
    });
    const connection = server.connect();
    const arrived = once(arrivals, 'second page');
    const parts = connection.parts<{ Name: string }>(SOQL);
    const first = await parts.next();
    await arrived; // nothing has asked for it yet
    await connection.resource({ path: 'limits' }); // answered after whatever was asked for before it
    const second = await parts.next();
    expect([first, second].map(({ value }) => value?.records[0]?.Name.split('-')[0])).toEqual(['0', '0']);
    expect(server.calls.filter(({ url }) => url.includes('/query'))).toHaveLength(2);
    await parts.return();
  });

  it('keeps the page that is consumed what it is when the next one is lost on its way', async () => {
    let losses = 2;
    const server = await org((request, response) => {
      if (indexOf(request) !== 1 || losses-- <= 0) return json(response, 200, page(indexOf(request)));
      const half = JSON.stringify(page(1)).slice(0, 100_000);
      response.writeHead(200, { 'content-length': 200_000 }).write(half, () => response.destroy());
    });
    expect(await namesOf(server.connect())).toEqual(allNames);
    expect(server.calls).toHaveLength(5);
  });

  it('gives up the page under way when the loop is left', async () => {
    const arrivals = new EventEmitter();
    const server = await org((request, response) => {
      if (indexOf(request) === 1) arrivals.emit('second page', response);
      else json(response, 200, page(0));
    });
    const arrived = once(arrivals, 'second page');
    for await (const _ of server.connect().parts(SOQL)) {
      await arrived;
      break;
    }
    const [response] = (await arrived) as [ServerResponse];
    if (!response.closed) await once(response, 'close');
  });

  it('gives a page of another form as it is', async () => {
    const body = '{ "totalSize" : 1, "done" : true, "records" : [ { "Id" : "1" } ] }';
    const server = await org((_request, response) => response.end(body));
    const parts = server.connect().parts(SOQL);
    expect((await parts.next()).value).toEqual({ totalSize: 1, done: true, records: [{ Id: '1' }] });
    expect(await parts.next()).toEqual({ value: undefined, done: true });
  });

  it('gives the page of a query too long for a URL as it is', async () => {
    const server = await org((_request, response) =>
      json(response, 200, { compositeResponse: [{ body: page(2), httpStatusCode: 200 }] }),
    );
    const parts = server.connect().parts(`${SOQL} WHERE Name IN ('${'x'.repeat(16_000)}')`);
    expect((await parts.next()).value?.records).toHaveLength(300);
    expect((await parts.next()).done).toBe(true);
  });

  it.each([
    ['{"totalSize":3,"done":false,"records":[]}'],
    ['{"fine":true}'],
    ['null'],
    [''],
    ['{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Account"},"Name":'],
    ['{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Account"},"Name":oops}]}'],
  ])('refuses the answer %s', async (body) => {
    const server = await org((_request, response) => response.end(body));
    await expect(namesOf(server.connect())).rejects.toBeInstanceOf(InvalidResponseException);
  });

  it('throws what the query was refused with', async () => {
    const server = await org((_request, response) =>
      json(response, 400, [{ errorCode: 'INVALID_FIELD', message: "No such column 'x'" }]),
    );
    await expect(namesOf(server.connect())).rejects.toBeInstanceOf(SchemaMismatchException);
  });
});
