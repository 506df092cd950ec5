import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { CliRun } from '../../../support/cli-run.js';

describe('export command', () => {
  let home: string;
  let folder: string;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'export-command-'));
    const org = await EmbeddedOrg.create({
      database: join(home, 'org.sqlite'),
      seed: {
        records: [
          { attributes: { type: 'Account', referenceId: 'acme' }, Name: 'Acme' },
          { attributes: { type: 'Contact' }, LastName: 'Ann', AccountId: '@acme' },
          { attributes: { type: 'Attachment' }, Name: 'a.txt', Body: 'YQ==', ParentId: '@acme' },
        ],
      },
    });
    await org.close();
  });
  afterAll(() => rm(home, { recursive: true }));
  beforeEach(async () => {
    folder = await mkdtemp(join(home, 'run-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = (...args: readonly string[]) =>
    CliRun.of(['export', 'out', '-o', 'embedded:../org.sqlite', '--no-cache', ...args], { cwd: folder });

  it('writes files and says what there is', async () => {
    const done = await run(
      '--query',
      'SELECT Name FROM Account',
      '--query',
      'SELECT LastName, AccountId FROM Contact',
    );
    expect(done.errors).toBe('');
    expect(done.output).toBe(
      [
        'object   records  file',
        '───────  ───────  ───────────',
        'Account        1  Account.csv',
        'Contact        1  Contact.csv',
        '2 records of 2 objects are in out.',
        '',
      ].join('\n'),
    );
    expect(done.code).toBe(0);
    expect((await readdir(join(folder, 'out'))).sort()).toEqual([
      'Account.csv',
      'Contact.csv',
      'manifest.json',
    ]);
    expect(await readFile(join(folder, 'out', 'Contact.csv'), 'utf8')).toMatch(
      /^"Id","LastName","AccountId"\n"003\w{15}","Ann","001\w{15}"\n$/,
    );
  });

  it('writes JSON lines, of related objects too, and says what it left out', async () => {
    const done = await run(
      '--objects',
      'Account',
      '--with',
      'children',
      '--exclude',
      'Con*',
      '--format',
      'jsonl',
      '--createable',
    );
    expect(done.errors).toBe('Attachment: without Body, as files are not exported.\n');
    expect(await readdir(join(folder, 'out'))).toContain('Attachment.jsonl');
    const account = JSON.parse(await readFile(join(folder, 'out', 'Account.jsonl'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(account).toMatchObject({ Name: 'Acme', Industry: null });
    expect(account).not.toHaveProperty('CreatedDate');
  });

  it('writes one JSON document', async () => {
    const done = await run('--query', 'SELECT Name FROM Account', '--json');
    expect(done.json()).toEqual({
      folder: 'out',
      records: 1,
      objects: [
        {
          name: 'Account',
          label: 'Account',
          file: 'Account.csv',
          records: 1,
          fields: [
            { name: 'Id', type: 'id' },
            { name: 'Name', type: 'string' },
          ],
          references: {},
        },
      ],
      notes: [],
    });
  });

  it('shows how far it is on a terminal, and takes that away', async () => {
    const args = ['export', 'out', '-o', 'embedded:../org.sqlite', '--no-cache', '--objects', 'Account'];
    const done = await CliRun.of(args, { cwd: folder, terminal: true });
    expect(done.errors).toContain('Exporting');
    expect(done.errors.endsWith('\r\u001B[2K')).toBe(true);
  });

  it.each<[string, string[], string]>([
    [
      'an object that is not there',
      ['--objects', 'Acount'],
      "There is no object 'Acount' (did you mean Account",
    ],
    ['a query that is none', ['--query', 'SELECT'], 'unexpected token'],
    ['nothing', [], 'Nothing is selected: name objects by --objects, or records by --query.\n'],
  ])('refuses %s, and leaves nothing behind', async (_, args, reason) => {
    const done = await run(...args);
    expect([done.code, done.output]).toEqual([1, '']);
    expect(done.errors).toContain(reason);
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a folder that holds other things', async () => {
    await mkdir(join(folder, 'out'));
    await writeFile(join(folder, 'out', 'thesis.txt'), 'mine');
    const done = await run('--objects', 'Account', '--json');
    expect(done.code).toBe(1);
    expect(done.json()).toEqual({
      error: {
        name: 'SalesforceConfigurationException',
        code: 'SF_CONFIGURATION',
        message: expect.stringContaining('out is not empty, and holds no export.'),
      },
    });
    expect(await readdir(join(folder, 'out'))).toEqual(['thesis.txt']);
  });

  it('refuses options that say nothing', async () => {
    const done = await run('--bulk', 'sometimes');
    expect(done.code).toBe(2);
    expect(done.errors).toContain(
      "option '--bulk <when>' argument 'sometimes' is invalid. Allowed choices are auto, always, never.",
    );
  });
});
