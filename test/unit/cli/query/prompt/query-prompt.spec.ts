import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryHistory } from '../../../../../lib/cli/query/prompt/query-history.js';
import { QueryPrompt } from '../../../../../lib/cli/query/prompt/query-prompt.js';
import type { StatementRunner } from '../../../../../lib/cli/query/statement-runner.js';
import { EmbeddedOrg } from '../../../../../lib/embedded/embedded-org.js';
import { DefinitionSource } from '../../../../../lib/schema/source/definition-source.js';
import { CliRun } from '../../../../support/cli-run.js';

const UP = '\u001B[A';
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const GREETING = 'embedded org of org.db: statements end with a semicolon, .help tells more, .quit ends.';

/** A prompt over a runner, without an org behind it. */
const promptOver = (runner: Partial<StatementRunner>) => {
  const input = new PassThrough();
  const errors: string[] = [];
  const prompt = new QueryPrompt({
    input,
    screen: new Writable({ write: (_text, _encoding, done) => done() }),
    schema: new DefinitionSource([], 'the test'),
    runner: runner as StatementRunner,
    history: new QueryHistory(undefined),
    settings: { format: 'table', allRows: false, children: false, attributes: false },
    out: () => undefined,
    error: (text) => errors.push(text),
  });
  return { input, errors, done: prompt.run(new AbortController().signal) };
};

