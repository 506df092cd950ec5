import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import { parseFaultRule } from '../../lib/embedded/testing/fault-notation.js';
import { CliRun } from '../support/cli-run.js';

const ACCOUNT = `
import { Field, Id, SObject } from 'nestjs-salesforce';
export class Account {}
Id()(Account.prototype, 'id');
Field({ type: 'string' })(Account.prototype, 'name');
SObject()(Account);
`;

const LOADER = fileURLToPath(new URL('../support/typescript-loader.mjs', import.meta.url));
const MAIN = fileURLToPath(new URL('../../lib/cli/main.ts', import.meta.url));

/** Every command that talks to an org, writing whatever it can. @param object what it is to be about */
const COMMANDS: Readonly<Record<string, (org: string, object?: string) => readonly string[]>> = {
  check: (org) => ['check', '--entities', 'entities/*.mjs', '-o', org],
  describe: (org, object = 'Account') => ['describe', object, '-o', org],
  diff: (org, object = 'Account') => ['diff', org, 'whole.snapshot.gz', object],
  erd: (org, object = 'Account') => ['erd', object, '--out', 'erd.mmd', '-o', org],
  export: (org, object = 'Account') => ['export', 'exported', '--objects', object, '-o', org],
  import: (org) => ['import', 'records', '-o', org],
  inspect: (org, object = 'Account') => ['inspect', object, '--out', 'generated', '-o', org],
  query: (org, object = 'Account') => ['query', `SELECT Id FROM ${object}`, '--out', 'rows.csv', '-o', org],
  snapshot: (org, object = 'Account') => ['snapshot', 'new.snapshot.gz', object, '-o', org],
};
type Described = Record<string, unknown> & { readonly fields: readonly { readonly name: string }[] };

const NAMES = Object.keys(COMMANDS);

