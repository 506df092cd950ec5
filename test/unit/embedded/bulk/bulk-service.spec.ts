import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import type { BulkJob, JobDefinition } from '../../../../lib/embedded/bulk/bulk-job.interface.js';
import { BulkService } from '../../../../lib/embedded/bulk/bulk-service.js';
import { createRecordEngine, type RecordEngine } from '../../../support/record-engine.js';

const INSERT: JobDefinition = {
  type: 'V2Ingest',
  operation: 'insert',
  object: 'Contact',
  concurrencyMode: 'Parallel',
  contentType: 'CSV',
  columnDelimiter: 'COMMA',
  lineEnding: 'LF',
  apiVersion: '60.0',
};

const numbered = (rows: number) => Array.from({ length: rows }, (_, row) => `Doe ${row}\n`).join('');

describe('BulkService', () => {
  let engine: RecordEngine;
  let service: BulkService;

  beforeEach(() => {
    engine = createRecordEngine();
    service = open();
  });
  afterEach(() => {
    service.close();
    engine.database.close();
  });

  function open(): BulkService {
    return new BulkService({ ...engine, now: () => engine.clock.now }, { held: false });
  }

  function start(definition: Partial<JobDefinition>, content: string): BulkJob {
    const job = service.jobs.create({ ...INSERT, ...definition }, engine.user.id, 'UploadComplete');
    service.jobs.addBatch(job.id, content, 'Queued');
    service.wake();
    return job;
  }

  const contacts = () => engine.database.prepare('SELECT COUNT(*) FROM "Contact"').rows()[0]?.[0];

  it('does two hundred rows in a turn of the event loop', async () => {
    const { id } = start({}, `LastName\n${numbered(450)}`);
    const seen = [];
    for (let turn = 0; turn < 4; turn++) {
      seen.push(service.jobs.progress(id).processed);
      await setImmediate();
    }
    expect(seen).toEqual([0, 200, 400, 450]);
    expect(service.jobs.find(id)?.state).toBe('JobComplete');
  });

  it('goes on where another one stopped, and does nothing twice', async () => {
    const { id } = start({}, `LastName\n${numbered(450)}`);
    await setImmediate();
    service.close();
    await setImmediate();
    expect(contacts()).toBe(200);
    service = open();
    service.runAll();
    expect(contacts()).toBe(450);
    expect(service.jobs.find(id)?.state).toBe('JobComplete');
    expect(service.jobs.progress(id)).toMatchObject({ processed: 450, failed: 0 });
  });

  it('takes up its work from what the database says', async () => {
    const { id } = start({}, `LastName\n${numbered(450)}`);
    const before = engine.database.checkpoint();
    await setImmediate();
    expect(contacts()).toBe(200);
    before.restore();
    service.reload();
    service.runAll();
    expect(contacts()).toBe(450);
    expect(service.jobs.progress(id).processed).toBe(450);
    before.release();
  });

  it('begins a query anew that was interrupted', async () => {
    start({}, `LastName\n${numbered(2500)}`);
    service.runAll();
    const { id } = start({ type: 'V2Query', operation: 'query', query: 'SELECT LastName FROM Contact' }, '');
    await setImmediate();
    expect(service.jobs.progress(id).processed).toBe(2000);
    service.close();
    service = open();
    service.runAll();
    expect(service.jobs.progress(id).processed).toBe(2500);
  });

  it('counts the time of the org', () => {
    engine.clock.now = new Date('2026-01-01T00:00:00.000Z');
    const { id } = start({}, `LastName\n${numbered(1)}`);
    service.runAll();
    expect(service.jobs.progress(id).time).toBe(0);
  });

  it.each([
    ['JSON', '[{"LastName":"Doe"},{"LastName":"Roe"}]'],
    [
      'XML',
      '<sObjects><sObject><LastName>Doe</LastName></sObject><sObject><LastName>Roe</LastName></sObject></sObjects>',
    ],
  ] as const)('reads %s', (contentType, content) => {
    const { id } = start({ type: 'Classic', contentType }, content);
    service.runAll();
    expect(service.jobs.progress(id)).toMatchObject({ processed: 2, failed: 0 });
    expect(contacts()).toBe(2);
  });

  it('fails a job whose object is gone', () => {
    const { id } = start({ object: 'Gone__c' }, 'Name\nx\n');
    service.runAll();
    expect(service.jobs.find(id)).toMatchObject({
      state: 'Failed',
      errorMessage: 'InvalidBatch : Unable to find object: Gone__c',
    });
  });
});
