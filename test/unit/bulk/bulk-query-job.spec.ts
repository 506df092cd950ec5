import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bulkQuery, type BulkQueryOptions } from '../../../lib/bulk/bulk-query-job.js';
import { HeldBulkOrg } from '../../support/held-bulk-org.js';

const NAMES = 'SELECT Name, Industry FROM Account WHERE Name != null';

describe('bulkQuery', () => {
  let bulk: HeldBulkOrg;

  beforeEach(async () => {
    const records = ['Acme', 'Bolt "& Co"', 'C,\nD'].map((Name) => ({
      attributes: { type: 'Account' },
      Name,
    }));
    bulk = await HeldBulkOrg.open({ seed: { records } });
  });
  afterEach(() => bulk.close());

  async function rows(soql: string, options: BulkQueryOptions = {}): Promise<(readonly string[])[]> {
    const found: (readonly string[])[] = [];
    const { retries } = bulk;
    for await (const row of bulkQuery(bulk.connection, soql, {
      polling: bulk.polling(),
      retries,
      ...options,
    })) {
      found.push(row);
    }
    return found;
  }

  it('gives the columns and the rows, and removes the job', async () => {
    expect(await rows(NAMES)).toEqual([
      ['Name', 'Industry'],
      ['Acme', ''],
      ['Bolt "& Co"', ''],
      ['C,\nD', ''],
    ]);
    expect(bulk.jobCalls).toEqual([
      'POST /jobs/query 200',
      'GET /jobs/query/… 200',
      'GET /jobs/query/…/results 200',
      'DELETE /jobs/query/… 204',
    ]);
  });

  it('follows the locators of the pages, and names the columns once', async () => {
    expect(await rows(NAMES, { maxRecords: 2 })).toHaveLength(4);
    expect(bulk.jobCalls.slice(2, 4)).toEqual([
      'GET /jobs/query/…/results?maxRecords=2 200',
      'GET /jobs/query/…/results?locator=…&maxRecords=2 200',
    ]);
  });

  it('finds deleted records where it is to', async () => {
    const [acme] = await bulk.connection.query<{ Id: string }>("SELECT Id FROM Account WHERE Name = 'Acme'");
    await bulk.connection.resource({ method: 'DELETE', path: `sobjects/Account/${acme?.Id}` });
    expect(await rows(NAMES)).toHaveLength(3);
    expect(await rows(NAMES, { allRows: true })).toHaveLength(4);
  });

  it('gives the columns of an empty result', async () => {
    expect(await rows("SELECT Id FROM Account WHERE Name = 'Nobody'")).toEqual([['Id']]);
  });

  it('looks ever more seldom, and tells of every look', async () => {
    let looks = 0;
    const states: string[] = [];
    const polling = bulk.polling(() => ++looks === 5 && bulk.org.runBulkJobs());
    await rows(NAMES, { polling, onProgress: ({ state }) => states.push(state) });
    expect(bulk.waits).toEqual([100, 150, 225, 300, 300]);
    expect(states).toEqual([...Array(4).fill('UploadComplete'), 'JobComplete']);
  });

  it('asks again for what was lost on its way', async () => {
    bulk.org.faults.add({ on: 'GET /jobs/query/*', fault: 'drop', times: 2 });
    bulk.org.faults.add({ on: 'GET /jobs/query/*/results', fault: 'unavailable', times: 1 });
    expect(await rows(NAMES)).toHaveLength(4);
  });

  it('goes on where a page broke off', async () => {
    bulk.org.faults.add({ on: 'GET /jobs/query/*/results', fault: { truncate: 30 }, times: 1 });
    expect(await rows(NAMES)).toEqual([
      ['Name', 'Industry'],
      ['Acme', ''],
      ['Bolt "& Co"', ''],
      ['C,\nD', ''],
    ]);
  });

  it('gives up in the end, and discards the job', async () => {
    bulk.org.faults.add({ on: 'GET /jobs/query/*/results', fault: 'unavailable' });
    await expect(rows(NAMES)).rejects.toThrow('server too busy');
    expect(bulk.jobCalls.at(-1)).toBe('DELETE /jobs/query/… 204');
  });

  it('says why a job failed', async () => {
    const failing = rows('SELECT Id, Nothing__c FROM Account');
    await expect(failing).rejects.toThrow("No such column 'Nothing__c' on entity 'Account'");
  });

  it('aborts and removes the job when nobody waits for it any longer', async () => {
    const stop = new AbortController();
    const polling = bulk.polling(() => {
      stop.abort(new RangeError('Enough'));
      stop.signal.throwIfAborted();
    });
    await expect(rows(NAMES, { polling, signal: stop.signal })).rejects.toThrow('Enough');
    expect(bulk.jobCalls).toEqual([
      'POST /jobs/query 200',
      'PATCH /jobs/query/… 200',
      'DELETE /jobs/query/… 204',
    ]);
  });

  it('removes the job when the loop is left early', async () => {
    for await (const row of bulkQuery(bulk.connection, NAMES, { polling: bulk.polling() })) {
      expect(row).toEqual(['Name', 'Industry']);
      break;
    }
    expect(bulk.jobCalls.at(-1)).toBe('DELETE /jobs/query/… 204');
  });
});
