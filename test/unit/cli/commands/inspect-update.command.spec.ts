import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { CliRun } from '../../../support/cli-run.js';
import { customField, customObject } from '../../../support/record-engine.js';

const NAME = customField('Name', 'string', {
  custom: false,
  label: 'Boat Name',
  length: 80,
  nameField: true,
});
const HULL = customField('Hull__c', 'string', { label: 'Hull', length: 20 });
const MASTS = customField('Masts__c', 'double', { label: 'Masts', precision: 2, scale: 0 });

describe('inspect --update', () => {
  let folder: string;
  let org: EmbeddedOrg;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inspect-update-'));
    await writeFile(join(folder, 'package.json'), '{}');
    org = await EmbeddedOrg.create();
    org.define([customObject('Boat__c', [NAME, HULL]), customObject('Crew__c', [NAME])]);
    const { url } = await org.listen();
    const session = { accessToken: org.accessToken, instanceUrl: url };
    await writeFile(join(folder, 'session.json'), JSON.stringify(session));
  });
  afterEach(async () => {
    await org.close();
    await rm(folder, { recursive: true });
  });

  const inspect = (...args: readonly string[]) =>
    CliRun.of(['inspect', '-o', 'session:session.json', '--out', 'src', '--no-cache', ...args], {
      cwd: folder,
    });
  const boats = () => inspect('Boat__c', '--include-fields', '*.Name', '*.*__c');
  const text = (path: string) => readFile(join(folder, 'src', path), 'utf8');
  const names = async () => (await readdir(join(folder, 'src'))).sort();

  it('says that all is up to date, with the options of the first time', async () => {
    await boats();
    const run = await inspect('--update');
    expect([run.code, run.errors]).toEqual([0, '']);
    expect(run.output).toMatch(/^src is up to date \(1 object, \d calls?\)\.\n$/);
  });

  it('brings what is new, keeps what people wrote, and reports what it did', async () => {
    await boats();
    const before = await text('boat.entity.ts');
    await writeFile(
      join(folder, 'src', 'boat.entity.ts'),
      before.replace('length: 20', 'length: 15 /* ours */'),
    );
    org.define([customObject('Boat__c', [NAME, HULL, MASTS])]);
    const run = await inspect('--update');
    expect(run.output.replace(/, \d calls?\)/, ')')).toBe(
      'boat.entity.ts\n' +
        '  + added    Boat.masts (field Masts__c)\n' +
        'Updated src: 1 added (1 object).\n',
    );
    expect(await text('boat.entity.ts')).toContain('length: 15 /* ours */');
    expect(await text('boat.entity.ts')).toContain('masts!: number | null;');
    expect((await inspect('--update')).output).toMatch(/^src is up to date/);
  });

  it('adds objects that are named, and keeps the others', async () => {
    await boats();
    await inspect('Crew__c', '--update');
    expect(await names()).toEqual([
      '.nestjs-salesforce.json',
      'boat.entity.ts',
      'crew.entity.ts',
      'index.ts',
    ]);
  });

  it('tells builds by its exit code whether there is anything to do, and writes nothing', async () => {
    await boats();
    expect((await inspect('--check')).code).toBe(0);
    org.define([customObject('Boat__c', [NAME, HULL, MASTS])]);
    const before = await text('boat.entity.ts');
    const run = await inspect('--check');
    expect(run.code).toBe(3);
    expect(run.output).toContain('Would update src: 1 added');
    expect(await text('boat.entity.ts')).toBe(before);
  });

  it('tells programs in JSON', async () => {
    await boats();
    org.define([customObject('Boat__c', [NAME, HULL, MASTS])]);
    expect((await inspect('--check', '--json')).json()).toEqual({
      folder: 'src',
      objects: ['Boat__c'],
      files: ['boat.entity.ts'],
      changes: [
        { action: 'added', path: 'boat.entity.ts', name: 'Boat', member: 'masts', key: 'field Masts__c' },
      ],
      dryRun: true,
      calls: expect.any(Number),
      warnings: [],
    });
  });

  it('names a syntax error, and writes nothing', async () => {
    await boats();
    await writeFile(
      join(folder, 'src', 'boat.entity.ts'),
      'export class Boat {\n  @SObject( name!: string;\n}\n',
    );
    org.define([customObject('Boat__c', [NAME, HULL, MASTS])]);
    const index = await text('index.ts');
    const run = await inspect('--update');
    expect([run.code, run.output]).toEqual([1, '']);
    expect(run.errors).toMatch(/^src\/boat\.entity\.ts:2:\d+ cannot be read: .+ nothing was written\.\n$/);
    expect(await text('index.ts')).toBe(index);
  });

  it('refuses a folder without a manifest, and takes it over when it is told to', async () => {
    await boats();
    await rm(join(folder, 'src', '.nestjs-salesforce.json'));
    const refused = await inspect('--update');
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain('it has no .nestjs-salesforce.json. Restore that from version control');
    org.define([customObject('Boat__c', [NAME, HULL, MASTS])]);
    expect((await inspect('Boat__c', '--adopt')).code).toBe(0);
    expect(await text('boat.entity.ts')).toContain('masts!: number | null;');
    expect(await names()).toContain('.nestjs-salesforce.json');
  });
});
