import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExportColumn } from '../../../../../lib/cli/data/export/export-column.js';
import { type BulkUse, RecordRows } from '../../../../../lib/cli/data/export/record-rows.js';
import { SalesforceConnection } from '../../../../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../../../../lib/embedded/embedded-org.js';
import { parseSoql } from '../../../../../lib/soql/parser/soql-parser.js';

const COLUMNS: readonly ExportColumn[] = [
  { path: ['Name'], name: 'Name', field: { name: 'Name', label: 'Name', type: 'string' } },
  { path: ['NumberOfEmployees'], name: 'N', field: { name: 'NumberOfEmployees', label: 'N', type: 'int' } },
];

/** Jobs are worked on between two turns of the event loop. */
async function nextTurn(): Promise<void> {
  await setImmediate();
}

describe('RecordRows', () => {
  let org: EmbeddedOrg;
  let connection: SalesforceConnection;

  beforeEach(async () => {
    const names = ['Acme', 'Bolt', 'Core'];
    const records = names.map((Name, n) => ({
      attributes: { type: 'Account' },
      Name,
      NumberOfEmployees: n || null,
    }));
    org = await EmbeddedOrg.create({ seed: { records } });
    connection = new SalesforceConnection('test', { embedded: org });
  });
  afterEach(async () => {
    await connection.close();
    await org.close();
  });

  async function read(soql: string, bulk: BulkUse) {
    const job = { polling: { first: 1, longest: 1, pause: nextTurn } };
    const rows: unknown[] = [];
    const counts: number[] = [];
    const source = new RecordRows(connection, { bulk, job });
    for await (const row of source.of(parseSoql(soql), COLUMNS, (count) => counts.push(count)))
      rows.push(row);
    const calls = org.requests.lines.map((line) => line.replace(/ \d{3}$/, '').replace(/750\w{15}/, '…'));
    return { rows, counts, calls };
  }

  /** As if the org had so many records. */
  function counting(totalSize: number): void {
    const { resource } = connection;
    connection.resource = async <T>(request: Parameters<typeof resource>[0]): Promise<T> => {
      if (request.query?.['q']?.startsWith('SELECT COUNT()')) return { totalSize } as T;
      return resource.call(connection, request) as Promise<T>;
    };
  }

  it('counts first, and reads a few records by pages', async () => {
    expect(await read('SELECT Id FROM Account ORDER BY Name', 'auto')).toEqual({
      rows: [
        ['Acme', null],
        ['Bolt', 1],
        ['Core', 2],
      ],
      counts: [3],
      calls: [
        'GET /query?q=SELECT COUNT() FROM Account',
        'GET /query?q=SELECT Name, NumberOfEmployees FROM Account ORDER BY Name',
      ],
    });
  });

  it('does not count what cannot be many, or what need not be counted', async () => {
    expect((await read('SELECT Id FROM Account LIMIT 20000', 'auto')).calls).toHaveLength(1);
    org.requests.clear();
    expect((await read('SELECT Id FROM Account', 'never')).calls).toHaveLength(1);
  });

  it('reads many records by a job', async () => {
    counting(20_000);
    expect(await read('SELECT Id FROM Account ORDER BY Name', 'auto')).toEqual({
      rows: [
        ['Acme', null],
        ['Bolt', 1],
        ['Core', 2],
      ],
      counts: [20_000],
      calls: ['POST /jobs/query', 'GET /jobs/query/…', 'GET /jobs/query/…/results', 'DELETE /jobs/query/…'],
    });
  });

  it('reads by pages what the Bulk API does not know', async () => {
    counting(20_000);
    const fault = { status: 400, errorCode: 'INVALIDENTITY', message: 'not supported by the Bulk API.' };
    org.faults.add({ on: 'POST /jobs/query', fault });
    const { rows, calls } = await read("SELECT Id FROM Account WHERE Name = 'Bolt'", 'auto');
    expect(rows).toEqual([['Bolt', 1]]);
    expect(calls[1]).toBe("GET /query?q=SELECT Name, NumberOfEmployees FROM Account WHERE Name = 'Bolt'");
    await expect(read('SELECT Id FROM Account', 'always')).rejects.toThrow('not supported by the Bulk API.');
  });

  it('reads what cannot be counted', async () => {
    org.faults.add({ on: { soql: /COUNT/ }, fault: { status: 400, errorCode: 'MALFORMED_QUERY' } });
    const { rows, counts } = await read('SELECT Id FROM Account', 'auto');
    expect([rows.length, counts]).toEqual([3, []]);
  });
});
