import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BulkWriter, recoverJob } from '../../../../../lib/cli/data/import/bulk.writer.js';
import type { WrittenColumn } from '../../../../../lib/cli/data/import/import-column.js';
import type {
  PreparedRow,
  RowWriter,
  WriteJournal,
  WriteRequest,
} from '../../../../../lib/cli/data/import/row-writer.interface.js';
import { SalesforceConnection } from '../../../../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../../../../lib/embedded/embedded-org.js';

const COLUMNS = ['Name', 'Industry'].map((name, place): WrittenColumn => ({
  kind: 'value',
  place,
  header: name,
  field: { name, label: name, type: 'string' },
}));
const INSERT: WriteRequest = { object: 'Account', operation: 'insert', columns: COLUMNS };

/** Jobs are worked on between two turns of the event loop. */
async function nextTurn(): Promise<void> {
  await setImmediate();
}

const JOB = { polling: { first: 1, longest: 1, pause: nextTurn } };

describe('BulkWriter', () => {
  let org: EmbeddedOrg;
  let connection: SalesforceConnection;
  let notes: unknown[];

  beforeEach(async () => {
    org = await EmbeddedOrg.create();
    connection = new SalesforceConnection('test', { embedded: org });
    notes = [];
  });
  afterEach(async () => {
    await connection.close();
    await org.close();
  });

  async function write(
    rows: readonly Partial<PreparedRow>[],
    { request = INSERT, otherwise }: { request?: WriteRequest; otherwise?: RowWriter } = {},
  ) {
    const journal = {
      started: async (_job: string, keys: Readonly<Record<string, readonly string[]>>) =>
        void notes.push(Object.values(keys)),
      settled: async () => void notes.push('settled'),
    } as unknown as WriteJournal;
    async function* prepared(): AsyncGenerator<PreparedRow> {
      for (const [place, row] of rows.entries()) {
        yield { key: `k${place}`, values: [], source: { number: place + 1, cells: [] }, ...row };
      }
    }
    const results: Record<string, unknown> = {};
    for await (const batch of new BulkWriter(connection, JOB, otherwise).write(
      request,
      prepared(),
      journal,
    )) {
      for (const { row, ...result } of batch) results[row.key] = result;
    }
    return results;
  }

  it('says of each row what came of it, of equal ones, too', async () => {
    const results = await write([
      { values: ['Acme', 'Energy'] },
      { values: [undefined, 'Energy'] },
      { values: ['Acme', 'Energy'] },
    ]);
    expect(results).toEqual({
      k0: { id: expect.stringMatching(/^001/), created: true },
      k1: { error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --' },
      k2: { id: expect.stringMatching(/^001/), created: true },
    });
    expect(notes).toEqual([[['k0', 'k2'], ['k1']], 'settled']);
    expect(org.requests.lines.at(-1)).toMatch(/^DELETE \/jobs\/ingest\/750\w{15} 204$/);
  });

  it('updates by id, null where there is to be nothing', async () => {
    const id = (await write([{ values: ['Acme', 'Energy'] }]))['k0'] as { id: string };
    const request: WriteRequest = { ...INSERT, operation: 'update' };
    const results = await write([{ id: id.id, values: [undefined, null] }], { request });
    expect(results).toEqual({ k0: { id: id.id, created: false } });
    expect(await connection.query('SELECT Name, Industry FROM Account')).toMatchObject([
      { Name: 'Acme', Industry: null },
    ]);
  });

  it('says of all rows why the job failed', async () => {
    const columns = [
      { ...COLUMNS[0]!, field: { name: 'Nothing__c', label: '', type: 'string' } } as WrittenColumn,
    ];
    const results = await write([{ values: ['Acme'] }], { request: { ...INSERT, columns } });
    expect(results).toEqual({
      k0: {
        error: expect.stringMatching(/^The bulk job 750\w{15} \(insert of Account\) failed: .*Nothing__c$/),
        doubtful: false,
      },
    });
  });

  it('forgets a job that was never given its rows', async () => {
    org.faults.add({ on: 'PUT /jobs/ingest/*/batches', fault: 'drop' });
    await expect(write([{ values: ['Acme'] }])).rejects.toThrow('broke the connection');
    expect(notes).toEqual([[['k0']], 'settled']);
  });

  it('keeps in mind a job whose end it did not see', async () => {
    org.faults.add({ on: 'GET /jobs/ingest/*', fault: { status: 500, errorCode: 'UNKNOWN_EXCEPTION' } });
    await expect(write([{ values: ['Acme'] }])).rejects.toThrow('UNKNOWN_EXCEPTION');
    expect(notes).toEqual([[['k0']]]);
  });

  it('writes otherwise where there is another way, and the Bulk API does not know the object', async () => {
    org.faults.add({ on: 'POST /jobs/ingest', fault: { status: 400, errorCode: 'INVALIDENTITY' } });
    const otherwise: RowWriter = {
      async *write(_request, rows) {
        for await (const row of rows) yield [{ row, id: 'other', created: true }];
      },
    };
    expect(await write([{ values: ['Acme'] }], { otherwise })).toEqual({
      k0: { id: 'other', created: true },
    });
    await expect(write([{ values: ['Acme'] }])).rejects.toThrow('INVALIDENTITY');
  });

  it('does not know of rows that results tell in other words whether they were written', async () => {
    const { open } = connection;
    connection.open = async (request) => {
      const response = await open.call(connection, request);
      if (!request.path.endsWith('/successfulResults')) return response;
      const text = (await response.text()).replace('"Bolt"', '"BOLT"');
      return {
        ...response,
        headers: response.headers,
        status: 200,
        stream: () => Readable.from([Buffer.from(text)]),
      };
    };
    expect(await write([{ values: ['Acme', ''] }, { values: ['Bolt', ''] }])).toEqual({
      k0: { id: expect.any(String), created: true },
      k1: { error: 'the job did not say what came of it', doubtful: true },
    });
  });

  it('knows nothing of the rows of a job that is gone', async () => {
    expect(await recoverJob(connection, '750000000000001AAA', { hash: ['k0'] }, JOB)).toEqual({
      ids: {},
      doubtful: ['k0'],
    });
  });
});
