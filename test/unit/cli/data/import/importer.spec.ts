import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../../lib/embedded/embedded-org.js';
import { customObject } from '../../../../support/record-engine.js';
import { DataRun, type ImportDocument } from '../../../../support/data-run.js';

const PART = customObject('Part__c', [
  {
    name: 'Name',
    label: 'Name',
    type: 'string',
    length: 80,
    nameField: true,
    createable: true,
    updateable: true,
    nillable: true,
  },
  {
    name: 'Number__c',
    label: 'Number',
    type: 'string',
    length: 20,
    externalId: true,
    unique: true,
    custom: true,
    createable: true,
    updateable: true,
    nillable: true,
  },
  {
    name: 'Whole__c',
    label: 'Whole',
    type: 'reference',
    referenceTo: ['Part__c'],
    relationshipName: 'Whole__r',
    childRelationshipName: 'Parts__r',
    custom: true,
    createable: true,
    updateable: true,
    nillable: true,
  },
]);

/** What was done with each object: created, updated, skipped, failed. */
function counts({ objects }: ImportDocument): Record<string, number[]> {
  return Object.fromEntries(
    objects.map(({ name, created, updated, skipped, failed }) => [name, [created, updated, skipped, failed]]),
  );
}

describe('Importer', () => {
  let folder: string;
  let run: DataRun;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'importer-'));
    run = new DataRun(await EmbeddedOrg.create({ definitions: [PART] }), folder);
  });
  afterEach(async () => {
    await run.close();
    await rm(folder, { recursive: true });
  });

  const write = (file: string, ...lines: readonly string[]): Promise<void> =>
    writeFile(join(folder, file), `${lines.join('\n')}\n`);
  const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
  const names = async (soql: string): Promise<unknown[]> =>
    (await run.query<Record<string, unknown>>(soql)).map((row) => Object.values(row).join(' > '));

  it('takes keys of any form for ids, and keeps apart what is not told from null', async () => {
    await write('Account.csv', 'Id,Name,Industry', 'acme,Acme,Energy', 'bolt,Bolt,');
    await write(
      'Contact.jsonl',
      '{"LastName":"Ann","AccountId":"bolt"}',
      '{"LastName":"Ben","AccountId":null}',
    );
    expect(counts(await run.import())).toEqual({ Account: [2, 0, 0, 0], Contact: [2, 0, 0, 0] });
    expect(await run.query('SELECT LastName, Account.Name FROM Contact ORDER BY LastName')).toEqual([
      { LastName: 'Ann', Account: { Name: 'Bolt' } },
      { LastName: 'Ben', Account: null },
    ]);
  });

  it('makes one call for 200 records, and one more for those that refer to their own object', async () => {
    const rows = Array.from({ length: 250 }, (_, n) => `p${n},Part ${n},${n === 0 ? '' : 'p0'}`);
    await write('Part__c.csv', 'Id,Name,Whole__c', ...rows);
    await run.import();
    expect(run.org.requests.lines.filter((line) => /^(?:POST|PATCH)/.test(line))).toEqual([
      'POST /composite/sobjects 200',
      'POST /composite/sobjects 200',
      'PATCH /composite/sobjects 200',
      'PATCH /composite/sobjects 200',
    ]);
    expect(await names("SELECT COUNT(Id) FROM Part__c WHERE Whole__r.Name = 'Part 0'")).toEqual(['249']);
  });

  it.each(['never', 'always'] as const)(
    'puts refused rows into a file that can be imported (bulk: %s)',
    async (bulk) => {
      const header = 'Name,Number__c';
      await write('Part__c.csv', header, '"One, ""1""",1', 'Two,1', 'Three,3');
      expect(counts(await run.import({ bulk }))).toEqual({ Part__c: [2, 0, 0, 1] });
      expect(run.exitCode).toBe(1);
      const failed = await read('Part__c.failed.csv');
      expect(failed).toMatch(
        /^"sf__Error","Name","Number__c"\n"DUPLICATE_VALUE: ?duplicate value found: [^\n]*","Two","1"\n$/,
      );
      await writeFile(join(folder, 'Part__c.failed.csv'), failed.replace('"Two","1"', '"Two","2"'));
      const again = await run.import({ bulk }, join(folder, 'Part__c.failed.csv'));
      expect(counts(again)).toEqual({ Part__c: [1, 0, 0, 0] });
      expect(run.exitCode).toBe(0);
      expect(await readdir(folder)).not.toContain('Part__c.failed.csv');
      expect(await names('SELECT Name, Number__c FROM Part__c ORDER BY Number__c')).toEqual([
        'One, "1" > 1',
        'Two > 2',
        'Three > 3',
      ]);
    },
  );

  it('does not send the children of a refused parent, and sends them when it is there', async () => {
    await write('Part__c.csv', 'Id,Name,Number__c', 'a,A,1', 'b,B,1');
    await write('Child__c.csv', 'Name,Part__c', 'Of A,a', 'Of B,b');
    const reference = {
      ...PART.fields[2]!,
      name: 'Part__c',
      relationshipName: 'Part__r',
      childRelationshipName: 'Children__r',
    };
    run.org.define([customObject('Child__c', [PART.fields[0]!, reference])]);
    expect(counts(await run.import())).toEqual({ Part__c: [1, 0, 0, 1], Child__c: [1, 0, 0, 1] });
    expect(await read('Child__c.failed.csv')).toBe(
      '"sf__Error","Name","Part__c"\n"Part__c: the Part__c b was not imported.","Of B","b"\n',
    );
    await write('Part__c.csv', 'Id,Name,Number__c', 'a,A,1', 'b,B,2');
    expect(counts(await run.import())).toEqual({ Part__c: [1, 0, 1, 0], Child__c: [1, 0, 1, 0] });
    expect(await names("SELECT Name, Part__r.Name FROM Child__c WHERE Name = 'Of B'")).toHaveLength(1);
  });

  it('writes nothing twice', async () => {
    await write('Part__c.csv', 'Name,Whole__c', 'Same,', 'Same,', 'Other,');
    expect(counts(await run.import())).toEqual({ Part__c: [3, 0, 0, 0] });
    run.org.requests.clear();
    expect(counts(await run.import())).toEqual({ Part__c: [0, 0, 3, 0] });
    run.org.requests.expect('POST /composite/sobjects', 0);
    await write('Part__c.csv', 'Name,Whole__c', 'Same,', 'Same,', 'Other,', 'Same,');
    expect(counts(await run.import())).toEqual({ Part__c: [1, 0, 3, 0] });
    expect(counts(await run.import({ fresh: true }))).toEqual({ Part__c: [4, 0, 0, 0] });
  });

  it('goes on after a call that was refused, with the rows that were not written', async () => {
    const rows = Array.from({ length: 450 }, (_, n) => `Part ${n}`);
    await write('Part__c.csv', 'Name', ...rows);
    const fault = { status: 500, errorCode: 'UNKNOWN_EXCEPTION', message: 'no' };
    run.org.faults.add({ on: 'POST /composite/sobjects', fault, skip: 1, times: 1 });
    const broken = await run.import();
    expect([counts(broken), broken.error?.message, run.exitCode]).toEqual([
      { Part__c: [200, 0, 0, 0] },
      'no',
      1,
    ]);
    expect(counts(await run.import())).toEqual({ Part__c: [250, 0, 200, 0] });
    expect(await names('SELECT COUNT_DISTINCT(Name), COUNT(Id) FROM Part__c')).toEqual(['450 > 450']);
  });

  it('keeps a file of failed rows that it could not import to its end', async () => {
    const rows = Array.from({ length: 450 }, (_, n) => `Part ${n}`);
    await write('Part__c.failed.csv', 'Name', ...rows);
    run.org.faults.add({ on: 'POST /composite/sobjects', fault: 'unavailable', skip: 1, times: 1 });
    expect(counts(await run.import({}, 'Part__c.failed.csv'))).toEqual({ Part__c: [200, 0, 0, 0] });
    expect((await read('Part__c.failed.csv')).trim().split('\n')).toEqual(['Name', ...rows]);
    expect(counts(await run.import({}, 'Part__c.failed.csv'))).toEqual({ Part__c: [250, 0, 200, 0] });
  });

  it('finishes the call that is under way when it is asked to stop', async () => {
    await write('Part__c.csv', 'Name', ...Array.from({ length: 450 }, (_, n) => `Part ${n}`));
    run.onProgress = () => run.stop.abort();
    const stopped = await run.import();
    expect([counts(stopped), stopped.error?.message, run.exitCode]).toEqual([
      { Part__c: [200, 0, 0, 0] },
      'Stopped.',
      1,
    ]);
    run.onProgress = undefined;
    run.stop = new AbortController();
    expect(counts(await run.import())).toEqual({ Part__c: [250, 0, 200, 0] });
    expect(await names('SELECT COUNT_DISTINCT(Name), COUNT(Id) FROM Part__c')).toEqual(['450 > 450']);
  });

  it('does not send rows again whose answer was lost, unless it is told to', async () => {
    await write('Part__c.csv', 'Name', 'One', 'Two');
    run.org.faults.add({ on: 'POST /composite/sobjects', fault: 'drop-answer', times: 1 });
    expect((await run.import()).error?.message).toBe('The embedded org broke the connection.');
    const doubtful = await run.import();
    expect(counts(doubtful)).toEqual({ Part__c: [0, 0, 0, 2] });
    expect(await read('Part__c.failed.csv')).toContain('"IN_DOUBT: it was sent, and the answer was lost:');
    expect(await names('SELECT COUNT(Id) FROM Part__c')).toEqual(['2']);
    expect(counts(await run.import({ resend: true }))).toEqual({ Part__c: [2, 0, 0, 0] });
  });

  it('asks a job of an earlier run what came of its rows', async () => {
    await write('Part__c.csv', 'Id,Name,Whole__c', 'a,One,', 'b,Two,a');
    run.org.faults.add({ on: 'GET /jobs/ingest/*/successfulResults', fault: 'drop', times: 2 });
    expect((await run.import({ bulk: 'always' })).error?.message).toBe(
      'The embedded org broke the connection.',
    );
    expect(counts(await run.import({ bulk: 'always' }))).toEqual({ Part__c: [0, 0, 2, 0] });
    expect(await names('SELECT Name, Whole__r.Name FROM Part__c ORDER BY Name')).toHaveLength(2);
    expect(await names("SELECT Name FROM Part__c WHERE Whole__r.Name = 'One'")).toEqual(['Two']);
  });

  it('begins a job anew that was never given its rows', async () => {
    await write('Part__c.csv', 'Name', 'One');
    run.org.faults.add({ on: 'PUT /jobs/ingest/*/batches', fault: 'drop', times: 1 });
    expect((await run.import({ bulk: 'always' })).error?.message).toBe(
      'The embedded org broke the connection.',
    );
    expect(counts(await run.import({ bulk: 'always' }))).toEqual({ Part__c: [1, 0, 0, 0] });
  });

  it('upserts by external ids, and may do so again', async () => {
    await write('Part__c.csv', 'Number__c,Name,Whole__r.Number__c', '1,One,', '2,Two,1');
    expect(counts(await run.import({ upsert: ['Part__c=Number__c'] }))).toEqual({ Part__c: [2, 0, 0, 0] });
    await write('Part__c.csv', 'Number__c,Name,Whole__r.Number__c', '1,Uno,#N/A', '2,,', '3,Tre,2');
    for (const bulk of ['never', 'always'] as const) {
      const created = bulk === 'never' ? 1 : 0;
      const done = await run.import({ upsert: ['Part__c=Number__c'], bulk });
      expect(counts(done)).toEqual({ Part__c: [created, 3 - created, 0, 0] });
      expect(await run.query('SELECT Name, Whole__r.Name FROM Part__c ORDER BY Number__c')).toEqual([
        { Name: 'Uno', Whole__r: null },
        { Name: 'Two', Whole__r: { Name: 'Uno' } },
        { Name: 'Tre', Whole__r: { Name: 'Two' } },
      ]);
    }
    await write('Part__c.csv', 'Number__c,Name,Whole__r.Number__c', '2,,#N/A', '3,,');
    await run.import({ upsert: ['Part__c=Number__c'] });
    expect(await run.query('SELECT Name, Whole__r.Name FROM Part__c ORDER BY Number__c')).toEqual([
      { Name: 'Uno', Whole__r: null },
      { Name: 'Two', Whole__r: null },
      { Name: 'Tre', Whole__r: { Name: 'Two' } },
    ]);
  });

  it('says of a record which is there that its reference could not be set', async () => {
    await write('Part__c.csv', 'Id,Name,Number__c,Whole__c', 'a,A,1,b', 'b,B,1,');
    expect(counts(await run.import())).toEqual({ Part__c: [1, 0, 0, 2] });
    expect(await read('Part__c.failed.csv')).toMatch(
      /"written as \w{18}, but without Whole__c: Whole__c: the Part__c b was not imported.","a","A","1","b"/,
    );
    await write('Part__c.failed.csv', 'Id,Name,Number__c,Whole__c', 'a,A,1,b', 'b,B,2,');
    expect(counts(await run.import({}, join(folder, 'Part__c.failed.csv')))).toEqual({
      Part__c: [1, 0, 1, 0],
    });
    expect(await names("SELECT Name FROM Part__c WHERE Whole__r.Name = 'B'")).toEqual(['A']);
  });

  it('uses bulk jobs from 2,001 rows on, and REST where the org has none for the object', async () => {
    await write('Part__c.csv', 'Name', ...Array.from({ length: 2001 }, (_, n) => `Part ${n}`));
    const fault = {
      status: 400,
      errorCode: 'INVALIDENTITY',
      message: "Entity 'Part__c' is not supported by the Bulk API.",
    };
    run.org.faults.add({ on: 'POST /jobs/ingest', fault, times: 1 });
    expect(counts(await run.import())).toEqual({ Part__c: [2001, 0, 0, 0] });
    run.org.requests.expect('POST /composite/sobjects', 11);
    expect(counts(await run.import({ fresh: true }))).toEqual({ Part__c: [2001, 0, 0, 0] });
    run.org.requests.expect('POST /jobs/ingest', 2);
    run.org.requests.expect('POST /composite/sobjects', 11);
  });

  it('shows how far it is: in jobs too, and when it sets references', async () => {
    await write('Part__c.csv', 'Id,Name,Whole__c', 'a,A,b', 'b,B,a', 'c,C,');
    run.onProgress = () => undefined;
    await run.import({ bulk: 'always' });
    expect(run.progress.map((line) => line.split('%  ')[1])).toEqual([
      '3/3  Part__c',
      '3/3  Part__c: Whole__c',
      undefined,
    ]);
  });

  it('finds users and record types by what they are called', async () => {
    await write(
      'Account.csv',
      'Name,Owner.Username',
      'Acme,ADMIN@example.com',
      'Bolt,nobody@example.com',
      'Core,nobody@example.com',
    );
    const { notes } = await run.import();
    expect(notes).toEqual([
      'Account.Owner.Username is left out: the org has no active User nobody@example.com (2 rows)',
    ]);
    expect(await names('SELECT COUNT(Id) FROM Account')).toEqual(['3']);
  });
});