describe('QueryPrompt', () => {
  let folder: string;
  const open: CliRun[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'query-prompt-'));
    const org = await EmbeddedOrg.create({
      database: join(folder, 'org.db'),
      seed: { Account: [{ Name: 'Acme', Rating: 'Hot' }, { Name: 'Umbrella' }] },
    });
    await org.close();
  });
  afterEach(async () => {
    for (const run of open.splice(0)) await run.stop();
    await rm(join(folder, '.nestjs-salesforce'), { recursive: true, force: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const start = async (...args: readonly string[]): Promise<CliRun> => {
    const run = new CliRun(['query', '-o', 'embedded:org.db', ...args], {
      cwd: folder,
      screen: { columns: 80 },
    });
    open.push(run);
    await run.written('soql> ');
    return run;
  };

  it('runs statements of many lines, and more of them in one', async () => {
    const run = await start();
    expect(run.output).toContain(GREETING);
    run.type('SELECT Name\r');
    await run.written('   -> ');
    run.type('FROM Account ORDER BY Name;\r');
    await run.written(/Name\n────────\nAcme\nUmbrella\n2 records, \d+ ms\n/);
    run.type("SELECT COUNT() FROM Account; SELECT Name FROM Account WHERE Name = ';';\r");
    await run.written(/count\n─────\n {4}2\n1 record, \d+ ms\n\n0 records, \d+ ms\n/);
    run.type(CTRL_D);
    expect(await run.done).toBe(0);
    expect(run.errors).toBe('');
  });

  it('goes on after an error', async () => {
    const run = await start();
    run.type('SELECT Nmae FROM Account;\r');
    await run.written("No such column 'Nmae' on entity 'Account'.");
    run.type('FIND {Umbrella} RETURNING Account(Name);\r');
    await run.written('Account\nName\n────────\nUmbrella\n1 record');
  });

  it('completes by where the cursor is', async () => {
    const run = await start();
    run.type('SELECT Id FROM Account WHERE rat');
    run.type('\t');
    await run.written('WHERE Rating');
    run.type(" = 'h");
    run.type('\t');
    await run.written("Rating = 'Hot'");
    run.type(';\r');
    await run.written('1 record');
    run.type('SELECT Name\r');
    await run.written('   -> ');
    run.type('FROM Account LI');
    run.type('\t');
    await run.written('FROM Account LIMIT');
    run.type(' 1;\r');
    await run.written(/Acme\n1 record/);
  });

  it('has commands of its own', async () => {
    const run = await start();
    run.type('.format csv\r.limit 1\rSELECT Name FROM Account ORDER BY Name;\r');
    await run.written('"Name"\n"Acme"\n1 record');
    run.type('.format\r');
    await run.written('\ncsv\n');
    run.type('.format table\r.limit off\r.limit\r.allrows on\r.allrows\r.children\r');
    await run.written('off\n');
    run.type('.describe account\r');
    await run.written('Account: Account, Accounts');
    await run.written(/\nOwnerId +Owner ID +reference → User/);
    await run.written(/Parents\n\nParent +Field +Object\n/);
    await run.written(/\nOwner +OwnerId +User\n/);
    run.type('.objects opportunitylineitem\r');
    await run.written(/OpportunityLineItem +Opportunity Product\n/);
    run.type('.objects nothing like it\r');
    await run.written("No object has 'nothing like it' in its name.");
    run.type('.explain SELECT Id FROM Account;\r');
    await run.written(/TableScan +Account/);
    run.type('.help\r');
    await run.written('.describe <object>');
    run.type('.quit\r');
    expect(await run.done).toBe(0);
  });

  it.each([
    ['.descibe Account', 'There is no command .descibe; did you mean .describe?'],
    ['.x', 'There is no command .x; .help lists those there are'],
    ['.describe', 'Name an object: .describe Account'],
    ['.describe Acount', "'Acount' (did you mean Account?)"],
    ['.format xml', "There is no format 'xml': choose table, vertical, csv, json, jsonl."],
    ['.limit 0', "It is a whole number from 1, not '0'."],
    ['.children maybe', "It is on or off, not 'maybe'."],
  ])('says what is wrong with %s', async (line, message) => {
    const run = await start();
    run.type(`${line}\r`);
    await run.written(message);
    expect(run.errors).toContain(message);
  });

  it('remembers statements, each in one line', async () => {
    const first = await start();
    first.type('SELECT Name\rFROM Account\rLIMIT 1;\r');
    await first.written('1 record');
    first.type('.quit\r');
    await first.done;
    const second = await start();
    second.type(UP);
    second.type(UP);
    await second.written('soql> SELECT Name FROM Account LIMIT 1;');
    second.type('\r');
    await second.written('1 record');
  });

  it('remembers nothing where it is told so', async () => {
    const run = await start('--no-history');
    run.type('SELECT Name FROM Account;\r');
    await run.written('2 records');
    run.type(UP);
    await run.written('soql> SELECT Name FROM Account;');
    await run.stop();
    expect(await readdir(folder)).not.toContain('.nestjs-salesforce');
  });

  it('goes on where nothing can be remembered', async () => {
    await writeFile(join(folder, '.nestjs-salesforce'), 'in the way');
    const run = await start();
    run.type('SELECT Name FROM Account;\r');
    await run.written('2 records');
    expect(run.errors).toMatch(/^It is not remembered: E/);
  });

  it('drops what is being written at Ctrl-C', async () => {
    const run = await start();
    run.type('SELECT Nonsense\r');
    await run.written('   -> ');
    run.type('and more');
    run.type(CTRL_C);
    run.type('SELECT Name FROM Account LIMIT 1;\r');
    await run.written('1 record');
    expect(run.errors).toBe('');
  });

  it('ends when the program is stopped', async () => {
    const run = await start();
    run.type('SELECT Na');
    expect(await run.stop()).toBe(0);
    expect(run.errors).toBe('');
  });

  describe('while a statement runs', () => {
    it('ends it at Ctrl-C with what follows in its line, and runs the next line', async () => {
      const asked: string[] = [];
      const { input, errors, done } = promptOver({
        query: async (soql, _, signal) => {
          asked.push(soql);
          if (asked.length > 1) return 0;
          queueMicrotask(() => input.write(CTRL_C));
          return new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          });
        },
      });
      input.write('SELECT Id FROM Slow; SELECT Id FROM Dropped;\rSELECT Id FROM Fast;\r.quit\r');
      await done;
      expect(asked).toEqual(['SELECT Id FROM Slow', 'SELECT Id FROM Fast']);
      expect(errors).toEqual(['Ended before it was done.']);
    });

    it('finishes it when the input ends', async () => {
      let finished = false;
      const { input, done } = promptOver({
        query: async () => {
          input.end();
          await new Promise((resolve) => input.once('close', resolve));
          finished = true;
          return 0;
        },
      });
      input.write('SELECT Id FROM Account;\r');
      await done;
      expect(finished).toBe(true);
    });
  });
});
