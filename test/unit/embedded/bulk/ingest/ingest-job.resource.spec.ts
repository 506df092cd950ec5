import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BulkClient } from '../../../../support/bulk-client.js';

const NOW = new Date('2026-03-01T10:00:00.000Z');

describe('ingest jobs', () => {
  let bulk: BulkClient;

  beforeEach(async () => {
    bulk = await BulkClient.open({ clock: () => NOW });
  });
  afterEach(() => bulk.close());

  describe('created', () => {
    it('are open, and say where their data goes', async () => {
      const { status, body } = await bulk.create({
        object: 'contact',
        operation: 'insert',
        contentType: 'CSV',
      });
      expect(status).toBe(200);
      expect(body).toEqual({
        id: expect.stringMatching(/^750[a-zA-Z0-9]{15}$/),
        operation: 'insert',
        object: 'Contact',
        createdById: expect.stringMatching(/^005/),
        createdDate: '2026-03-01T10:00:00.000+0000',
        systemModstamp: '2026-03-01T10:00:00.000+0000',
        state: 'Open',
        concurrencyMode: 'Parallel',
        contentType: 'CSV',
        apiVersion: 67,
        contentUrl: `services/data/v67.0/jobs/ingest/${body.id}/batches`,
        lineEnding: 'LF',
        columnDelimiter: 'COMMA',
      });
      expect(Object.keys(body).slice(0, 7)).toEqual([
        'id',
        'operation',
        'object',
        'createdById',
        'createdDate',
        'systemModstamp',
        'state',
      ]);
    });

    it.each([
      ['no object', { operation: 'insert' }, 'INVALIDJOB', 'InvalidJob : Unable to find object: '],
      [
        'an unknown object',
        { object: 'Nothing__c', operation: 'insert' },
        'INVALIDJOB',
        'InvalidJob : Unable to find object: Nothing__c',
      ],
      [
        'an unknown operation',
        { object: 'Contact', operation: 'merge' },
        'API_ERROR',
        "Invalid value: 'merge' supplied for property: 'operation'",
      ],
      [
        'a query',
        { object: 'Contact', operation: 'query' },
        'API_ERROR',
        "Invalid value: 'query' supplied for property: 'operation'",
      ],
      [
        'another format',
        { object: 'Contact', operation: 'insert', contentType: 'JSON' },
        'API_ERROR',
        "Invalid value: 'JSON' supplied for property: 'contentType'",
      ],
      [
        'an unknown delimiter',
        { object: 'Contact', operation: 'insert', columnDelimiter: ',' },
        'API_ERROR',
        "Invalid value: ',' supplied for property: 'columnDelimiter'",
      ],
      [
        'an unknown line end',
        { object: 'Contact', operation: 'insert', lineEnding: 'CR' },
        'API_ERROR',
        "Invalid value: 'CR' supplied for property: 'lineEnding'",
      ],
      [
        'an upsert without its field',
        { object: 'Contact', operation: 'upsert' },
        'INVALIDJOB',
        'InvalidJob : External ID was blank for Contact. An External ID must be specified for upsert.',
      ],
      [
        'an upsert by a field that tells nobody apart',
        { object: 'Contact', operation: 'upsert', externalIdFieldName: 'Phone' },
        'INVALIDJOB',
        'InvalidJob : Field name provided, Phone does not match an External ID for Contact',
      ],
    ])('refuse %s', async (_, job, errorCode, message) => {
      expect(await bulk.create(job)).toMatchObject({ status: 400, body: [{ errorCode, message }] });
    });

    it('do not exist before version 41', async () => {
      const reply = await bulk.calls.post('/services/data/v40.0/jobs/ingest', {
        object: 'Contact',
        operation: 'insert',
      });
      expect(reply.status).toBe(404);
    });

    it('take their data at once, in a request of several parts', async () => {
      const body = [
        '--BOUNDARY',
        'Content-Type: application/json',
        'Content-Disposition: form-data; name="job"',
        '',
        '{"object":"Contact","contentType":"CSV","operation":"insert","lineEnding":"LF"}',
        '',
        '--BOUNDARY',
        'Content-Type: text/csv',
        'Content-Disposition: form-data; name="content"; filename="content"',
        '',
        'LastName\nDoe\nRoe',
        '--BOUNDARY--',
        '',
      ].join('\r\n');
      const headers = { 'content-type': 'multipart/form-data; boundary=BOUNDARY' };
      const { status, body: job } = await bulk.calls.call<{ id: string; state: string }>(
        'POST',
        '/jobs/ingest',
        {
          body,
          headers,
        },
      );
      expect({ status, state: job.state }).toEqual({ status: 200, state: 'UploadComplete' });
      bulk.calls.org.runBulkJobs();
      expect(await bulk.info(job.id)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2 });
      expect(await bulk.calls.query('SELECT LastName FROM Contact ORDER BY LastName')).toMatchObject([
        { LastName: 'Doe' },
        { LastName: 'Roe' },
      ]);
    });
  });

  it.each([
    ['without the data', 'job', 'INVALIDJOB'],
    ['without the job', 'content', 'INVALIDJOB'],
    ['that is no such request', undefined, 'INVALID_MULTIPART_REQUEST'],
  ])('refuse a request of several parts %s', async (_, part, errorCode) => {
    const body =
      part === undefined
        ? 'nothing'
        : `--B\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name="${part}"\r\n\r\n{}\r\n--B--\r\n`;
    const headers = { 'content-type': 'multipart/form-data; boundary=B' };
    expect(await bulk.calls.call('POST', '/jobs/ingest', { body, headers })).toMatchObject({
      status: 400,
      body: [{ errorCode }],
    });
  });

  describe('given their data', () => {
    it('answer 201, and nothing else', async () => {
      const { body } = await bulk.create({ object: 'Contact', operation: 'insert' });
      expect(await bulk.upload(body.id, 'LastName\nDoe\n')).toMatchObject({ status: 201, body: undefined });
    });

    it('refuse a second piece', async () => {
      const { body } = await bulk.create({ object: 'Contact', operation: 'insert' });
      await bulk.upload(body.id, 'LastName\nDoe\n');
      expect(await bulk.upload(body.id, 'LastName\nRoe\n')).toMatchObject({
        status: 400,
        body: [
          {
            errorCode: 'BULK_API_ERROR',
            message:
              `Found multiple contents for job: <${body.id.slice(0, 15)}>, please 'Close' / 'Abort' / 'Delete' the ` +
              "current Job then create a new Job and make sure you only do 'PUT' once on a given Job.",
          },
        ],
      });
    });

    it('refuse it when they are not open any more', async () => {
      const { id } = await bulk.ingest({ object: 'Contact', operation: 'insert' }, 'LastName\nDoe\n');
      expect(await bulk.upload(id, 'LastName\nRoe\n')).toMatchObject({
        status: 400,
        body: [{ errorCode: 'INVALIDJOBSTATE' }],
      });
    });
  });

  describe('changing their state', () => {
    it('go from open to done, by way of waiting', async () => {
      const { body } = await bulk.create({ object: 'Contact', operation: 'insert' });
      await bulk.upload(body.id, 'LastName\nDoe\nRoe\n');
      const closed = await bulk.setState(body.id, 'UploadComplete');
      expect(closed).toMatchObject({ status: 200, body: { state: 'UploadComplete' } });
      expect(Object.keys(closed.body)).not.toContain('contentUrl');
      expect((await bulk.info(body.id)).state).toBe('UploadComplete');
      bulk.calls.org.runBulkJobs();
      expect(await bulk.info(body.id)).toEqual({
        id: body.id,
        operation: 'insert',
        object: 'Contact',
        createdById: expect.any(String),
        createdDate: '2026-03-01T10:00:00.000+0000',
        systemModstamp: '2026-03-01T10:00:00.000+0000',
        state: 'JobComplete',
        concurrencyMode: 'Parallel',
        contentType: 'CSV',
        apiVersion: 67,
        jobType: 'V2Ingest',
        lineEnding: 'LF',
        columnDelimiter: 'COMMA',
        numberRecordsProcessed: 2,
        numberRecordsFailed: 0,
        retries: 0,
        totalProcessingTime: 0,
        apiActiveProcessingTime: 0,
        apexProcessingTime: 0,
      });
    });

    it('do nothing where there is no data', async () => {
      expect(await bulk.ingest({ object: 'Contact', operation: 'insert' }, 'LastName\n')).toMatchObject({
        state: 'JobComplete',
        numberRecordsProcessed: 0,
      });
    });

    it.each([
      ['Aborted', 'Aborting already Completed Job not allowed'],
      ['UploadComplete', 'Closing already Completed Job not allowed'],
    ])('cannot become %s when they are done', async (state, message) => {
      const { id } = await bulk.ingest({ object: 'Contact', operation: 'insert' }, 'LastName\nDoe\n');
      expect(await bulk.setState(id, state)).toMatchObject({
        status: 400,
        body: [{ errorCode: 'INVALIDJOBSTATE', message }],
      });
    });

    it('can be given up before they begin', async () => {
      const { body } = await bulk.create({ object: 'Contact', operation: 'insert' });
      await bulk.upload(body.id, 'LastName\nDoe\n');
      await bulk.setState(body.id, 'UploadComplete');
      expect(await bulk.setState(body.id, 'Aborted')).toMatchObject({
        status: 200,
        body: { state: 'Aborted' },
      });
      bulk.calls.org.runBulkJobs();
      expect(await bulk.info(body.id)).toMatchObject({ state: 'Aborted', numberRecordsProcessed: 0 });
      expect(await bulk.results(body.id, 'unprocessedrecords')).toBe('LastName\nDoe\n');
      expect(await bulk.setState(body.id, 'Aborted')).toMatchObject({
        status: 400,
        body: [{ errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Aborted Job not allowed' }],
      });
    });

    it('can be given up while they run: what is done stays', async () => {
      const running = await BulkClient.open({ bulkJobs: 'run' });
      try {
        const { body } = await running.create({ object: 'Contact', operation: 'insert' });
        const rows = Array.from({ length: 3000 }, (_, row) => `Doe ${row}\n`);
        await running.upload(body.id, `LastName\n${rows.join('')}`);
        await running.setState(body.id, 'UploadComplete');
        while ((await running.info(body.id))['numberRecordsProcessed'] === 0);
        expect(await running.setState(body.id, 'Aborted')).toMatchObject({ body: { state: 'Aborted' } });
        const info = await running.info(body.id);
        const done = Number(info['numberRecordsProcessed']);
        expect(info.state).toBe('Aborted');
        expect(done).toBeLessThan(3000);
        expect(await running.calls.query('SELECT Id FROM Contact LIMIT 2000')).toHaveLength(
          Math.min(done, 2000),
        );
        expect(await running.results(body.id, 'unprocessedrecords')).toBe(
          `LastName\n${rows.slice(done).join('')}`,
        );
      } finally {
        await running.close();
      }
    });

    it('refuse a state that clients do not set', async () => {
      const { body } = await bulk.create({ object: 'Contact', operation: 'insert' });
      expect(await bulk.setState(body.id, 'JobComplete')).toMatchObject({
        status: 400,
        body: [
          { errorCode: 'API_ERROR', message: "Invalid value: 'JobComplete' supplied for property: 'state'" },
        ],
      });
    });
  });

  describe('deleted', () => {
    it('are gone with everything', async () => {
      const { id } = await bulk.ingest({ object: 'Contact', operation: 'insert' }, 'LastName\nDoe\n');
      expect(await bulk.calls.delete(`/jobs/ingest/${id}`)).toMatchObject({ status: 204, body: undefined });
      expect(await bulk.calls.get(`/jobs/ingest/${id}`)).toMatchObject({
        status: 404,
        body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
      });
    });

    it('have to be through with their work', async () => {
      const { body } = await bulk.create({ object: 'Contact', operation: 'insert' });
      expect(await bulk.calls.delete(`/jobs/ingest/${body.id}`)).toMatchObject({
        status: 400,
        body: [{ errorCode: 'INVALIDJOBSTATE' }],
      });
    });

    it('never give their id to another one', async () => {
      const first = await bulk.ingest({ object: 'Contact', operation: 'insert' }, 'LastName\nDoe\n');
      await bulk.calls.delete(`/jobs/ingest/${first.id}`);
      const { body } = await bulk.create({ object: 'Contact', operation: 'insert' });
      expect(body.id).not.toBe(first.id);
    });
  });

  it('are listed, the oldest first', async () => {
    const first = await bulk.create({ object: 'Contact', operation: 'insert' });
    const second = await bulk.ingest({ object: 'Account', operation: 'insert' }, 'Name\nAcme\n');
    const { body } = await bulk.calls.get<{
      done: boolean;
      records: Record<string, unknown>[];
      nextRecordsUrl: null;
    }>('/jobs/ingest');
    expect(body).toMatchObject({
      done: true,
      nextRecordsUrl: null,
      records: [
        { id: first.body.id, object: 'Contact', state: 'Open', jobType: 'V2Ingest' },
        { id: second.id, object: 'Account', state: 'JobComplete', jobType: 'V2Ingest' },
      ],
    });
    const { body: others } = await bulk.calls.get<{ records: unknown[] }>('/jobs/ingest?jobType=Classic');
    expect(others.records).toEqual([]);
  });

  it('are listed a thousand at a time', async () => {
    for (let job = 0; job < 1001; job++) await bulk.create({ object: 'Contact', operation: 'insert' });
    const first = await bulk.calls.get<{ done: boolean; records: unknown[]; nextRecordsUrl: string }>(
      '/jobs/ingest',
    );
    expect(first.body).toMatchObject({ done: false });
    expect(first.body.records).toHaveLength(1000);
    const second = await bulk.calls.get<{ done: boolean; records: unknown[] }>(first.body.nextRecordsUrl);
    expect(second.body).toMatchObject({ done: true });
    expect(second.body.records).toHaveLength(1);
  });
});
