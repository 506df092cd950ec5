import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import jsforce, { type Connection } from 'jsforce';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import type { SObjectDefinition } from '../../lib/schema/sobject-definition.interface.js';

const FIELD = { custom: true, createable: true, updateable: true, nillable: true } as const;
const ITEM: SObjectDefinition = {
  name: 'Item__c',
  label: 'Item',
  labelPlural: 'Items',
  keyPrefix: null,
  custom: true,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields: [
    {
      ...FIELD,
      name: 'Code__c',
      label: 'Code',
      type: 'string',
      length: 40,
      externalId: true,
      idLookup: true,
    },
    { ...FIELD, name: 'Note__c', label: 'Note', type: 'textarea', length: 1000 },
  ],
};

const HOSTILE = 'quotes ", commas , and\nlines; Ünïcödé 漢字';

/** The real jsforce, unchanged, with both of its bulk clients, and the protocol itself, over HTTP. */
describe('bulk jobs on the embedded org', () => {
  let org: EmbeddedOrg;
  let connection: Connection;

  beforeEach(async () => {
    org = await EmbeddedOrg.create({ definitions: [ITEM] });
    const { url } = await org.listen();
    connection = new jsforce.Connection({
      instanceUrl: url,
      accessToken: org.accessToken,
      version: '60.0',
      logLevel: 'FATAL',
    });
    for (const bulk of [connection.bulk, connection.bulk2]) bulk.pollInterval = 5;
  });
  afterEach(async () => {
    await classicJobsAreClosed();
    await org.close();
  });

  /** jsforce closes the jobs of Bulk API 1.0 behind the back of who waits for their results. */
  async function classicJobsAreClosed(): Promise<void> {
    for (;;) {
      const { records } = await connection.request<{ records: { state: string }[] }>(
        '/jobs/ingest?jobType=Classic',
      );
      if (records.every(({ state }) => state !== 'Open')) return;
    }
  }

  const codes = async () => {
    const { records } = await connection.query<{ Code__c: string; Note__c: string }>(
      'SELECT Code__c, Note__c FROM Item__c ORDER BY Code__c',
    );
    return records.map((record) => [record.Code__c, record.Note__c]);
  };

  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${connection.instanceUrl}/services/data/v60.0${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${org.accessToken}`,
        'content-type': 'application/json',
        ...init.headers,
      },
    });

  describe('with Bulk API 2.0 of jsforce', () => {
    it('inserts, and tells which rows were refused', async () => {
      const { successfulResults, failedResults, unprocessedRecords } =
        await connection.bulk2.loadAndWaitForResults({
          object: 'Contact',
          operation: 'insert',
          input: [
            { LastName: 'Doe', Description: HOSTILE },
            { LastName: '', Description: 'nobody' },
          ],
        });
      expect(successfulResults).toEqual([
        { sf__Id: expect.stringMatching(/^003/), sf__Created: 'true', LastName: 'Doe', Description: HOSTILE },
      ]);
      expect(failedResults).toEqual([
        {
          sf__Id: '',
          sf__Error: 'REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --',
          LastName: '',
          Description: 'nobody',
        },
      ]);
      expect(unprocessedRecords).toEqual([]);
      const { records } = await connection.query<{ Description: string }>('SELECT Description FROM Contact');
      expect(records).toMatchObject([{ Description: HOSTILE }]);
    });

    it('updates, upserts, deletes and deletes for good', async () => {
      const load = (
        operation: 'insert' | 'update' | 'upsert' | 'delete' | 'hardDelete',
        input: Record<string, string>[],
      ) =>
        connection.bulk2.loadAndWaitForResults({
          object: 'Item__c',
          operation,
          ...(operation === 'upsert' && { externalIdFieldName: 'Code__c' }),
          input,
        });
      const inserted = await load('insert', [{ Code__c: 'a' }, { Code__c: 'b' }, { Code__c: 'c' }]);
      const [a, b, c] = inserted.successfulResults.map(({ sf__Id }) => sf__Id);
      await load('update', [{ Id: a!, Note__c: 'updated' }]);
      const upserted = await load('upsert', [
        { Code__c: 'B', Note__c: 'upserted' },
        { Code__c: 'd', Note__c: 'created' },
      ]);
      expect(upserted.successfulResults).toMatchObject([
        { sf__Id: b, sf__Created: 'false' },
        { sf__Id: expect.any(String), sf__Created: 'true' },
      ]);
      await load('delete', [{ Id: a! }]);
      await load('hardDelete', [{ Id: c! }]);
      expect(await codes()).toEqual([
        ['b', 'upserted'],
        ['d', 'created'],
      ]);
      const { totalSize } = await connection.query('SELECT Id FROM Item__c', { scanAll: true });
      expect(totalSize).toBe(3);
    });

    it('goes on with jobs of its own making, and gives them up', async () => {
      const job = connection.bulk2.createJob({ object: 'Item__c', operation: 'insert' });
      await job.open();
      await job.uploadData('Code__c\na\n');
      await job.abort();
      expect(await job.check()).toMatchObject({ state: 'Aborted' });
      expect(await job.getUnprocessedRecords()).toEqual([{ Code__c: 'a' }]);
      await job.delete();
      await expect(job.check()).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });

    it('tells why a job failed', async () => {
      const load = connection.bulk2.loadAndWaitForResults({
        object: 'Item__c',
        operation: 'insert',
        input: 'Codex__c\na\n',
      });
      await expect(load).rejects.toThrow(
        'Ingest job failed to complete due to: InvalidBatch : Field name not found : Codex__c',
      );
    });

    it('queries thousands of rows', async () => {
      const rows = Array.from({ length: 5000 }, (_, row) => `c${row}\n`).join('');
      await connection.bulk2.loadAndWaitForResults({
        object: 'Item__c',
        operation: 'insert',
        input: `Code__c\n${rows}`,
      });
      const stream = await connection.bulk2.query('SELECT Id, Code__c FROM Item__c');
      const found = (await stream.toArray()) as { readonly Code__c: string }[];
      expect(new Set(found.map((record) => record.Code__c)).size).toBe(5000);
    });

    it('is told why a query is refused', async () => {
      const query = connection.bulk2.query('SELECT Id, (SELECT Id FROM Contacts) FROM Account');
      await expect(query).rejects.toMatchObject({
        errorCode: 'FEATURENOTENABLED',
        message: 'Aggregate Relationships not supported in Bulk V2 Query with CSV content type',
      });
    });
  });

  describe('with Bulk API 1.0 of jsforce', () => {
    it('inserts, updates, upserts and deletes', async () => {
      const inserted = await connection.bulk.load('Item__c', 'insert', [
        { Code__c: 'a', Note__c: HOSTILE },
        { Code__c: 'b' },
      ]);
      expect(inserted).toMatchObject([
        { success: true, created: true, errors: [] },
        { success: true, created: true, errors: [] },
      ]);
      const [a, b] = inserted.map((result) => ('id' in result ? String(result.id) : ''));
      expect(await codes()).toEqual([
        ['a', HOSTILE],
        ['b', null],
      ]);
      await connection.bulk.load('Item__c', 'update', [{ Id: a, Note__c: null }]);
      await connection.bulk.load('Item__c', 'upsert', { extIdField: 'Code__c' }, [{ Code__c: 'c' }]);
      await connection.bulk.load('Item__c', 'delete', [{ Id: b }]);
      expect(await codes()).toEqual([
        ['a', null],
        ['c', null],
      ]);
    });

    it('tells which rows were refused', async () => {
      expect(await connection.bulk.load('Contact', 'insert', [{ FirstName: 'Nobody' }])).toEqual([
        {
          id: null,
          success: false,
          created: false,
          errors: ['REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --'],
        },
      ]);
    });

    it('queries', async () => {
      await connection.bulk.load('Item__c', 'insert', [{ Code__c: 'a', Note__c: HOSTILE }]);
      const stream = await connection.bulk.query('SELECT Code__c, Note__c FROM Item__c');
      expect(await stream.toArray()).toEqual([{ Code__c: 'a', Note__c: HOSTILE }]);
    });

    it('tells why a job was refused, and a batch', async () => {
      await expect(connection.bulk.load('Nothing__c', 'insert', [{ A: 1 }])).rejects.toMatchObject({
        errorCode: 'InvalidJob',
        message: 'Unable to find object: Nothing__c',
      });
      await expect(connection.bulk.load('Contact', 'insert', [{ Nmae: 'x' }])).rejects.toThrow(
        'InvalidBatch : Field name not found : Nmae',
      );
    });

    it('closes its jobs and lists their batches', async () => {
      const job = connection.bulk.createJob('Item__c', 'insert');
      const batch = job.createBatch();
      await new Promise((resolve, reject) => {
        batch.on('queue', resolve);
        batch.on('error', reject);
        batch.execute([{ Code__c: 'a' }]);
      });
      expect(await job.list()).toMatchObject([{ id: batch.id, jobId: job.id }]);
      expect(await job.close()).toMatchObject({ state: 'Closed', numberBatchesTotal: '1' });
    });
  });

  describe('by themselves', () => {
    it('are told in JSON, and read by the page, by clients that accept CSV', async () => {
      await connection.bulk2.loadAndWaitForResults({
        object: 'Item__c',
        operation: 'insert',
        input: 'Code__c\na\nb\nc\n',
      });
      const headers = { ACCEPT: 'text/csv', 'X-PrettyPrint': '1' };
      const query = {
        operation: 'query',
        columnDelimiter: 'COMMA',
        lineEnding: 'LF',
        query: 'SELECT Code__c FROM Item__c',
      };
      const created = await call('/jobs/query', { method: 'POST', headers, body: JSON.stringify(query) });
      const { id } = (await created.json()) as { id: string };
      let state = '';
      while (state !== 'JobComplete') {
        ({ state } = (await (await call(`/jobs/query/${id}`)).json()) as { state: string });
      }
      const pages: string[] = [];
      for (let locator: string | null = ''; locator !== 'null';) {
        const page: Response = await call(`/jobs/query/${id}/results?maxRecords=2&locator=${locator}`, {
          headers,
        });
        pages.push(`${page.headers.get('sforce-numberofrecords')} ${await page.text()}`);
        locator = page.headers.get('sforce-locator');
      }
      expect(pages).toEqual(['2 "Code__c"\n"a"\n"b"\n', '1 "Code__c"\n"c"\n']);
    });

    it('answer other calls while they run', async () => {
      const created = await call('/jobs/ingest', {
        method: 'POST',
        body: '{"object":"Item__c","operation":"insert"}',
      });
      const { id } = (await created.json()) as { id: string };
      const rows = Array.from({ length: 5000 }, (_, row) => `c${row}\n`).join('');
      const upload = await call(`/jobs/ingest/${id}/batches`, {
        method: 'PUT',
        body: `Code__c\n${rows}`,
        headers: { 'content-type': 'text/csv' },
      });
      expect(upload.status).toBe(201);
      await call(`/jobs/ingest/${id}`, { method: 'PATCH', body: '{"state":"UploadComplete"}' });
      const seen = new Set<string>();
      let info: { state: string; numberRecordsProcessed: number };
      do {
        info = (await (await call(`/jobs/ingest/${id}`)).json()) as typeof info;
        seen.add(info.state);
      } while (info.state !== 'JobComplete');
      expect(info.numberRecordsProcessed).toBe(5000);
      expect(seen).toContain('InProgress');
    });

    it('end with the org, and go on with the next one on its database', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'bulk-'));
      try {
        const database = join(folder, 'org.db');
        const first = await EmbeddedOrg.create({ database, definitions: [ITEM] });
        const { url } = await first.listen();
        const client = new jsforce.Connection({
          instanceUrl: url,
          accessToken: first.accessToken,
          version: '60.0',
        });
        const job = client.bulk2.createJob({ object: 'Item__c', operation: 'insert' });
        await job.open();
        await job.uploadData(`Code__c\n${Array.from({ length: 1000 }, (_, row) => `c${row}\n`).join('')}`);
        await job.close();
        await first.close();
        const second = await EmbeddedOrg.create({ database });
        second.runBulkJobs();
        const server = await second.listen();
        const next = new jsforce.Connection({
          instanceUrl: server.url,
          accessToken: second.accessToken,
          version: '60.0',
        });
        expect(await next.bulk2.job('ingest', { id: job.id! }).check()).toMatchObject({
          state: 'JobComplete',
          numberRecordsProcessed: 1000,
        });
        expect(await next.query('SELECT COUNT() FROM Item__c')).toMatchObject({ totalSize: 1000 });
        await second.close();
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });
});
