import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ClassicClient } from '../../../../support/classic-client.js';

const NOW = new Date('2026-03-01T10:00:00.000Z');
const JSON_TYPE = 'application/json; charset=UTF-8';

describe('jobs of Bulk API 1.0', () => {
  let classic: ClassicClient;

  beforeEach(async () => {
    classic = await ClassicClient.open({ clock: () => NOW });
  });
  afterEach(() => classic.close());

  it('are made of XML, and told in it', async () => {
    const { status, body, headers } = await classic.createJob({
      operation: 'insert',
      object: 'Contact',
      contentType: 'CSV',
    });
    expect(status).toBe(201);
    expect(headers['content-type']).toBe('application/xml');
    const id = /<id>(750\w{15})<\/id>/.exec(body)?.[1];
    const owner = /<createdById>(005\w{15})<\/createdById>/.exec(body)?.[1];
    expect(body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><jobInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload">' +
        `<id>${id}</id><operation>insert</operation><object>Contact</object><createdById>${owner}</createdById>` +
        '<createdDate>2026-03-01T10:00:00.000Z</createdDate><systemModstamp>2026-03-01T10:00:00.000Z</systemModstamp>' +
        '<state>Open</state><concurrencyMode>Parallel</concurrencyMode><contentType>CSV</contentType>' +
        '<numberBatchesQueued>0</numberBatchesQueued><numberBatchesInProgress>0</numberBatchesInProgress>' +
        '<numberBatchesCompleted>0</numberBatchesCompleted><numberBatchesFailed>0</numberBatchesFailed>' +
        '<numberBatchesTotal>0</numberBatchesTotal><numberRecordsProcessed>0</numberRecordsProcessed>' +
        '<numberRetries>0</numberRetries><apiVersion>60.0</apiVersion><numberRecordsFailed>0</numberRecordsFailed>' +
        '<totalProcessingTime>0</totalProcessingTime><apiActiveProcessingTime>0</apiActiveProcessingTime>' +
        '<apexProcessingTime>0</apexProcessingTime></jobInfo>',
    );
  });

  it('are made of JSON, and told in it', async () => {
    const job = {
      operation: 'upsert',
      object: 'Contact',
      contentType: 'JSON',
      externalIdFieldName: 'Email',
      concurrencyMode: 1,
    };
    const { status, body, headers } = await classic.call('POST', '/job', JSON.stringify(job), JSON_TYPE);
    expect(status).toBe(201);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toEqual({
      apexProcessingTime: 0,
      apiActiveProcessingTime: 0,
      apiVersion: 60,
      assignmentRuleId: null,
      concurrencyMode: 'Serial',
      contentType: 'JSON',
      createdById: expect.stringMatching(/^005/),
      createdDate: '2026-03-01T10:00:00.000+0000',
      externalIdFieldName: 'Email',
      id: expect.stringMatching(/^750/),
      numberBatchesCompleted: 0,
      numberBatchesFailed: 0,
      numberBatchesInProgress: 0,
      numberBatchesQueued: 0,
      numberBatchesTotal: 0,
      numberRecordsFailed: 0,
      numberRecordsProcessed: 0,
      numberRetries: 0,
      object: 'Contact',
      operation: 'upsert',
      state: 'Open',
      systemModstamp: '2026-03-01T10:00:00.000+0000',
      totalProcessingTime: 0,
    });
  });

  it('take the session in a header of their own, or as all else does', async () => {
    const xml = classic.jobXml({ operation: 'insert', object: 'Contact', contentType: 'CSV' });
    const bearer = { authorization: `Bearer ${classic.calls.org.accessToken}` };
    expect((await classic.call('POST', '/job', xml, 'application/xml', bearer)).status).toBe(201);
  });

  it.each([
    ['a wrong session', { 'x-sfdc-session': 'nonsense' }, 'InvalidSessionId', 'Invalid session id'],
    ['no session', {}, 'InvalidSessionId', 'Unable to find session id'],
  ])('refuse %s', async (_, headers, code, message) => {
    const xml = classic.jobXml({ operation: 'insert', object: 'Contact', contentType: 'CSV' });
    expect(await classic.call('POST', '/job', xml, 'application/xml', headers)).toMatchObject({
      status: 400,
      body:
        '<?xml version="1.0" encoding="UTF-8"?><error xmlns="http://www.force.com/2009/06/asyncapi/dataload">' +
        `<exceptionCode>${code}</exceptionCode><exceptionMessage>${message}</exceptionMessage></error>`,
    });
    expect(await classic.call('POST', '/job', '{}', JSON_TYPE, headers)).toMatchObject({
      status: 400,
      body: { exceptionCode: code, exceptionMessage: message },
    });
  });

  it.each([
    [
      'an unknown object',
      { operation: 'insert', object: 'Nothing__c' },
      'InvalidJob',
      'Unable to find object: Nothing__c',
    ],
    [
      'an operation in the wrong case',
      { operation: 'harddelete', object: 'Contact' },
      'InvalidJob',
      'Unable to parse Job',
    ],
    [
      'zipped data',
      { operation: 'insert', object: 'Contact', contentType: 'ZIP_CSV' },
      'InvalidJob',
      'Unable to parse Job',
    ],
    [
      'an upsert without its field',
      { operation: 'upsert', object: 'Contact' },
      'InvalidJob',
      'External ID was blank for Contact. An External ID must be specified for upsert.',
    ],
  ])('refuse %s', async (_, job, exceptionCode, exceptionMessage) => {
    expect(await classic.call('POST', '/job', JSON.stringify(job), JSON_TYPE)).toMatchObject({
      status: 400,
      body: { exceptionCode, exceptionMessage },
    });
  });

  it('refuse what is neither XML nor JSON', async () => {
    const xml = await classic.call<string>('POST', '/job', '<jobInfo><object>', 'application/xml');
    expect(xml.status).toBe(400);
    expect(xml.body).toContain('<exceptionCode>InvalidXml</exceptionCode>');
    const json = await classic.call('POST', '/job', '{"operation', JSON_TYPE);
    expect(json).toMatchObject({ status: 400, body: { exceptionCode: 'InvalidJob' } });
  });

  it('refuse a version that never was', async () => {
    expect(await classic.call('POST', '/services/async/99.0/job', '{}', JSON_TYPE)).toMatchObject({
      status: 400,
      body: { exceptionCode: 'InvalidVersion' },
    });
  });

  it.each(['/jobs', '/job/750000000000001AAA/rows', '/job/750000000000001AAA/batch/751000000000001AAA/x'])(
    'are not at %s',
    async (path) => {
      const { status, body } = await classic.call('GET', path);
      expect([status, body]).toEqual([
        400,
        '<?xml version="1.0" encoding="UTF-8"?><error xmlns="http://www.force.com/2009/06/asyncapi/dataload">' +
          '<exceptionCode>InvalidUrl</exceptionCode><exceptionMessage>The URI specified is invalid</exceptionMessage></error>',
      ]);
    },
  );

  it('are closed once, and aborted once', async () => {
    const id = await classic.openJob({ operation: 'insert', object: 'Contact', contentType: 'JSON' });
    const change = (state: string) =>
      classic.call('POST', `/job/${id}`, JSON.stringify({ state }), JSON_TYPE);
    expect(await change('Closed')).toMatchObject({ status: 200, body: { id, state: 'Closed' } });
    expect(await change('Closed')).toMatchObject({
      status: 400,
      body: { exceptionCode: 'InvalidJobState', exceptionMessage: 'Closing already Closed Job not allowed' },
    });
    expect(await change('Aborted')).toMatchObject({ status: 200, body: { state: 'Aborted' } });
    expect(await change('Aborted')).toMatchObject({
      status: 400,
      body: {
        exceptionCode: 'InvalidJobState',
        exceptionMessage: 'Aborting already Aborted Job not allowed',
      },
    });
    expect(await change('Open')).toMatchObject({ status: 400, body: { exceptionCode: 'InvalidJob' } });
  });

  it('are not found by the id of another API, nor by any', async () => {
    const { body } = await classic.calls.post<{ id: string }>('/jobs/ingest', {
      object: 'Contact',
      operation: 'insert',
    });
    for (const id of [body.id, '750000000000001AAA']) {
      expect(await classic.call('GET', `/job/${id}`, undefined, JSON_TYPE)).toMatchObject({
        status: 400,
        body: { exceptionCode: 'InvalidJob', exceptionMessage: `Invalid job id: ${id}` },
      });
    }
  });

  it('are among the jobs that Bulk API 2.0 lists', async () => {
    const id = await classic.openJob({ operation: 'insert', object: 'Contact', contentType: 'XML' });
    const { body } = await classic.calls.get('/jobs/ingest?jobType=Classic');
    expect(body).toMatchObject({ records: [{ id, jobType: 'Classic', state: 'Open', contentType: 'XML' }] });
  });
});
