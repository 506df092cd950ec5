import { describe, expect, it } from '@jest/globals';
import type { WireRecord } from '../../../../lib/protocol/query-response.interface.js';
import { completeChildren } from '../../../../lib/query/execution/child-pages.js';
import { buildFindQuery } from '../../../../lib/query/find/find-query.builder.js';
import { Account, metadataOf } from '../query-entities.js';
import { page, record, ScriptedSource } from '../scripted-source.js';

const { shape } = buildFindQuery(metadataOf(Account), {
  select: { contacts: { select: { lastName: true } } },
});

/** An account with one contact there and another one to be fetched. */
const unfinished = (n: number): WireRecord =>
  record({
    Id: `001${n}`,
    Contacts: {
      totalSize: 2,
      done: false,
      nextRecordsUrl: `/rest-${n}`,
      records: [record({ Id: `003${n}` })],
    },
  });

const accounts = Array.from({ length: 12 }, (_, n) => unfinished(n));

describe('completeChildren', () => {
  it('fetches the children of several records at a time, and of few', async () => {
    const under = { way: 0, most: 0 };
    const connection = new ScriptedSource(
      () => [],
      async (url) => {
        under.most = Math.max(under.most, ++under.way);
        await new Promise((resolve) => setImmediate(resolve));
        under.way--;
        return page([{ Id: `more of ${url}` }]);
      },
    );
    const complete = await completeChildren({ connection }, shape, accounts);
    expect(complete.map(({ Contacts }) => Contacts)).toEqual(
      accounts.map((_, n) => ({
        totalSize: 2,
        done: true,
        records: [record({ Id: `003${n}` }), record({ Id: `more of /rest-${n}` })],
      })),
    );
    expect(under.most).toBe(5);
    expect(connection.pageCalls).toHaveLength(12);
  });

  it('gives all of them up when one is missing', async () => {
    const broken = new Error('broken');
    const ended: unknown[] = [];
    const connection = new ScriptedSource(
      () => [],
      (url, { signal }) =>
        new Promise((_resolve, reject) => {
          if (url === '/rest-3') setImmediate(() => reject(broken));
          if (signal?.aborted) reject(signal.reason as Error);
          signal?.addEventListener('abort', () => {
            ended.push(url);
            reject(signal.reason as Error);
          });
        }),
    );
    await expect(completeChildren({ connection }, shape, accounts)).rejects.toBe(broken);
    expect(ended).toEqual(expect.arrayContaining(['/rest-0', '/rest-1', '/rest-2', '/rest-4']));
  });

  it('ends with the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('the caller has gone');
    const connection = new ScriptedSource(
      () => [],
      (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    );
    const reading = completeChildren({ connection, signal: controller.signal }, shape, accounts);
    controller.abort(reason);
    await expect(reading).rejects.toBe(reason);
  });

  it('leaves records alone that have no children to fetch', async () => {
    const connection = new ScriptedSource(() => []);
    const records = [record({ Id: '001A', Contacts: null })];
    expect((await completeChildren({ connection }, shape, records))[0]).toBe(records[0]);
    expect(connection.pageCalls).toEqual([]);
  });
});
