import { describe, expect, it } from '@jest/globals';
import { withAllChildren } from '../../../../../lib/cli/query/result/child-records.js';
import type { QueryResponse, WireRecord } from '../../../../../lib/protocol/query-response.interface.js';

const contact = (LastName: string): WireRecord => ({ attributes: { type: 'Contact' }, LastName });
const pages: Readonly<Record<string, QueryResponse>> = {
  '/2': { totalSize: 3, done: false, nextRecordsUrl: '/3', records: [contact('b')] },
  '/3': { totalSize: 3, done: true, records: [contact('c')] },
};

class Pages {
  readonly asked: string[] = [];

  async page(url: string): Promise<QueryResponse> {
    this.asked.push(url);
    return pages[url] as QueryResponse;
  }
}

describe('withAllChildren', () => {
  it('reads the pages of subqueries to their end', async () => {
    const reader = new Pages();
    const records = [
      {
        attributes: { type: 'Account' },
        Name: 'Acme',
        Contacts: { totalSize: 3, done: false, nextRecordsUrl: '/2', records: [contact('a')] },
        Cases: null,
      },
      { attributes: { type: 'Account' }, Name: 'Other', Contacts: null, Cases: null },
    ];
    expect(await withAllChildren(records, reader)).toEqual([
      {
        attributes: { type: 'Account' },
        Name: 'Acme',
        Contacts: { totalSize: 3, done: true, records: [contact('a'), contact('b'), contact('c')] },
        Cases: null,
      },
      records[1],
    ]);
    expect(reader.asked).toEqual(['/2', '/3']);
  });

  it('reads those of grandchildren', async () => {
    const inner = { totalSize: 3, done: false, nextRecordsUrl: '/3', records: [contact('a')] };
    const outer = {
      totalSize: 1,
      done: true,
      records: [{ attributes: { type: 'Account' }, Contacts: inner }],
    };
    const [record] = await withAllChildren([{ attributes: { type: 'User' }, Accounts: outer }], new Pages());
    expect(record).toMatchObject({
      Accounts: { records: [{ Contacts: { done: true, records: [contact('a'), contact('c')] } }] },
    });
  });

  it('gives back the very records where nothing is missing', async () => {
    const records = [contact('a')];
    expect(await withAllChildren(records, new Pages())).toBe(records);
  });
});
