import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BulkClient, type JobReply } from '../../../../support/bulk-client.js';

const NOW = new Date('2026-03-01T10:00:00.000Z');

describe('query jobs', () => {
  let bulk: BulkClient;

  beforeEach(async () => {
    bulk = await BulkClient.open({ clock: () => NOW });
  });
  afterEach(() => bulk.close());

  const create = (query: string, job = {}) =>
    bulk.calls.post<JobReply>('/jobs/query', { operation: 'query', query, ...job });

  it('begin as they are made', async () => {
    const { status, body } = await create('SELECT Id FROM Contact');
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^750/),
      operation: 'query',
      object: 'Contact',
      createdById: expect.stringMatching(/^005/),
      createdDate: '2026-03-01T10:00:00.000+0000',
      systemModstamp: '2026-03-01T10:00:00.000+0000',
      state: 'UploadComplete',
      concurrencyMode: 'Parallel',
      contentType: 'CSV',
      apiVersion: 67,
      lineEnding: 'LF',
      columnDelimiter: 'COMMA',
    });
  });

  it('tell how many rows they found', async () => {
    await bulk.calls.create('Contact', { LastName: 'Doe' });
    const job = await bulk.query('SELECT Id FROM Contact');
    expect(job).toEqual({
      id: job.id,
      operation: 'query',
      object: 'Contact',
      createdById: expect.any(String),
      createdDate: '2026-03-01T10:00:00.000+0000',
      systemModstamp: '2026-03-01T10:00:00.000+0000',
      state: 'JobComplete',
      concurrencyMode: 'Parallel',
      contentType: 'CSV',
      apiVersion: 67,
      jobType: 'V2Query',
      lineEnding: 'LF',
      columnDelimiter: 'COMMA',
      numberRecordsProcessed: 1,
      retries: 0,
      totalProcessingTime: 0,
      isPkChunkingSupported: true,
    });
  });

  it.each([
    [
      'subqueries',
      'SELECT Id, (SELECT Id FROM Contacts) FROM Account',
      'FEATURENOTENABLED',
      'Aggregate Relationships not supported in Bulk V2 Query with CSV content type',
    ],
    [
      'compound fields',
      'SELECT Id, BillingAddress FROM Account',
      'FEATURENOTENABLED',
      'Selecting compound data not supported in Bulk Query',
    ],
    [
      'all fields at once',
      'SELECT FIELDS(ALL) FROM Account LIMIT 10',
      'FEATURENOTENABLED',
      'The SOQL FIELDS function is not supported with an unbounded set of fields in this API.',
    ],
    [
      'counting',
      'SELECT COUNT() FROM Account',
      'FEATURENOTENABLED',
      'Aggregate functions not supported in Bulk V2 Query',
    ],
    [
      'aggregates',
      'SELECT MAX(Name) FROM Account',
      'FEATURENOTENABLED',
      'Aggregate functions not supported in Bulk V2 Query',
    ],
    [
      'groups',
      'SELECT Name FROM Account GROUP BY Name',
      'FEATURENOTENABLED',
      'GROUP BY not supported in Bulk V2 Query',
    ],
    [
      'an offset',
      'SELECT Id FROM Account LIMIT 1 OFFSET 1',
      'FEATURENOTENABLED',
      'OFFSET not supported in Bulk V2 Query',
    ],
    [
      'types',
      'SELECT TYPEOF What WHEN Account THEN Phone END FROM Task',
      'FEATURENOTENABLED',
      'TYPEOF not supported in Bulk V2 Query',
    ],
    ['no query', '', 'API_ERROR', "Invalid value: '' supplied for property: 'query'"],
  ])('refuse %s', async (_, query, errorCode, message) => {
    expect(await create(query)).toMatchObject({ status: 400, body: [{ errorCode, message }] });
  });

  it.each([
    ['SELECT Id FROM', 'MALFORMED_QUERY'],
    ['SELECT Nothing FROM Account', 'INVALID_FIELD'],
    ['SELECT Id FROM Nothing__c', 'INVALID_TYPE'],
  ])('refuse %s as any query is refused', async (query, errorCode) => {
    expect(await create(query)).toMatchObject({ status: 400, body: [{ errorCode }] });
  });

  it('refuse another operation', async () => {
    expect(await create('SELECT Id FROM Contact', { operation: 'insert' })).toMatchObject({
      status: 400,
      body: [
        { errorCode: 'API_ERROR', message: "Invalid value: 'insert' supplied for property: 'operation'" },
      ],
    });
  });

  it('can be given up and deleted', async () => {
    const { body } = await create('SELECT Id FROM Contact');
    expect(await bulk.calls.patch(`/jobs/query/${body.id}`, { state: 'Aborted' })).toMatchObject({
      status: 200,
      body: { id: body.id, state: 'Aborted' },
    });
    bulk.calls.org.runBulkJobs();
    expect(await bulk.calls.get(`/jobs/query/${body.id}`)).toMatchObject({ body: { state: 'Aborted' } });
    expect(await bulk.calls.delete(`/jobs/query/${body.id}`)).toMatchObject({ status: 204 });
    expect(await bulk.calls.get(`/jobs/query/${body.id}`)).toMatchObject({ status: 404 });
  });

  it('cannot be given up when they are done', async () => {
    const { id } = await bulk.query('SELECT Id FROM Contact');
    expect(await bulk.calls.patch(`/jobs/query/${id}`, { state: 'Aborted' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Completed Job not allowed' }],
    });
  });

  it('count for the limits of the day', async () => {
    await bulk.query('SELECT Id FROM Contact');
    await bulk.ingest({ object: 'Contact', operation: 'insert' }, 'LastName\nDoe\n');
    const { body } = await bulk.calls.get('/limits');
    expect(body).toMatchObject({
      DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 9999 },
      DailyBulkApiBatches: { Max: 15_000, Remaining: 14_999 },
    });
  });

  it('are listed apart from ingest jobs', async () => {
    await bulk.create({ object: 'Contact', operation: 'insert' });
    const { id } = await bulk.query('SELECT Id FROM Contact');
    const { body } = await bulk.calls.get<{ records: JobReply[] }>('/jobs/query');
    expect(body.records).toMatchObject([{ id, jobType: 'V2Query', state: 'JobComplete' }]);
    expect(await bulk.calls.get(`/jobs/ingest/${id}`)).toMatchObject({ status: 404 });
  });
});
