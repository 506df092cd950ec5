import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { CliRun } from '../../../support/cli-run.js';

describe('import command', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-command-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = (...args: readonly string[]) =>
    CliRun.of(['import', ...args, '-o', 'embedded:org.sqlite', '--no-cache'], { cwd: folder });

  const write = (file: string, ...lines: readonly string[]): Promise<void> =>
    writeFile(join(folder, file), `${lines.join('\n')}\n`);

  /** The records that are there in the end. */
  async function stored(soql: string): Promise<unknown[]> {
    const done = await CliRun.of(
      ['export', 'out', '--query', soql, '--format', 'jsonl', '-o', 'embedded:org.sqlite', '--no-cache'],
      {
        cwd: folder,
      },
    );
    expect(done.code).toBe(0);
    const [, object] = /FROM (\w+)/.exec(soql)!;
    const lines = (await readFile(join(folder, 'out', `${object}.jsonl`), 'utf8')).trim();
    return lines === '' ? [] : lines.split('\n').map((line) => JSON.parse(line) as unknown);
  }

  it('writes the records and says so', async () => {
    await write('Account.csv', 'Id,Name', 'a,Acme');
    await write('Contact.csv', 'LastName,AccountId', 'Ann,a', 'Ben,');
    const done = await run('Contact.csv', 'Account.csv');
    expect([done.code, done.errors]).toEqual([0, '']);
    expect(done.output).toBe(
      [
        'object   created  updated  skipped  failed',
        '───────  ───────  ───────  ───────  ──────',
        'Account        1        0        0       0',
        'Contact        2        0        0       0',
        '',
      ].join('\n'),
    );
    expect(await stored('SELECT LastName, Account.Name FROM Contact ORDER BY LastName')).toEqual([
      { Id: expect.any(String), LastName: 'Ann', 'Account.Name': 'Acme' },
      { Id: expect.any(String), LastName: 'Ben', 'Account.Name': null },
    ]);
  });

  it('says what it would do, and does nothing', async () => {
    await write(
      'Contact.csv',
      'Id,LastName,ReportsToId,CreatedDate',
      'b,Ben,a,2026-01-01T00:00:00Z',
      'a,Ann,,',
    );
    const done = await run('Contact.csv', '--dry-run');
    expect(done.output).toBe(
      [
        'object   rows  how               set afterwards',
        '───────  ────  ────────────────  ──────────────',
        'Contact     2  insert by 1 call  ReportsToId',
        'Nothing was written: this is what would be done, in this order.',
        '',
      ].join('\n'),
    );
    expect(done.errors).toBe('Contact: CreatedDate not written, as the org sets them itself.\n');
    expect(done.code).toBe(0);
    expect(await stored('SELECT Id FROM Contact')).toEqual([]);
    expect((await run('Contact.csv', '--dry-run', '--bulk', 'always', '--json')).json()).toEqual({
      dryRun: true,
      objects: [
        { name: 'Contact', rows: 2, operation: 'insert', way: 'bulk jobs', setAfterwards: ['ReportsToId'] },
      ],
      notes: ['Contact: CreatedDate not written, as the org sets them itself.'],
    });
  });

  it('finds what is wrong with values before anything is written', async () => {
    await write('Account.csv', 'Id,Name,AnnualRevenue', 'a,Acme,1', 'a,,much');
    await write('Contact.csv', 'LastName,Birthdate', ...Array.from({ length: 30 }, () => 'Ann,yesterday'));
    const done = await run('.');
    expect([done.code, done.output]).toEqual([1, '']);
    const lines = done.errors.trim().split('\n');
    expect(lines.slice(0, 4).map((line) => line.replace(folder, ''))).toEqual([
      '/Account.csv, row 2: the id a was there before.',
      '/Account.csv, row 2: Name is empty, and is needed.',
      '/Account.csv, row 2: AnnualRevenue is no number.',
      '/Contact.csv, row 1: Birthdate is no date, such as 2026-01-31.',
    ]);
    expect(lines.slice(-2)).toEqual(['… and 13 more.', 'Nothing was written.']);
    expect(await stored('SELECT Id FROM Account')).toEqual([]);
  });

  it('says where the rows are that failed, and ends with 1', async () => {
    await write('Contact.csv', 'LastName,AccountId', 'Ann,001000000000001AAA', 'Ben,');
    const done = await run('Contact.csv');
    expect(done.code).toBe(1);
    expect(done.errors).toBe('1 row was not imported: Contact.failed.csv says why.\n');
    expect(await readFile(join(folder, 'Contact.failed.csv'), 'utf8')).toMatch(
      /^"sf__Error","LastName","AccountId"\n"INVALID_CROSS_REFERENCE_KEY: [^"]+","Ann","001000000000001AAA"\n$/,
    );
  });

  it('shows no control characters of the files', async () => {
    await write('Contact.csv', 'LastName,Owner.Username', 'Ann,nobody\u001B[31m@example.com');
    const done = await run('Contact.csv');
    expect(done.errors).toBe(
      'Contact.Owner.Username is left out: the org has no active User nobody[31m@example.com\n',
    );
  });

  it('writes one JSON document, of a failure too', async () => {
    await write('Contact.csv', 'LastName', 'Ann');
    const done = await run('Contact.csv', '--json', '--state', 'state.jsonl');
    expect(done.json()).toEqual({
      objects: [{ name: 'Contact', created: 1, updated: 0, failed: 0, skipped: 0 }],
      notes: [],
      state: join(folder, 'state.jsonl'),
    });
    const again = await run('Nothing.csv', '--json');
    expect(again.code).toBe(1);
    expect(again.json()).toEqual({
      error: {
        name: 'SalesforceConfigurationException',
        code: 'SF_CONFIGURATION',
        message: expect.stringContaining('Nothing.csv cannot be read: no such file or directory (ENOENT).'),
      },
    });
  });

  it('imports only what it is told to', async () => {
    await write('Account.csv', 'Name', 'Acme');
    await write('Contact.csv', 'LastName', 'Ann');
    await write('Lead.csv', 'LastName,Company', 'Lee,Acme');
    const done = await run('.', '--objects', 'Account', 'Con*', '--exclude', 'contact', '--json');
    expect(done.json<{ objects: { name: string }[] }>().objects.map(({ name }) => name)).toEqual(['Account']);
  });

  it('goes on in the next run', async () => {
    await write('Contact.csv', 'LastName', 'Ann');
    await run('.');
    const done = await run('.', '--json');
    expect(done.json()).toMatchObject({ objects: [{ name: 'Contact', created: 0, skipped: 1 }] });
    expect(await readdir(folder)).toContainEqual(
      expect.stringMatching(/^\.import-00DEm0000000001MAA-\d{8}T\d{6}\.jsonl$/),
    );
  });
});

describe('an export of one org', () => {
  it('is imported into another one by two commands', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'export-import-'));
    const org = await EmbeddedOrg.create({
      database: join(folder, 'a.sqlite'),
      clock: () => new Date('2026-01-01T00:00:00Z'),
      seed: { records: [{ attributes: { type: 'Account' }, Name: 'Acme' }] },
    });
    await org.close();
    const run = (...args: readonly string[]) => CliRun.of([...args, '--no-cache', '--json'], { cwd: folder });
    expect((await run('export', 'data', '--objects', 'Account', '-o', 'embedded:a.sqlite')).code).toBe(0);
    const done = await run('import', 'data', '-o', 'embedded:b.sqlite');
    expect(done.json()).toMatchObject({ objects: [{ name: 'Account', created: 1, failed: 0 }] });
    expect(done.code).toBe(0);
    await rm(folder, { recursive: true });
  });
});
