import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { CliRun } from '../../../support/cli-run.js';
import { customField, customObject } from '../../../support/record-engine.js';

const HULLS = Array.from({ length: 60 }, (_, place) => `Hull${place}__c`);

describe('inspect command', () => {
  let folder: string;
  let org: EmbeddedOrg;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inspect-command-'));
    org = await EmbeddedOrg.create({ clock: () => new Date('2026-01-01T00:00:00Z') });
    org.define([
      customObject('Boat__c', [
        customField('Length__c', 'double', {
          label: 'Length',
          precision: 5,
          scale: 1,
          inlineHelpText: 'In metres.',
        }),
        customField('Skipper__c', 'reference', {
          label: 'Skipper',
          referenceTo: ['Contact'],
          relationshipName: 'Skipper__r',
          childRelationshipName: 'Boats__r',
        }),
      ]),
    ]);
    const { url } = await org.listen();
    await writeFile(
      join(folder, 'session.json'),
      JSON.stringify({ accessToken: org.accessToken, instanceUrl: url }),
    );
    await writeFile(join(folder, 'package.json'), '{}');
    org.requests.clear();
  });
  afterEach(async () => {
    await org.close();
    await rm(folder, { recursive: true });
  });

  const inspect = (...args: readonly string[]) =>
    CliRun.of(['inspect', '-o', 'session:session.json', ...args], { cwd: folder });
  const names = async (path: string) => (await readdir(join(folder, path))).sort();
  const text = (path: string) => readFile(join(folder, path), 'utf8');

  it('writes entities, and says what that cost', async () => {
    const run = await inspect(
      'Boat__c',
      'Contact',
      '--include-fields',
      '*.LastName',
      '*.*__c',
      '*.AccountId',
    );
    expect([run.code, run.errors]).toEqual([0, '']);
    expect(run.output).toMatch(/^Wrote 3 files for 2 objects to src\/salesforce \([1-4] calls?\)\.\n$/);
    expect(await names('src/salesforce')).toEqual([
      '.nestjs-salesforce.json',
      'boat.entity.ts',
      'contact.entity.ts',
      'index.ts',
    ]);
    expect(await text('src/salesforce/boat.entity.ts'))
      .toBe(`import { Field, Id, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { Contact } from './contact.entity.js';

@SObject({ custom: true })
export class Boat {
  @Id() readonly id!: string;

  /** In metres. */
  @Field({ custom: true, type: 'double', precision: 5, scale: 1, help: 'In metres.' }) length!: number | null;

  @Field({ custom: true }) skipperId!: string | null;
  @Lookup(() => Contact, 'skipperId') skipper?: Related<Contact> | null;
}
`);
    expect(await text('src/salesforce/contact.entity.ts'))
      .toBe(`import { Children, Field, Id, type Related, SObject } from 'nestjs-salesforce';
import { Boat } from './boat.entity.js';

@SObject()
export class Contact {
  @Id() readonly id!: string;
  @Field({ type: 'reference' }) accountId!: string | null;
  @Field({ length: 80, nillable: false }) lastName!: string;
  @Children(() => Boat, 'skipper') boats?: Related<Boat[]>;
}
`);
  });

  it('costs conditional calls alone when nothing changed since', async () => {
    await inspect('Boat__c', 'Contact', '--out', 'one');
    org.requests.clear();
    const run = await inspect('Boat__c', 'Contact', '--out', 'two');
    expect(run.code).toBe(0);
    expect(await text('two/boat.entity.ts')).toBe(await text('one/boat.entity.ts'));
    expect(org.requests.lines).toEqual(['GET /sobjects 304']);
  });

  it('tells programs in JSON', async () => {
    const run = await inspect('Boat__c', '--out', 'out', '--json', '--name', 'Boat__c=Ship');
    expect(run.json()).toEqual({
      folder: 'out',
      objects: ['Boat__c'],
      files: ['index.ts', 'ship.entity.ts'],
      dryRun: false,
      calls: expect.any(Number),
      warnings: [],
    });
  });

  it('writes nothing in a dry run', async () => {
    const run = await inspect('Boat__c', '--dry-run');
    expect(run.output).toMatch(
      /^src\/salesforce\/boat\.entity\.ts\nsrc\/salesforce\/index\.ts\nWould write 2 files for 1 object/,
    );
    expect(await names('.')).not.toContain('src');
  });

  it('goes by the config file, its paths from where that stands', async () => {
    const config = { inspect: { out: 'entities', include: ['Boat__c'], layout: 'file', header: 'Ours.' } };
    await writeFile(join(folder, 'nestjs-salesforce.config.json'), JSON.stringify(config));
    expect((await inspect()).code).toBe(0);
    expect(await names('entities')).toEqual(['.nestjs-salesforce.json', 'entities.ts']);
    expect(await text('entities/entities.ts')).toMatch(/^\/\/ Ours\.\n/);
  });

  it('warns of what it does not know', async () => {
    await mkdir(join(folder, 'describes'));
    const describe = {
      name: 'Odd__c',
      label: 'Odd',
      labelPlural: 'Odds',
      custom: true,
      fields: [{ name: 'X__c', label: 'X', type: 'hologram', custom: true, shimmers: true }],
      childRelationships: [],
    };
    await writeFile(join(folder, 'describes', 'odd.json'), JSON.stringify(describe));
    const run = await CliRun.of(['inspect', '-o', 'describes'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.errors).toBe(
      "Warning: Odd__c.X__c: the type 'hologram' is not known; the property holds anything.\n" +
        "Warning: Odd__c.X__c: the property 'shimmers' of describes is not known; entities cannot say it.\n",
    );
    expect(await text('src/salesforce/odd.entity.ts')).toContain("type: 'anyType'");
  });

  it.each([
    [['Boot__c'], "There is no object 'Boot__c'. Did you mean Boat__c?"],
    [['Nothing*'], "No object matches 'Nothing*'."],
    [['Boat__c', '--exclude-fields', 'Name'], "'Name' names no field of an object"],
    [['Boat__c', '--name', 'Boat__c=Date'], "Boat__c cannot be called 'Date'"],
    [['Boat__c', '--update'], 'There is nothing to update in src/salesforce'],
  ])('refuses %j, and writes nothing', async (args, message) => {
    const run = await inspect(...args);
    expect([run.code, run.output]).toEqual([1, '']);
    expect(run.errors).toContain(message);
    expect(await names('.')).not.toContain('src');
  });

  it('refuses a folder that holds something else, before the org is called', async () => {
    const run = await inspect('Boat__c', '--out', '.');
    expect([run.code, run.errors]).toEqual([
      1,
      '. is not empty, and what it holds was not generated. Name another folder by --out; this one is left as it is.\n',
    ]);
    expect(org.requests.lines).toEqual([]);
  });

  it('refuses names that lead out of the folder', async () => {
    const describe = {
      name: '../../evil',
      label: 'Evil',
      labelPlural: 'Evils',
      custom: true,
      fields: [],
      childRelationships: [],
    };
    await writeFile(join(folder, 'evil.json'), JSON.stringify(describe));
    const run = await CliRun.of(['inspect', '-o', 'evil.json'], { cwd: folder });
    expect([run.code, run.errors]).toEqual([1, "'../../evil' cannot be the name of an object.\n"]);
    expect(await names('.')).not.toContain('src');
  });

  it('writes nothing when the org fails half-way, and goes on from there when it is run again', async () => {
    org.define(HULLS.map((name) => customObject(name, [])));
    org.faults.add({ on: 'POST /composite', skip: 2, times: 1, fault: 'unavailable' });
    const failed = await inspect('Hull*');
    expect([failed.code, failed.output]).toEqual([1, '']);
    expect(failed.errors).toBe(
      '50 of 60 objects were described and are kept: run the command again to go on.\nserver too busy\n',
    );
    expect(await names('.')).not.toContain('src');
    org.requests.clear();
    expect((await inspect('Hull*')).code).toBe(0);
    expect(org.requests.lines).toEqual(['GET /sobjects 304', 'POST /composite 200']);
    expect(await names('src/salesforce')).toHaveLength(63);
  });

  it('refuses names that are no names, as a wrong command line', async () => {
    const run = await inspect('Boat__c', '--name', 'Boat');
    expect(run.code).toBe(2);
    expect(run.errors).toContain('It must be an API name and a name: Account.Owner=keeper.');
  });
});
