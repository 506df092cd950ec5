import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BulkIngestJob, type BulkIngestRequest } from '../../../lib/bulk/bulk-ingest-job.js';
import { BulkJobException } from '../../../lib/exceptions/bulk-job.exception.js';
import { HeldBulkOrg } from '../../support/held-bulk-org.js';
import { customObject } from '../../support/record-engine.js';

const ID = expect.stringMatching(/^001\w{15}$/);

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

describe('BulkIngestJob', () => {
  let bulk: HeldBulkOrg;

  beforeEach(async () => {
    bulk = await HeldBulkOrg.open();
  });
  afterEach(() => bulk.close());

  async function started(csv: string, request: Partial<BulkIngestRequest> = {}): Promise<BulkIngestJob> {
    const whole: BulkIngestRequest = { operation: 'insert', object: 'Account', ...request };
    const job = await BulkIngestJob.create(bulk.connection, whole, {
      polling: bulk.polling(),
      retries: bulk.retries,
    });
    await job.upload(Buffer.from(csv));
    await job.close();
    return job;
  }

  it('writes rows, and tells what came of each', async () => {
    const job = await started('Name,Industry\nAcme,Energy\n,Energy\n"B\nC",\n');
    expect(await job.finished()).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 3,
      numberRecordsFailed: 1,
    });
    expect(await all(job.successful())).toEqual([
      { id: ID, created: true, row: ['Acme', 'Energy'] },
      { id: ID, created: true, row: ['B\nC', ''] },
    ]);
    expect(await all(job.failed())).toEqual([
      {
        id: '',
        error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --',
        row: ['', 'Energy'],
      },
    ]);
    expect(await all(job.unprocessed())).toEqual([]);
    await job.delete();
    expect(bulk.jobCalls).toEqual([
      'POST /jobs/ingest 200',
      'PUT /jobs/ingest/…/batches 201',
      'PATCH /jobs/ingest/… 200',
      'GET /jobs/ingest/… 200',
      'GET /jobs/ingest/…/successfulResults 200',
      'GET /jobs/ingest/…/failedResults 200',
      'GET /jobs/ingest/…/unprocessedrecords 200',
      'DELETE /jobs/ingest/… 204',
    ]);
  });

  it('tells which records of an upsert were there', async () => {
    bulk.org.define([
      customObject('Part__c', [
        {
          name: 'Number__c',
          label: 'Number',
          type: 'string',
          length: 20,
          externalId: true,
          createable: true,
          updateable: true,
          nillable: true,
        },
      ]),
    ]);
    const upsert = { operation: 'upsert', object: 'Part__c', externalIdFieldName: 'Number__c' } as const;
    await (await started('Number__c\nA1\n', upsert)).finished();
    const job = await started('Number__c\nA1\nA2\n', upsert);
    await job.finished();
    expect(await all(job.successful())).toMatchObject([
      { created: false, row: ['A1'] },
      { created: true, row: ['A2'] },
    ]);
  });

  it('says why a job failed as a whole, and has the rows it did not come to', async () => {
    const job = await started('Name,Nothing__c\nAcme,1\n');
    const failure = await job.finished().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BulkJobException);
    expect((failure as BulkJobException).message).toMatch(
      /^The bulk job 750\w{15} \(insert of Account\) failed: .*Field name not found : Nothing__c$/,
    );
    expect((failure as BulkJobException).job).toEqual({ id: job.id, state: 'Failed' });
    expect(await all(job.unprocessed())).toEqual([['Acme', '1']]);
  });

  it('discards a job that cannot be given its rows', async () => {
    bulk.org.faults.add({ on: 'PUT /jobs/ingest/*/batches', fault: 'drop' });
    await expect(started('Name\nAcme\n')).rejects.toThrow('broke the connection');
    expect(bulk.jobCalls.slice(-2)).toEqual(['PATCH /jobs/ingest/… 200', 'DELETE /jobs/ingest/… 204']);
  });

  it('takes a job for begun when the answer to that is lost, and the job says so', async () => {
    bulk.org.faults.add({ on: 'PATCH /jobs/ingest/*', fault: 'drop-answer', times: 1 });
    const job = await started('Name\nAcme\n');
    await job.finished();
    expect(await all(job.successful())).toHaveLength(1);
  });

  it('does not take for begun a job that is open still', async () => {
    bulk.org.faults.add({ on: 'PATCH /jobs/ingest/*', fault: 'drop', times: 1 });
    await expect(started('Name\nAcme\n')).rejects.toThrow('broke the connection');
    expect(bulk.jobCalls.at(-1)).toBe('GET /jobs/ingest/… 200');
  });

  it('can be aborted: whoever waits for it is told', async () => {
    const job = await started('Name\nAcme\n');
    await job.abort();
    await expect(job.finished()).rejects.toThrow(/\(insert of Account\) was aborted$/);
    expect(await all(job.unprocessed())).toEqual([['Acme']]);
  });

  it('is found again by its id', async () => {
    const { id } = await started('Name\nAcme\n');
    bulk.org.runBulkJobs();
    const job = BulkIngestJob.of(bulk.connection, id);
    expect(await all(job.successful())).toEqual([{ id: ID, created: true, row: ['Acme'] }]);
  });

  it('asks again for results that were lost on their way', async () => {
    const job = await started('Name\nAcme\n');
    await job.finished();
    bulk.org.faults.add({ on: 'GET /jobs/ingest/*/successfulResults', fault: 'drop', times: 2 });
    expect(await all(job.successful())).toHaveLength(1);
  });
});
