import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClassicClient } from '../../../../support/classic-client.js';

describe('the size of batches', () => {
  let classic: ClassicClient;
  let job: string;

  beforeEach(async () => {
    classic = await ClassicClient.open();
    job = await classic.openJob({ operation: 'insert', object: 'Contact', contentType: 'CSV' });
  });
  afterEach(() => classic.close());

  async function batchOf(rows: number): Promise<string> {
    const batch = await classic.addBatch(job, `LastName\n${'Doe\n'.repeat(rows)}`, 'text/csv');
    return (await classic.call<string>('GET', `/job/${job}/batch/${batch}`)).body;
  }

  it('is ten thousand rows at most', async () => {
    expect(await batchOf(10_000)).toContain('<numberRecordsProcessed>10000</numberRecordsProcessed>');
  });

  it('fails a batch of more, of which nothing is written', async () => {
    expect(await batchOf(10_001)).toContain(
      '<state>Failed</state><stateMessage>InvalidBatch : Exceeded number of records: 10002. ' +
        'Number of records should be less than or equal to 10001</stateMessage>',
    );
    expect(await classic.calls.query('SELECT COUNT(Id) n FROM Contact')).toMatchObject([{ n: 0 }]);
  });
});
