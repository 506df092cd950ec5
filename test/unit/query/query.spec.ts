import { describe, expect, it } from '@jest/globals';
import { lastValueFrom, toArray } from 'rxjs';
import { Query } from '../../../lib/query/query.js';
import type { RowSource } from '../../../lib/query/execution/row-source.interface.js';
import { parseSoql } from '../../../lib/soql/parser/soql-parser.js';
import { opportunityQueries, page } from '../../support/opportunity-queries.js';

const DEALS = [
  { Id: '006000000000001AAA', Name: 'First' },
  { Id: '006000000000002AAA', Name: 'Second' },
];

function prepared(options: { allRows?: boolean; take?: number } = {}) {
  const { transport, opportunities } = opportunityQueries(({ path, query }) => {
    if (query['explain']) return { plans: [{ leadingOperationType: 'TableScan' }] };
    if (query['q']?.startsWith('SELECT COUNT()')) return { totalSize: 7, done: true, records: [] };
    if (query['q']?.endsWith(' LIMIT 1')) return page(DEALS[0]!);
    return path === 'query' || path === 'queryAll' ? page(...DEALS) : undefined;
  });
  const query = opportunities.prepare({ select: { name: true }, where: { isWon: true }, ...options });
  return { transport, query };
}

const SOQL = 'SELECT Id, Name FROM Opportunity WHERE IsWon = TRUE';
const ENTITIES = [
  { id: '006000000000001AAA', name: 'First' },
  { id: '006000000000002AAA', name: 'Second' },
];

const collect = async <Row>(query: Query<Row>): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const row of query.stream()) rows.push(row);
  return rows;
};

describe('Query', () => {
  it('tells its text without a call', () => {
    const { transport, query } = prepared();
    expect(query.toSoql()).toBe(SOQL);
    expect(transport.calls).toEqual([]);
  });

  it('reads all rows, streams them and observes them', async () => {
    const { transport, query } = prepared();
    expect(await query.all()).toEqual(ENTITIES);
    expect(await collect(query)).toEqual(ENTITIES);
    expect(await lastValueFrom(query.observe().pipe(toArray()))).toEqual(ENTITIES);
    expect(transport.queries).toEqual([SOQL, SOQL, SOQL]);
  });

  it('reads no more than the first row for the first row', async () => {
    const { transport, query } = prepared();
    expect(await query.first()).toEqual(ENTITIES[0]);
    expect(transport.queries).toEqual([`${SOQL} LIMIT 1`]);
  });

  it('has no first row where none is wanted, and makes no call', async () => {
    const { transport, query } = prepared({ take: 0 });
    expect(await query.first()).toBeNull();
    expect(transport.calls).toEqual([]);
  });

  it('lets the org count', async () => {
    const { transport, query } = prepared();
    expect(await query.count()).toBe(7);
    expect(transport.queries).toEqual(['SELECT COUNT() FROM Opportunity WHERE IsWon = TRUE']);
  });

  it('asks for the plan of its text', async () => {
    const { transport, query } = prepared();
    expect(await query.explain()).toEqual([{ leadingOperationType: 'TableScan' }]);
    expect(transport.calls[0]?.query).toEqual({ explain: SOQL });
  });

  it('runs as it was prepared unless it is told otherwise', async () => {
    const { transport, query } = prepared({ allRows: true });
    await query.all();
    await query.all({ allRows: false });
    expect(transport.calls.map(({ path }) => path)).toEqual(['queryAll', 'query']);
  });

  it('hands signal and page size of the run to what reads the rows', async () => {
    const runs: unknown[] = [];
    const rows: RowSource<never> = {
      query: parseSoql('SELECT Id FROM Opportunity'),
      all: async (options) => (runs.push(options), []),
      stream: async function* () {},
      count: async (options) => runs.push(options),
      one: () => rows,
    };
    const { signal } = new AbortController();
    const query = new Query({ explain: async () => [] }, rows, { allRows: true });
    await query.all({ signal });
    await query.first({ batchSize: 200 });
    await query.count({ signal });
    expect(runs).toEqual([
      { allRows: true, signal },
      { allRows: true, batchSize: 200 },
      { allRows: true, signal },
    ]);
  });
});
