import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { CliRun, type CliRunOptions } from '../../../support/cli-run.js';

const ACME = 'Acme, "the" one';

describe('query command', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'query-command-'));
    const org = await EmbeddedOrg.create({
      database: join(folder, 'org.db'),
      seed: {
        Account: [
          { attributes: { referenceId: 'acme' }, Name: ACME, AnnualRevenue: 1000 },
          { Name: 'Umbrella', AnnualRevenue: null },
        ],
        Contact: [
          { FirstName: 'Ada', LastName: 'Lovelace', AccountId: '@acme' },
          { LastName: 'Hopper', AccountId: '@acme' },
        ],
        Lead: Array.from({ length: 2_100 }, (_, i) => ({
          LastName: `Lead ${String(i).padStart(4, '0')}`,
          Company: 'Many',
        })),
      },
    });
    await org.close();
  });
  afterAll(() => rm(folder, { recursive: true }));

  const query = (args: readonly string[], options: CliRunOptions = {}) =>
    CliRun.of(['query', '-o', 'embedded:org.db', ...args], { cwd: folder, ...options });

  it('shows a table, with the fields of parents', async () => {
    const run = await query([
      'SELECT LastName, FirstName, Account.Name, Account.AnnualRevenue FROM Contact ORDER BY LastName',
    ]);
    expect(run.output).toBe(
      [
        'LastName  FirstName  Account.Name     Account.AnnualRevenue',
        '────────  ─────────  ───────────────  ─────────────────────',
        'Hopper               Acme, "the" one                   1000',
        'Lovelace  Ada        Acme, "the" one                   1000',
        '',
      ].join('\n'),
    );
    expect(run.errors).toBe('2 records\n');
    expect(run.code).toBe(0);
  });

  it('counts the records of subqueries in tables, and shows them where they are wanted', async () => {
    const soql =
      'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account WHERE AnnualRevenue = 1000';
    const counted = await query([soql]);
    expect(counted.output).toBe('Name             Contacts\n───────────────  ────────\nAcme, "the" one  2\n');
    const shown = await query([soql, '--children']);
    expect(shown.output.split('\n').slice(2)).toEqual([
      'Acme, "the" one  2',
      '    Contacts',
      '    LastName',
      '    ────────',
      '    Hopper',
      '    Lovelace',
      '',
      '',
    ]);
  });

  it('writes CSV', async () => {
    const run = await query([
      'SELECT Name, AnnualRevenue, (SELECT LastName FROM Contacts) FROM Account ORDER BY Name',
      '--format',
      'csv',
    ]);
    expect(run.output).toBe(
      '"Name","AnnualRevenue","Contacts"\n' +
        '"Acme, ""the"" one","1000","[{""LastName"":""Lovelace""},{""LastName"":""Hopper""}]"\n' +
        '"Umbrella","",""\n',
    );
    expect(run.errors).toBe('');
  });

  it('writes JSON, whose parents are objects and whose subqueries are lists', async () => {
    const run = await query(['--json', 'SELECT LastName, Account.Name FROM Contact WHERE FirstName != null']);
    expect(run.json()).toEqual([{ LastName: 'Lovelace', Account: { Name: ACME } }]);
    const typed = await query(['--json', '--attributes', 'SELECT LastName FROM Contact LIMIT 1']);
    expect(typed.json()).toMatchObject([{ attributes: { type: 'Contact' }, LastName: 'Lovelace' }]);
  });

  it('writes all pages of JSON lines', async () => {
    const run = await query(['--format', 'jsonl', 'SELECT LastName FROM Lead ORDER BY LastName']);
    const lines = run.output.trimEnd().split('\n');
    expect(lines).toHaveLength(2_100);
    expect(lines[2_099]).toBe('{"LastName":"Lead 2099"}');
  });

  it('reads no more records than wanted', async () => {
    const run = await query([
      '--limit',
      '3',
      '--format',
      'jsonl',
      'SELECT LastName FROM Lead ORDER BY LastName',
    ]);
    expect(run.output).toBe('{"LastName":"Lead 0000"}\n{"LastName":"Lead 0001"}\n{"LastName":"Lead 0002"}\n');
  });

  it.each<[string, string]>([
    ['SELECT COUNT() FROM Lead', '[\n{"count":2100}\n]\n'],
    ['SELECT COUNT(Id) n, MAX(AnnualRevenue) FROM Account', '[\n{"n":2,"expr0":1000}\n]\n'],
    ["SELECT Id FROM Account WHERE Name = 'nobody'", '[]\n'],
  ])('answers %s', async (soql, output) => {
    expect((await query(['--json', soql])).output).toBe(output);
  });

  it('finds deleted records where it is told to', async () => {
    const org = await EmbeddedOrg.create({
      database: join(folder, 'bin.db'),
      seed: { Account: [{ Name: 'Gone' }] },
    });
    const connection = new SalesforceConnection('test', { embedded: org });
    const [account] = await connection.query<{ Id: string }>('SELECT Id FROM Account');
    await connection.resource({ method: 'DELETE', path: `sobjects/Account/${account?.Id}` });
    await connection.close();
    await org.close();
    const args = ['query', '-o', 'embedded:bin.db', '--format', 'jsonl', 'SELECT Name FROM Account'];
    expect((await CliRun.of(args, { cwd: folder })).output).toBe('');
    expect((await CliRun.of([...args, '--all-rows'], { cwd: folder })).output).toBe('{"Name":"Gone"}\n');
  });

  it('explains', async () => {
    const run = await query(['--explain', "SELECT Id FROM Account WHERE Name = 'x'"]);
    expect(run.output).toMatch(/^Operation +Object +Fields +Cardinality +Records +Relative cost\n/);
    expect(run.output).toMatch(/\nIndex +Account +Name /);
    const json = await query(['--explain', '--json', 'SELECT Id FROM Account']);
    expect(json.json()).toMatchObject([{ leadingOperationType: 'TableScan', sobjectType: 'Account' }]);
  });

  it('searches', async () => {
    const sosl = 'FIND {Lovelace OR Umbrella} RETURNING Account(Name), Contact(LastName)';
    const run = await query([sosl]);
    expect(run.output).toBe('Account\nName\n────────\nUmbrella\n\nContact\nLastName\n────────\nLovelace\n');
    const csv = await query(['--search', '--format', 'csv', sosl]);
    expect(csv.output).toBe('"type","Name","LastName"\n"Account","Umbrella",""\n"Contact","","Lovelace"\n');
    const json = await query(['--json', sosl]);
    expect(json.json()).toMatchObject([
      { attributes: { type: 'Account' }, Name: 'Umbrella' },
      { attributes: { type: 'Contact' }, LastName: 'Lovelace' },
    ]);
  });

  it.each<[string, readonly string[], CliRunOptions]>([
    ['a file', ['--file', 'names.soql'], {}],
    ['standard input', ['-'], { input: '\uFEFFSELECT Name FROM Account ORDER BY Name LIMIT 1;\n' }],
    ['standard input by itself', [], { input: 'SELECT Name FROM Account ORDER BY Name LIMIT 1' }],
  ])('reads the query from %s', async (_, args, options) => {
    await writeFile(join(folder, 'names.soql'), 'SELECT Name\nFROM Account\nORDER BY Name\nLIMIT 1\n;\n');
    const run = await query(['--format', 'csv', ...args], options);
    expect(run.output).toBe('"Name"\n"Acme, ""the"" one"\n');
  });

  it('writes a file in the format of its ending', async () => {
    const run = await query(['--out', 'out.csv', 'SELECT Name FROM Account ORDER BY Name DESC LIMIT 1']);
    expect(run.output).toBe('');
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('"Name"\n"Umbrella"\n');
  });

  it('leaves the file alone when the query fails', async () => {
    await writeFile(join(folder, 'kept.csv'), 'as it was');
    const run = await query(['--out', 'kept.csv', 'SELECT Nmae FROM Account']);
    expect(run.code).toBe(1);
    expect(await readFile(join(folder, 'kept.csv'), 'utf8')).toBe('as it was');
    expect((await readdir(folder)).filter((file) => file.includes('partial'))).toEqual([]);
  });

  it('fits tables into the terminal', async () => {
    const run = await query(['SELECT LastName, Company FROM Lead LIMIT 1'], { screen: { columns: 10 } });
    expect(run.output).toBe('─── 1 ───\nLastName  Lead 0000\nCompany   Many\n');
  });

  describe('says what is wrong', () => {
    it('with the place in the query', async () => {
      const run = await query(['SELECT Id, Nmae FROM Account']);
      expect(run.code).toBe(1);
      expect(run.output).toBe('');
      expect(run.errors).toBe(
        [
          '',
          'SELECT Id, Nmae FROM Account',
          '           ^',
          'ERROR at Row:1:Column:12',
          "No such column 'Nmae' on entity 'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
          'Did you mean Name?',
          '',
        ].join('\n'),
      );
    });

    it('as JSON', async () => {
      const run = await query(['--json', 'SELECT Id FROM Acount']);
      expect(run.code).toBe(1);
      expect(run.errors).toBe('');
      expect(run.json()).toMatchObject({
        error: { errorCode: 'INVALID_TYPE', message: expect.stringMatching(/\nDid you mean Account\b/) },
      });
    });

    it('beside the beginning of a document that could not be ended', async () => {
      const org = await EmbeddedOrg.create({ database: join(folder, 'org.db') });
      org.faults.add({
        on: 'GET /query/*',
        fault: { status: 400, errorCode: 'INVALID_QUERY_LOCATOR', message: 'no' },
      });
      const server = await org.listen({ port: 0 });
      const env = { SALESFORCE_INSTANCE_URL: server.url, SALESFORCE_ACCESS_TOKEN: org.accessToken };
      const run = await CliRun.of(['query', '--json', 'SELECT LastName FROM Lead'], { cwd: folder, env });
      await server.close();
      await org.close();
      expect([run.code, run.errors]).toEqual([1, 'no\n']);
      expect(run.output).toMatch(/^\[\n\{"LastName":"[^\]]*"\}$/);
    });

    it.each<[string, readonly string[], number, string]>([
      ['no query', [], 1, 'There is no query: give one as an argument, by --file, or at standard input.\n'],
      [
        'only a semicolon',
        [' ; '],
        1,
        'There is no query: give one as an argument, by --file, or at standard input.\n',
      ],
      [
        'two statements',
        ['SELECT Id FROM Account; SELECT Id FROM Contact'],
        1,
        'There are 2 statements, of which one at a time can be run; the prompt takes many.\n',
      ],
      [
        'a query twice',
        ['x', '--file', 'y'],
        2,
        'error: give the query as an argument or by --file, not both\n',
      ],
      [
        'a limit of nothing',
        ['x', '--limit', '0'],
        2,
        "error: option '--limit <number>' argument '0' is invalid. It must be a whole number from 1.\n",
      ],
      [
        'a format nobody knows',
        ['x', '--format', 'xml'],
        2,
        "error: option '-f, --format <format>' argument 'xml' is invalid. Allowed choices are table, vertical, csv, json, jsonl.\n",
      ],
    ])('of %s', async (_, args, code, errors) => {
      const run = await query(args);
      expect([run.code, run.errors, run.output]).toEqual([code, errors, '']);
    });

    it('of a file that is not there, or a place where none can be', async () => {
      const read = await query(['--file', 'missing.soql']);
      expect([read.code, read.errors]).toEqual([
        1,
        'missing.soql cannot be read: no such file or directory (ENOENT).\n',
      ]);
      const written = await query(['--out', 'no/folder.csv', 'SELECT Id FROM Account']);
      expect([written.code, written.errors]).toEqual([
        1,
        expect.stringContaining('folder.csv cannot be written: no such file or directory (ENOENT).'),
      ]);
    });
  });

  it('stops when it is told to', async () => {
    const run = new CliRun(['query', '-o', 'embedded:org.db', 'SELECT LastName FROM Lead'], {
      cwd: folder,
      input: '',
    });
    expect(await run.stop()).toBe(1);
    expect(run.errors).toBe('Stopped.\n');
  });
});
