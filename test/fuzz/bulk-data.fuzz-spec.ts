import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { budgetOf } from '../support/fuzz/fuzz-budget.js';
import { textMutations } from '../support/fuzz/fuzzed-calls.js';
import { FuzzedOrg } from '../support/fuzz/fuzzed-org.js';

const JOBS = '/services/data/v60.0/jobs/ingest';
const JSON_TYPE = { 'content-type': 'application/json' };

const ROWS: readonly string[] = [
  'LastName,Email,Birthdate,Account.Name\nLovelace,ada@example.com,1815-12-10,Acme\n"Some, ""ville""",,#N/A,\n',
  'LastName\r\n"a\r\nb"\r\nc\r\n',
  'Id,LastName\n003000000000001AAA,x\n,y\n',
  'LastName,LastName\na,b\n',
  'LastName;Email\na;b\n',
];

const JOBS_TO_MAKE = [
  { object: 'Contact', operation: 'insert' },
  { object: 'Contact', operation: 'update' },
  { object: 'Contact', operation: 'delete' },
  { object: 'Contact', operation: 'upsert', externalIdFieldName: 'Id' },
  { object: 'Contact', operation: 'insert', lineEnding: 'CRLF' },
  { object: 'Contact', operation: 'insert', columnDelimiter: 'SEMICOLON' },
] as const;

describe('bulk data that are not quite right', () => {
  let fuzzed: FuzzedOrg;

  beforeEach(async () => {
    fuzzed = await FuzzedOrg.open();
  });
  afterEach(() => fuzzed.close());

  async function end(job: object, csv: string): Promise<void> {
    const made = await fuzzed.send({
      method: 'POST',
      path: JOBS,
      headers: JSON_TYPE,
      body: JSON.stringify(job),
    });
    const path = `${JOBS}/${(JSON.parse(made.text) as { id: string }).id}`;
    await fuzzed.send({
      method: 'PUT',
      path: `${path}/batches`,
      headers: { 'content-type': 'text/csv' },
      body: csv,
    });
    const state = JSON.stringify({ state: 'UploadComplete' });
    await fuzzed.send({ method: 'PATCH', path, headers: JSON_TYPE, body: state });
    const done = await fuzzed.send({ method: 'GET', path, headers: {} });
    expect({ failures: fuzzed.failures, ...JSON.parse(done.text) }).toMatchObject({
      failures: [],
      state: expect.stringMatching(/^(?:JobComplete|Failed)$/),
    });
    for (const results of ['successfulResults', 'failedResults', 'unprocessedrecords']) {
      expect((await fuzzed.send({ method: 'GET', path: `${path}/${results}`, headers: {} })).status).toBe(
        200,
      );
    }
    await fuzzed.send({ method: 'DELETE', path, headers: {} });
  }

  it('end every job, with as many results as there were rows', async () => {
    const rows = fc
      .tuple(fc.constantFrom(...ROWS), fc.array(textMutations(), { maxLength: 4 }))
      .map(([csv, mutations]) => mutations.reduce((text, mutate) => mutate(text), csv));
    await fc.assert(fc.asyncProperty(fc.constantFrom(...JOBS_TO_MAKE), rows, end), budgetOf(3_000));
  });
});
