import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { readSnapshot } from '../../../../lib/schema/snapshot/snapshot-reader.js';
import { describedBoat } from '../../../fixtures/described-object.js';
import { CliRun, type CliRunOptions } from '../../../support/cli-run.js';
import { OrgClient } from '../../../support/org-client.js';
import { customField, customObject } from '../../../support/record-engine.js';

const HULLS = Array.from({ length: 60 }, (_, i) => `Hull${String(i).padStart(2, '0')}__c`);

describe('snapshot command', () => {
  let folder: string;
  let org: EmbeddedOrg;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshot-command-'));
    org = await EmbeddedOrg.create({ clock: () => new Date('2026-01-01T00:00:00Z') });
    org.define([
      ...HULLS.map((name) => customObject(name, [])),
      customObject('Boat__c', [
        customField('Length__c', 'double', { precision: 18, scale: 2 }),
        customField('Twice__c', 'double', {
          precision: 18,
          scale: 2,
          calculated: true,
          calculatedFormula: 'Length__c * 2',
          createable: false,
          updateable: false,
        }),
        customField('Owner__c', 'reference', { referenceTo: ['Contact'], relationshipName: 'Owner__r' }),
      ]),
    ]);
    org.seed({
      Account: [
        { attributes: { referenceId: 'acme' }, Name: 'Acme', Industry: 'Energy', BillingCity: 'Köln' },
        { Name: 'Apex', Industry: 'Banking' },
      ],
      Contact: [{ attributes: { referenceId: 'doe' }, LastName: 'Doe', AccountId: '@acme' }],
      Boat__c: [{ Length__c: 12.5, Owner__c: '@doe' }],
    });
    const { url } = await org.listen();
    const session = { accessToken: org.accessToken, instanceUrl: url };
    await writeFile(join(folder, 'session.json'), JSON.stringify(session));
    await writeFile(join(folder, 'package.json'), '{}');
    org.requests.clear();
  });
  afterEach(async () => {
    await org.close();
    await rm(folder, { recursive: true });
  });

  const take = (args: readonly string[], options: CliRunOptions = {}) =>
    CliRun.of(['snapshot', 'org.gz', '-o', 'session:session.json', ...args], { cwd: folder, ...options });
  const taken = () => readSnapshot(join(folder, 'org.gz'));

  it('takes the objects that are named, in the order of the org, and says what it cost', async () => {
    const run = await take(['Contact', 'Account', 'Hull0*', '--exclude', 'Hull05*']);
    expect([run.code, run.errors]).toEqual([0, '']);
    expect(run.output).toMatch(/^org\.gz: 11 objects \(\d+ kB, 2 calls\)\n$/);
    const { header, describes, records } = await taken();
    expect(describes.map(({ name }) => name)).toEqual([
      'Account',
      'Contact',
      ...HULLS.slice(0, 10).filter((name) => name !== 'Hull05__c'),
    ]);
    expect(records).toEqual([]);
    expect(header).toMatchObject({
      format: 'nestjs-salesforce/snapshot',
      version: 1,
      apiVersion: '67.0',
      organization: { id: org.organizationId },
    });
    expect(org.requests.lines).toEqual(['GET /sobjects 200', 'POST /composite 200']);
  });

  it('takes records, whose relationships hold in the embedded org that opens it', async () => {
    const run = await take([
      'Account',
      '--data',
      "SELECT Name, Industry, BillingAddress FROM Account WHERE Industry = 'Energy'",
      '--data',
      'SELECT LastName, AccountId FROM Contact',
      '--data',
      'SELECT FIELDS(ALL) FROM Boat__c',
      '--json',
    ]);
    expect(run.errors).toBe('');
    expect(run.json()).toEqual({
      file: 'org.gz',
      bytes: expect.any(Number),
      objects: 3,
      records: { Account: 1, Contact: 1, Boat__c: 1 },
      calls: 5,
    });
    expect(org.requests.apiCalls).toBe(5);
    const client = await OrgClient.open({ snapshot: join(folder, 'org.gz') });
    expect(
      await client.query(
        'SELECT Length__c, Twice__c, Owner__r.LastName, Owner__r.Account.Name, Owner__r.Account.BillingCity FROM Boat__c',
      ),
    ).toMatchObject([
      {
        Length__c: 12.5,
        Twice__c: 25,
        Owner__r: { LastName: 'Doe', Account: { Name: 'Acme', BillingCity: 'Köln' } },
      },
    ]);
    expect(await client.query('SELECT Name, (SELECT LastName FROM Contacts) FROM Account')).toMatchObject([
      { Name: 'Acme', Contacts: { records: [{ LastName: 'Doe' }] } },
    ]);
    await client.close();
  });

  it('takes all pages of the records', async () => {
    org.seed({ Account: Array.from({ length: 2100 }, (_, i) => ({ Name: `Account ${i}` })) });
    const run = await take(['Account', '--data', 'SELECT Name FROM Account', '--json']);
    expect(run.json()).toMatchObject({ records: { Account: 2102 }, calls: 4 });
    expect((await taken()).records.map(({ rows }) => rows.length)).toEqual([2000, 102]);
  });

  it('costs one call when it is taken again and nothing has changed', async () => {
    await take(HULLS);
    org.requests.clear();
    const run = await take([...HULLS, '--json']);
    expect(run.json()).toMatchObject({ objects: 60, calls: 1 });
    expect(org.requests.lines).toEqual(['GET /sobjects 304']);
    expect((await taken()).describes.map(({ name }) => name)).toEqual(HULLS);
  });

  it('leaves no file when the org fails half-way, and goes on when it is run again', async () => {
    org.faults.add({ on: 'POST /composite', skip: 2, times: 1, fault: 'unavailable' });
    const failed = await take(HULLS);
    expect([failed.code, failed.output]).toEqual([1, '']);
    expect(failed.errors).toBe(
      '50 of 60 objects were described and are kept: run the command again to go on.\nserver too busy\n',
    );
    expect(await readdir(folder)).not.toContain(expect.stringContaining('org.gz'));
    expect((await readdir(folder)).filter((name) => name.startsWith('org.gz'))).toEqual([]);
    org.requests.clear();
    expect((await take(HULLS)).code).toBe(0);
    expect(org.requests.lines).toEqual(['GET /sobjects 304', 'POST /composite 200']);
  });

  it('leaves the snapshot that is there as it is when another one cannot be taken', async () => {
    await take(['Account']);
    const before = await readFile(join(folder, 'org.gz'));
    org.faults.add({ on: 'GET /query', fault: 'unavailable' });
    const run = await take(['Account', '--data', 'SELECT Name FROM Account', '--json']);
    expect(run.code).toBe(1);
    expect(run.json()).toMatchObject({ error: { name: 'SalesforceUnavailableException' } });
    expect(await readFile(join(folder, 'org.gz'))).toEqual(before);
  });

  it('stops when it is asked to, and leaves nothing behind', async () => {
    org.faults.add({ on: 'GET /query', fault: { delay: 60_000 } });
    const run = new CliRun(
      ['snapshot', 'org.gz', '-o', 'session:session.json', 'Account', '--data', 'SELECT Name FROM Account'],
      { cwd: folder, terminal: true },
    );
    await run.written('Describing ████████████████████████ 100 %  1/1');
    expect(await run.stop()).toBe(1);
    expect(run.errors).toMatch(/Stopped\.\n$/);
    expect((await readdir(folder)).filter((name) => name.startsWith('org.gz'))).toEqual([]);
  });

  it('shows its progress on a terminal', async () => {
    const run = await take(['Account', '--data', 'SELECT Name FROM Account'], { terminal: true });
    expect(run.errors).toContain('Describing ████████████████████████ 100 %  1/1  Account');
    expect(run.errors).toContain('Reading Account ████████████████████████ 100 %  2/2');
    expect(run.output).toMatch(/^org\.gz: 1 object; records: 2 of Account \(\d+ kB, 3 calls\)\n$/);
  });

  it('holds no secret', async () => {
    await take(['Account', 'User', '--data', 'SELECT FIELDS(ALL) FROM User']);
    const text = gunzipSync(await readFile(join(folder, 'org.gz'))).toString();
    expect(text).not.toContain(org.accessToken);
    expect(text.toLowerCase()).not.toContain('bearer');
    const [records] = (await taken()).records;
    expect(records?.fields).toEqual(expect.arrayContaining(['Id', 'Username', 'Email']));
    expect(records?.fields).not.toContain('Password');
  });

  it('leaves out what the org does not describe, unless it is asked for by name', async () => {
    const fault = {
      status: 403,
      errorCode: 'INSUFFICIENT_ACCESS',
      message: 'insufficient access rights on object',
    };
    org.faults.add({ on: 'POST /composite', fault: { status: 404, errorCode: 'NOT_FOUND' } });
    org.faults.add({ on: 'GET /sobjects/Hull01__c/describe', fault });
    const run = await take(['Hull00__c', 'Hull01*']);
    expect(run.code).toBe(0);
    expect(run.errors).toBe(
      'Hull01__c is left out, since the org does not describe it: insufficient access rights on object\n',
    );
    expect((await taken()).describes.map(({ name }) => name)).toEqual(['Hull00__c']);
    const named = await take(['Hull00__c', 'Hull01__c']);
    expect([named.code, named.output]).toEqual([1, '']);
    expect(named.errors).toContain('insufficient access rights on object\n');
  });

  it('holds of a file what the file has, and nothing of the embedded org that is made of it', async () => {
    await writeFile(join(folder, 'boat.json'), JSON.stringify(describedBoat()));
    const run = await CliRun.of(['snapshot', 'boat.gz', '-o', 'boat.json'], { cwd: folder });
    expect([run.code, run.errors]).toEqual([0, '']);
    const { describes } = await readSnapshot(join(folder, 'boat.gz'));
    expect(describes.map(({ name }) => name)).toEqual(['Boat__c']);
  });

  it('is taken of a snapshot, too', async () => {
    await take(['Account', 'Contact', '--data', 'SELECT Name FROM Account']);
    const again = await CliRun.of(
      ['snapshot', 'part.gz', '-o', 'org.gz', 'Account', '--data', 'SELECT Name FROM Account LIMIT 1'],
      { cwd: folder },
    );
    expect([again.code, again.errors]).toEqual([0, '']);
    const { describes, records } = await readSnapshot(join(folder, 'part.gz'));
    expect(describes.map(({ name }) => name)).toEqual(['Account']);
    expect(records.map(({ fields, rows }) => [fields, rows.length])).toEqual([[['Id', 'Name'], 1]]);
  });

  it.each<[string, readonly string[], string]>([
    ['an object that is not there', ['Acount'], "There is no object 'Acount'. Did you mean Account?"],
    ['a pattern that nothing matches', ['Vessel*'], "No object matches 'Vessel*'."],
    [
      'records of an object that is not there',
      ['--data', 'SELECT Id FROM Boats__c'],
      "There is no object 'Boats__c' (did you mean Boat__c?)",
    ],
    ['a query that is none', ['--data', 'SELECT Id'], 'unexpected token'],
    [
      'a query of something else than records',
      ['Account', '--data', 'SELECT COUNT() FROM Account'],
      'COUNT() is none',
    ],
  ])('refuses %s in a line, and writes nothing', async (_, args, reason) => {
    const run = await take(args);
    expect(run.code).toBe(1);
    expect(run.errors).toContain(reason);
    expect((await readdir(folder)).filter((name) => name.startsWith('org.gz'))).toEqual([]);
  });

  it.each([
    ['org.snapshot', 'A snapshot is compressed: name the file org.snapshot.gz.'],
    ['none/org.gz', 'cannot be written: no such file or directory (ENOENT)'],
  ])('refuses to write %s', async (file, reason) => {
    const run = await CliRun.of(['snapshot', file, '-o', 'embedded', 'Account'], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.errors).toContain(reason);
  });
});
