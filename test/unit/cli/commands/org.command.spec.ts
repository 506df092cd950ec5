import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Agent, request } from 'undici';
import { CliRun } from '../../../support/cli-run.js';

/** A run of the command, as long as it serves. */
class Run extends CliRun {
  constructor(args: readonly string[], env: Record<string, string> = {}) {
    super(args, { env });
  }

  /** The URL once the org listens; rejects when the program ended instead. */
  async url(): Promise<string> {
    await this.written(LISTENING);
    return LISTENING.exec(this.output)![1]!;
  }
}

const LISTENING = /listening on (\S+),/;

async function login(url: string, username: string, password: string): Promise<number> {
  const fields = { grant_type: 'password', client_id: 'any', client_secret: 'any', username, password };
  const response = await fetch(`${url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  await response.text();
  return response.status;
}

describe('org command', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'org-command-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('serves until it is stopped, and ends well', async () => {
    const run = new Run(['org', '--port', '0', '--user', 'ada@example.com', '--password', 'pass word']);
    const url = await run.url();
    expect(await login(url, 'ada@example.com', 'pass word')).toBe(200);
    expect(await login(url, 'ada@example.com', 'wrong')).toBe(400);
    expect(await run.stop()).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
    expect(run.errors).toBe('');
  });

  it('says how to connect, and never shows a password that was given', async () => {
    const run = new Run(['org', '--port', '0', '--password', 'hunter2']);
    const url = await run.url();
    await run.stop();
    const shown = run.output;
    expect(shown).toContain(`Embedded org listening on ${url}, its records in memory`);
    expect(shown).toContain(`export SALESFORCE_LOGIN_URL='${url}'`);
    expect(shown).toContain(`sf org login access-token --instance-url ${url} --alias embedded --no-prompt`);
    expect(shown).toContain(
      `new jsforce.Connection({ instanceUrl: '${url}', accessToken: process.env.SF_ACCESS_TOKEN })`,
    );
    expect(shown).toContain(`'salesforce': {'ENGINE': 'salesforce.backend', 'HOST': '${url}'`);
    expect(shown).not.toContain('hunter2');
  });

  it('says how to connect in JSON, with the password that it made', async () => {
    const run = new CliRun(['org', '--port', '0', '--json']);
    await run.written(/\n}\n$/m);
    const { url, password, ...rest } = run.json<Record<string, string>>();
    expect(rest).toEqual({ database: ':memory:', username: 'admin@example.com' });
    expect(await login(url ?? '', 'admin@example.com', password ?? '')).toBe(200);
    expect(await run.stop()).toBe(0);
    const given = new CliRun(['org', '--port', '0', '--json', '--password', 'hunter2']);
    await given.written(/\n}\n$/m);
    await given.stop();
    expect(given.output).not.toContain('hunter2');
  });

  it('takes the password from the environment', async () => {
    const run = new Run(['org', '--port', '0'], { NESTJS_SALESFORCE_PASSWORD: 'hunter2' });
    expect(await login(await run.url(), 'admin@example.com', 'hunter2')).toBe(200);
    await run.stop();
    expect(run.output).not.toContain('hunter2');
  });

  it('makes a password where none is given, and shows it once', async () => {
    const run = new Run(['org', '--port', '0']);
    const url = await run.url();
    const [, password = ''] = /NESTJS_SALESFORCE_PASSWORD='([^']{16})'/.exec(run.output) ?? [];
    expect(await login(url, 'admin@example.com', password)).toBe(200);
    await run.stop();
    expect(run.output.split(password)).toHaveLength(2);
  });

  it('loads a seed into a database and finds both again', async () => {
    const [db, seed] = [join(folder, 'org.sqlite'), join(folder, 'seed.json')];
    await writeFile(seed, JSON.stringify({ records: [{ attributes: { type: 'Account' }, Name: 'Acme' }] }));
    const args = ['org', '--port', '0', '--db', db, '--seed', seed, '--password', 'x'];
    for (const user of [['--user', 'ada@example.com'], []]) {
      const run = new Run([...args, ...user]);
      const url = await run.url();
      expect(run.output).toContain(`its records in ${db}`);
      expect(await login(url, 'ada@example.com', 'x')).toBe(200);
      expect(await run.stop()).toBe(0);
    }
  });

  it('serves over HTTPS, and says where its certificate is, as long as it serves', async () => {
    const run = new Run(['org', '--port', '0', '--https', '--password', 'x']);
    const url = await run.url();
    expect(url).toMatch(/^https:/);
    const [, path = ''] = /NODE_EXTRA_CA_CERTS='([^']+)'/.exec(run.output) ?? [];
    const ca = await readFile(path, 'utf8');
    expect(ca).toMatch(/^-----BEGIN CERTIFICATE-----/);
    const agent = new Agent({ connect: { ca } });
    const { statusCode, body } = await request(`${url}/services/data`, { dispatcher: agent });
    await body.dump();
    expect(statusCode).toBe(200);
    await agent.close();
    await run.stop();
    await expect(readFile(path)).rejects.toThrow('ENOENT');
  });

  it('lets go wrong what it is told to', async () => {
    const run = new Run([
      'org',
      '--port=0',
      '--password=x',
      '--latency=1',
      '--fault=POST /services/oauth2/token: 503 SERVER_UNAVAILABLE x1',
      '--fault=GET /**: drop',
    ]);
    const url = await run.url();
    expect(await login(url, 'admin@example.com', 'x')).toBe(503);
    expect(await login(url, 'admin@example.com', 'x')).toBe(200);
    await expect(fetch(`${url}/services/data`)).rejects.toThrow('fetch failed');
    expect(await run.stop()).toBe(0);
  });

  it.each([
    ['--latency', 'soon', 'It must be a number of milliseconds.'],
    ['--fault', 'explode', "'explode' is no fault: write one as 'GET /query/*: drop'"],
  ])('refuses %s %s', async (option, value, reason) => {
    const run = new Run(['org', option, value]);
    expect(await run.done).toBe(2);
    expect(run.errors).toContain(reason);
  });

  it('says that the port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const port = String((taken.address() as AddressInfo).port);
    const run = new Run(['org', '--port', port]);
    expect(await run.done).toBe(1);
    expect(run.errors).toBe(`Port ${port} of 127.0.0.1 is in use; choose another one with --port.\n`);
    await new Promise((resolve) => taken.close(resolve));
  });

  it.each(['70000', '-1', 'http', '1.5', ''])('says that %j is no port', async (port) => {
    const run = new Run(['org', `--port=${port}`]);
    expect(await run.done).toBe(2);
    expect(run.errors).toBe(
      `error: option '--port <number>' argument '${port}' is invalid. It must be a number from 0 to 65535.\n`,
    );
  });

  it('says that a seed cannot be read, in one line', async () => {
    const run = new Run(['org', '--port', '0', '--seed', join(folder, 'missing.json')]);
    expect(await run.done).toBe(1);
    expect(run.errors).toMatch(/^The seed .*missing\.json cannot be read: ENOENT[^\n]*\n$/);
  });

  it('says which record of a seed is wrong', async () => {
    const seed = join(folder, 'seed.json');
    await writeFile(seed, JSON.stringify({ records: [{ attributes: { type: 'Account' } }] }));
    const run = new Run(['org', '--port', '0', '--seed', seed]);
    expect(await run.done).toBe(1);
    expect(run.errors).toBe(
      `The seed's Account (${seed}: records[0]) was refused: REQUIRED_FIELD_MISSING: Required fields are missing: [Name]\n`,
    );
  });
});
