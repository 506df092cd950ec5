import { describe, expect, it } from '@jest/globals';
import { queryResult } from '../../../../../lib/cli/query/result/query-result.js';
import type { QueryOptions } from '../../../../../lib/connection/resource-request.interface.js';
import type { QueryResponse, WireRecord } from '../../../../../lib/protocol/query-response.interface.js';

const record = (Id: string): WireRecord => ({ attributes: { type: 'Account' }, Id });

/** Answers with pages of given ids, and remembers what it was asked. */
class Org {
  asked: { readonly soql: string; readonly options: QueryOptions } | undefined;
  given = 0;
  isLeft = false;

  constructor(
    readonly ids: readonly (readonly string[])[],
    readonly totalSize = ids.flat().length,
  ) {}

  async *pages(soql: string, options: QueryOptions): AsyncGenerator<QueryResponse<never>> {
    this.asked = { soql, options };
    try {
      for (const [place, ids] of this.ids.entries()) {
        this.given++;
        const done = place === this.ids.length - 1;
        yield { totalSize: this.totalSize, done, records: ids.map(record) as never[] };
      }
    } finally {
      this.isLeft = true;
    }
  }

  page(): Promise<never> {
    throw new TypeError('no children');
  }
}

async function read(org: Org, soql: string, options?: Parameters<typeof queryResult>[2]) {
  const { columns, pages } = await queryResult(org as never, soql, options);
  const rows: unknown[][] = [];
  for await (const records of pages) rows.push(records.map((one) => columns[0]?.value(one)));
  return { titles: columns.map(({ title }) => title), rows };
}

describe('queryResult', () => {
  it('gives pages as they come', async () => {
    const org = new Org([['1', '2'], ['3']]);
    expect(await read(org, 'SELECT Id FROM Account', { allRows: true })).toEqual({
      titles: ['Id'],
      rows: [['1', '2'], ['3']],
    });
    expect(org.asked).toEqual({
      soql: 'SELECT Id FROM Account',
      options: { allRows: true, signal: undefined },
    });
  });

  it('reads one page before somebody asks for more', async () => {
    const org = new Org([['1'], ['2'], ['3']]);
    const { pages } = await queryResult(org as never, 'SELECT Id FROM Account');
    expect(org.given).toBe(1);
    for await (const page of pages) {
      expect(page).toHaveLength(1);
      break;
    }
    expect(org.given).toBe(1);
    expect(org.isLeft).toBe(true);
  });

  it.each([
    ['SELECT Id FROM Account', 2, 'SELECT Id FROM Account LIMIT 2'],
    ['SELECT Id FROM Account LIMIT 5', 2, 'SELECT Id FROM Account LIMIT 2'],
    ['SELECT Id FROM Account LIMIT 1', 2, 'SELECT Id FROM Account LIMIT 1'],
    ['SELECT Id FROM Account ORDER BY Id FOR VIEW', 2, 'SELECT Id FROM Account ORDER BY Id LIMIT 2 FOR VIEW'],
    ['SELECT SUM(Amount) FROM Opportunity', 2, 'SELECT SUM(Amount) FROM Opportunity'],
    ['SELECT Id FRM Account', 2, 'SELECT Id FRM Account'],
  ])('asks for no more than the limit: %s', async (soql, limit, expected) => {
    const org = new Org([['1', '2'], ['3']]);
    const { rows } = await read(org, soql, { limit });
    expect(org.asked?.soql).toBe(expected);
    expect(rows).toEqual([['1', '2']]);
    expect(org.isLeft).toBe(true);
  });

  it.each(['SELECT COUNT() FROM Account', 'select count() from Account where Name != null'])(
    'makes a row of what is only counted: %s',
    async (soql) => {
      expect(await read(new Org([[]], 42), soql)).toEqual({ titles: ['count'], rows: [[42]] });
      expect(await read(new Org([[]], 0), soql)).toEqual({ titles: ['count'], rows: [[0]] });
    },
  );

  it('knows the columns of no records', async () => {
    expect(await read(new Org([[]]), 'SELECT Id, Owner.Name FROM Account')).toEqual({
      titles: ['Id', 'Owner.Name'],
      rows: [[]],
    });
  });
});