describe('command line', () => {
  let folder: string;
  let before: readonly string[];
  let org: EmbeddedOrg;
  let url: string;
  let stopListening: () => Promise<void>;

  const files = async (): Promise<readonly string[]> => (await readdir(folder, { recursive: true })).sort();
  const write = async (name: string, content: string | Buffer) => writeFile(join(folder, name), content);
  const run = (name: string, target: string, ...more: readonly string[]) =>
    CliRun.of([...(COMMANDS[name]?.(target) ?? []), '--no-cache', ...more], { cwd: folder });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'command-line-'));
    await mkdir(join(folder, 'entities'));
    await mkdir(join(folder, 'records'));
    await mkdir(join(folder, 'empty'));
    await write('entities/account.mjs', ACCOUNT);
    await write('records/Account.csv', 'Name\nAcme\n');
    org = await EmbeddedOrg.create({ seed: { Account: [{ Name: 'Acme' }] } });
    const server = await org.listen();
    ({ url } = server);
    stopListening = () => server.close();
    await write('live.json', JSON.stringify({ accessToken: org.accessToken, instanceUrl: url }));
    await CliRun.of(['snapshot', 'whole.snapshot.gz', 'Account', '-o', 'session:live.json', '--no-cache'], {
      cwd: folder,
    });
    const whole = await readFile(join(folder, 'whole.snapshot.gz'));
    const lines = gunzipSync(whole).toString().split('\n');
    await write('cut.snapshot.gz', whole.subarray(0, whole.length / 2));
    await write('open.snapshot.gz', gzipSync(lines.slice(0, 2).join('\n')));
    await write('later.snapshot.gz', gzipSync(lines.join('\n').replace('"version":1', '"version":2')));
    await write('other.gz', gzipSync('something else'));
    await write('plain.gz', 'not compressed');
    await write('garbage.json', '{nope');
    await write('list.json', '[1, 2]');
    await write('text.db', 'this is the text of a letter and no database');
    await write('half.json', '{"accessToken":"00D!hunter2"}');
    await write('dead.json', '{"accessToken":"00D!hunter2","instanceUrl":"http://127.0.0.1:9"}');
    await write('stale.json', JSON.stringify({ accessToken: '00D!hunter2', instanceUrl: url }));
    before = await files();
  });
  afterEach(() => org.faults.clear());
  afterAll(async () => {
    await stopListening();
    await org.close();
    await rm(folder, { recursive: true });
  });

  /** One line on standard error, nothing on the other one, and no file more than before. */
  const expectRefusal = async ({ code, output, errors }: CliRun & { code: number }, reason: RegExp) => {
    expect(errors).toMatch(reason);
    expect(errors.trimEnd().split('\n')).toHaveLength(1);
    expect(errors).not.toContain('hunter2');
    expect([code, output]).toEqual([1, '']);
    expect(await files()).toEqual(before);
  };

  describe.each<[string, RegExp]>([
    ['missing.snapshot.gz', /^There is no file 'missing\.snapshot\.gz'/],
    ['', /^The name of the org is empty: is a variable not set\?/],
    ['cut.snapshot.gz', /cut\.snapshot\.gz cannot be read: it is damaged or was cut off/],
    ['open.snapshot.gz', /open\.snapshot\.gz cannot be read: it is not complete/],
    [
      'later.snapshot.gz',
      /later\.snapshot\.gz cannot be read: it is of version 2, and this release reads version 1/,
    ],
    ['other.gz', /other\.gz cannot be read: line 1 is no JSON/],
    ['plain.gz', /plain\.gz cannot be read: it is not compressed with gzip/],
    ['garbage.json', /garbage\.json cannot be read: /],
    ['list.json', /list\.json cannot be read: it holds no describe/],
    ['empty', /empty cannot be read: the folder has no \.json file/],
    ['embedded:text.db', /text\.db cannot be opened: file is not a database/],
    ['embedded:no/folder.db', /folder\.db cannot be opened/],
    [
      'session:missing.json',
      /^The session of missing\.json cannot be read: no such file or directory \(ENOENT\)/,
    ],
    ['session:half.json', /^The session of half\.json cannot be read/],
    ['session:dead.json', /^Cannot reach http:\/\/127\.0\.0\.1:9: nothing listens there/],
    ['session:stale.json', /INVALID_SESSION_ID|Session expired or invalid/],
    ['sf:nobody', /^The Salesforce CLI cannot be started/],
  ])('with --org %j', (target, reason) => {
    it.each(NAMES)('%s says so in one line, and writes nothing', async (name) => {
      await expectRefusal(await run(name, target), reason);
    });
  });

  it.each(NAMES)('%s says in JSON what is wrong', async (name) => {
    const { code, output, errors } = await run(name, 'missing.snapshot.gz', '--json');
    expect([code, errors]).toEqual([1, '']);
    expect(JSON.parse(output)).toEqual({
      error: {
        name: 'SalesforceConfigurationException',
        code: 'SF_CONFIGURATION',
        message: expect.stringMatching(/^There is no file 'missing\.snapshot\.gz'/),
      },
    });
  });

  describe.each([
    ['fails', '500 UNKNOWN_EXCEPTION', /UNKNOWN_EXCEPTION/],
    ['fails after a call', '500 UNKNOWN_EXCEPTION after 1', /UNKNOWN_EXCEPTION/],
    ['forbids everything', '403 INSUFFICIENT_ACCESS', /INSUFFICIENT_ACCESS/],
    ['hangs up', 'drop', /./],
    ['answers half', 'truncate 20', /./],
  ])('with an org that %s', (_, fault, reason) => {
    it.each(NAMES)(
      '%s says so in one line, leaves nothing half-written, and works the next time',
      async (name) => {
        org.faults.add(parseFaultRule(fault));
        const failed = await run(name, 'session:live.json');
        org.faults.clear();
        // Some commands need one call only.
        if (failed.code !== 0) await expectRefusal(failed, reason);
        else expect(fault).toContain('after');
        const done = await run(name, 'session:live.json');
        expect([done.code, done.errors.includes('rror')]).toEqual([0, false]);
        await clear();
      },
    );
  });

  describe.each(NAMES)('%s', (name) => {
    it('says what it takes', async () => {
      const { code, output, errors } = await CliRun.of([name, '--help']);
      expect([code, errors]).toEqual([0, '']);
      expect(output).toMatch(new RegExp(`^Usage: nestjs-salesforce ${name} `));
      for (const option of ['--config', '--no-cache', '--json', '--help']) expect(output).toContain(option);
      expect(output).not.toMatch(/\(default: (?:false|\[\])\)/);
      expect(output).not.toMatch(/--(?:password|secret|token|private-key|access-token)\b/);
    });

    it.each([[['--no-such-option']], [['--api-version']]])(
      'refuses %j as a wrong command line',
      async (wrong) => {
        const { code, output, errors } = await run(name, 'embedded', ...wrong);
        expect([code, output]).toEqual([2, '']);
        expect(errors).toMatch(/^error: [^\n]+\n$/);
      },
    );

    it('answers programs with one JSON document', async () => {
      const { code, output } = await run(
        name,
        'session:live.json',
        '--json',
        ...(name === 'import' ? ['--dry-run'] : []),
      );
      expect(code).toBe(0);
      expect(JSON.parse(output)).toBeInstanceOf(Object);
      await clear();
    });
  });

  it.each(NAMES.filter((name) => !['check', 'import'].includes(name)))(
    '%s offers the nearest names for an object that is not there',
    async (name) => {
      const { code, output, errors } = await CliRun.of(
        [...(COMMANDS[name]?.('session:live.json', 'Acount') ?? []), '--no-cache'],
        { cwd: folder },
      );
      expect([code, output]).toEqual([1, '']);
      expect(errors).toMatch(/[Dd]id you mean Account\b/);
      expect(await files()).toEqual(before);
    },
  );

  describe('with names that would lead out of the folder', () => {
    it.each(['../../evil', '/tmp/evil', '..', 'a/b', 'C:\\evil', 'nul\u0000', 'Acc\u001B[31mount'])(
      'inspect and export write nothing for %j',
      async (evil) => {
        await describeAs('evil.json', (described) => (described['name'] = evil));
        const inspected = await CliRun.of(['inspect', '--out', 'deep/er/generated', '-o', 'evil.json'], {
          cwd: folder,
        });
        const exported = await CliRun.of(['export', 'deep/er/out', '--objects', '*', '-o', 'evil.json'], {
          cwd: folder,
        });
        await rm(join(folder, 'evil.json'));
        expect([inspected.code, exported.code]).toEqual([1, 1]);
        expect(inspected.errors).toMatch(/ cannot be the name of an object\.\n$/);
        expect(`${inspected.errors}${exported.errors}`).not.toMatch(/\p{Cc}(?<!\n)/u);
        expect(await files()).toEqual(before);
      },
    );
  });

  it.each([
    ['inspect', ['Account', '--out', 'records']],
    ['export', ['records', '--objects', 'Account']],
    ['erd', ['Account', '--out', 'records']],
    ['query', ['SELECT Id FROM Account', '--out', 'records']],
    ['snapshot', ['empty/../records', 'Account']],
  ])('%s leaves a folder alone that is not its own', async (name, args) => {
    const { code, errors } = await CliRun.of([name, ...args, '-o', 'whole.snapshot.gz'], { cwd: folder });
    expect(code).toBe(1);
    expect(errors).toMatch(/records/);
    expect(await files()).toEqual(before);
    expect(await readFile(join(folder, 'records', 'Account.csv'), 'utf8')).toBe('Name\nAcme\n');
  });

  it('inspect keeps what nobody knows yet, and says so', async () => {
    await describeAs('later.json', (described) => {
      described['futuristic'] = { a: 1 };
      const site = described.fields.find(({ name }) => name === 'Site');
      Object.assign(site ?? {}, { type: 'hologram' });
    });
    const { code, errors } = await CliRun.of(['inspect', '--out', 'generated', '-o', 'later.json'], {
      cwd: folder,
    });
    await rm(join(folder, 'later.json'));
    expect(code).toBe(0);
    expect(errors).toMatch(/^Warning: Account\.Site: the type 'hologram' is not known/);
    expect(await readFile(join(folder, 'generated', 'account.entity.ts'), 'utf8')).toMatch(/\bsite\b/);
    await clear();
  });

  describe('as a process', () => {
    it('ends quietly when nobody reads on', async () => {
      const { output, errors, code } = await shell(
        `node --import "$LOADER" "$MAIN" query -o embedded --format jsonl 'SELECT FIELDS(STANDARD) FROM EntityDefinition' | head -n 1`,
      );
      expect(errors).toBe('');
      expect(code).toBe(0);
      expect(output.split('\n')).toHaveLength(2);
    });

    it('ends well when Ctrl-C stops what goes on until then', async () => {
      const child = spawn(process.execPath, ['--import', LOADER, MAIN, 'org', '--port', '0', '--json'], {
        cwd: folder,
        env: { HOME: folder },
      });
      await once(child.stdout, 'data');
      const closed = once(child, 'close');
      child.kill('SIGINT');
      expect(await closed).toEqual([0, null]);
    });

    it('tells by its exit code how it went', async () => {
      const { output, errors } = await shell(
        `node --import "$LOADER" "$MAIN" query -o embedded 'SELECT COUNT() FROM User' --format csv; echo $?
         node --import "$LOADER" "$MAIN" query -o missing.gz 'SELECT COUNT() FROM User' 2>/dev/null; echo $?
         node --import "$LOADER" "$MAIN" query --nonsense 2>/dev/null; echo $?`,
      );
      expect(errors).toBe('');
      expect(output).toBe('"count"\n"1"\n0\n1\n2\n');
    });
  });

  /** Takes away what a command has made. */
  async function clear(): Promise<void> {
    for (const file of (await files()).filter((file) => !before.includes(file))) {
      await rm(join(folder, file), { recursive: true, force: true });
    }
  }

  /** Writes a describe of Account with a difference. */
  async function describeAs(file: string, change: (described: Described) => void): Promise<void> {
    const lines = gunzipSync(await readFile(join(folder, 'whole.snapshot.gz')))
      .toString()
      .split('\n');
    const line = lines.find((line) => line.startsWith('{"describe"')) ?? '';
    const { describe } = JSON.parse(line) as { describe: Described };
    change(describe);
    await write(file, JSON.stringify(describe));
  }

  async function shell(script: string): Promise<{ code: number | null; output: string; errors: string }> {
    const child = spawn('sh', ['-c', script], {
      cwd: folder,
      env: {
        PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
        HOME: folder,
        LOADER,
        MAIN,
      },
    });
    const [output, errors, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number | null]>,
    ]);
    return { code, output, errors };
  }
});
