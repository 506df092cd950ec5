import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ProcessContext } from '../../../../lib/cli/command-context.interface.js';
import { openTarget } from '../../../../lib/cli/target/open-target.js';
import type { Target, TargetOptions } from '../../../../lib/cli/target/target.interface.js';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { SnapshotWriter } from '../../../../lib/schema/snapshot/snapshot-writer.js';
import { describedBoat } from '../../../fixtures/described-object.js';

const CREATED = '2026-01-01T00:00:00Z';

async function fieldsOf({ schema }: Target, name: string): Promise<readonly string[]> {
  const fields: string[] = [];
  for await (const definition of schema.describe([name]))
    fields.push(...definition.fields.map((f) => f.name));
  return fields;
}

describe('openTarget', () => {
  let folder: string;
  const open: Target[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'open-target-'));
    await writeFile(join(folder, 'package.json'), '{}');
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((target) => target.close()));
    await rm(folder, { recursive: true });
  });

  const context = (env: Readonly<Record<string, string>> = {}): ProcessContext => ({
    out: () => undefined,
    error: () => undefined,
    write: async () => undefined,
    writeError: () => undefined,
    env,
    cwd: folder,
    home: folder,
    input: new PassThrough(),
    terminal: false,
    stopped: new AbortController().signal,
  });

  async function target(notation?: string, options: TargetOptions = {}, env = {}): Promise<Target> {
    const opened = await openTarget(notation, options, context(env));
    open.push(opened);
    return opened;
  }

  const config = (orgs: object) =>
    writeFile(join(folder, 'nestjs-salesforce.config.json'), JSON.stringify({ orgs }));

  const kept = () => readdir(join(folder, 'node_modules/.cache/nestjs-salesforce'), { recursive: true });

  async function snapshot(name: string): Promise<void> {
    const writer = await SnapshotWriter.create(join(folder, name), {
      createdAt: CREATED,
      apiVersion: '67.0',
    });
    await writer.describe(describedBoat());
    await writer.records({
      sobject: 'Boat__c',
      fields: ['Id', 'Name'],
      rows: [['a0B000000000001EAA', 'B-1']],
    });
    await writer.close();
  }

  describe('an embedded org', () => {
    it('is a new one', async () => {
      const opened = await target('embedded');
      expect([opened.label, opened.keeps]).toEqual(['an embedded org', false]);
      expect(await fieldsOf(opened, 'account')).toEqual(expect.arrayContaining(['Id', 'Name', 'Industry']));
      const connection = await opened.connect();
      expect(await opened.connect()).toBe(connection);
      expect(await connection.query('SELECT Id FROM Account')).toEqual([]);
    });

    it('is that of a database file', async () => {
      const org = await EmbeddedOrg.create({ database: join(folder, 'dev.db') });
      org.seed({ Account: [{ Name: 'Acme' }] });
      await org.close();
      const opened = await target('embedded:dev.db');
      expect(opened.label).toBe('the embedded org of dev.db');
      const connection = await opened.connect();
      expect(await connection.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
    });
  });

  describe('files', () => {
    it('are a snapshot: its schema is read, and an embedded org is made of it for the rest', async () => {
      await snapshot('boats.gz');
      const opened = await target('boats.gz');
      expect(opened.label).toBe('boats.gz');
      expect((await opened.schema.list()).map(({ name }) => name)).toEqual(['Boat__c']);
      expect(opened.schema.calls).toBe(0);
      const connection = await opened.connect();
      expect(await connection.query('SELECT Name FROM Boat__c')).toMatchObject([{ Name: 'B-1' }]);
      const describes = await opened.describes();
      for await (const { name } of describes.describe(['Boat__c'])) expect(name).toBe('Boat__c');
    });

    it('are describes', async () => {
      await writeFile(join(folder, 'Boat__c.json'), JSON.stringify(describedBoat()));
      expect((await (await target('Boat__c.json')).schema.list()).map(({ name }) => name)).toEqual([
        'Boat__c',
      ]);
    });

    it('that are no snapshot are refused when they are read', async () => {
      await writeFile(join(folder, 'broken.gz'), 'x');
      const opened = await target('broken.gz');
      await expect(opened.schema.list()).rejects.toThrow(
        'broken.gz cannot be read: it is not compressed with gzip',
      );
      await expect(opened.connect()).rejects.toThrow('it is not compressed with gzip');
    });
  });

  describe('an org over HTTP', () => {
    let org: EmbeddedOrg;
    let url: string;

    beforeEach(async () => {
      org = await EmbeddedOrg.create({
        clock: () => new Date(CREATED),
        apps: [{ clientId: 'app', clientSecret: 'hush' }],
      });
      ({ url } = await org.listen());
      org.requests.clear();
    });
    afterEach(() => org.close());

    const session = () =>
      writeFile(
        join(folder, 'session.json'),
        JSON.stringify({ status: 0, result: { accessToken: org.accessToken, instanceUrl: url } }),
      );

    it('is reached by a saved session, and what it describes is kept for the next run', async () => {
      await session();
      const first = await target('session:session.json');
      expect([first.label, first.keeps]).toEqual([url, true]);
      await fieldsOf(first, 'Account');
      const second = await target('session:session.json');
      expect(await fieldsOf(second, 'Account')).toContain('Industry');
      expect(org.requests.lines).toEqual([
        'GET /sobjects 200',
        'GET /sobjects/Account/describe 200',
        'GET /sobjects 304',
      ]);
      expect(await kept()).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^00D\w{15}[\\/]session-[\w-]{16}-v67\.0[\\/]object\.Account\.json\.gz$/),
        ]),
      );
      expect((await kept()).join()).not.toContain(org.accessToken.slice(16));
    });

    it('keeps nothing when that is not wanted', async () => {
      await session();
      const opened = await target('session:session.json', { cache: false });
      await fieldsOf(opened, 'Account');
      expect(opened.keeps).toBe(false);
      await expect(kept()).rejects.toThrow('ENOENT');
    });

    it('is signed in to by the environment, which keeps what that user sees', async () => {
      const env = {
        SALESFORCE_LOGIN_URL: url,
        SALESFORCE_CLIENT_ID: 'app',
        SALESFORCE_CLIENT_SECRET: 'hush',
      };
      const opened = await target(undefined, {}, env);
      expect(opened.label).toBe(url);
      await fieldsOf(opened, 'Account');
      expect(await kept()).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^00D\w{15}[\\/]005\w{15}-v67\.0[\\/]objects\.json\.gz$/),
        ]),
      );
    });

    it('is asked in the version that is named', async () => {
      await session();
      const opened = await target('session:session.json', { apiVersion: '60.0' });
      await opened.schema.list();
      expect(org.requests.matching().map(({ apiVersion }) => apiVersion)).toEqual(['60.0']);
    });

    it('is one of the Salesforce CLI', async () => {
      const result = {
        id: org.organizationId,
        accessToken: org.accessToken,
        instanceUrl: url,
        username: 'ada@example.com',
      };
      const answer = JSON.stringify({ status: 0, result });
      await writeFile(
        join(folder, 'sf'),
        `#!${process.execPath}\nprocess.stdout.write(${JSON.stringify(answer)});\n`,
      );
      await chmod(join(folder, 'sf'), 0o755);
      const opened = await target('sf:staging', {}, { PATH: `${folder}:${dirname(process.execPath)}` });
      expect(opened.label).toBe('sf:staging');
      expect(await fieldsOf(opened, 'Account')).toContain('Name');
      // Under the user, not the session: the CLI has another one tomorrow.
      expect((await kept()).filter((path) => path.includes('session-'))).toEqual([]);
    });

    it('is one of the config file, with what the command line says in its place', async () => {
      const auth = { flow: 'client-credentials', clientId: 'other', clientSecret: 'hush' };
      await config({ acme: { loginUrl: 'http://127.0.0.1:9', auth } });
      const opened = await target('acme', { loginUrl: url, clientId: 'app' });
      expect(opened.label).toBe('acme');
      expect((await opened.schema.list()).length).toBeGreaterThan(100);
    });
  });

  describe('the config file', () => {
    it('says what the default is, from its own folder', async () => {
      await snapshot('boats.gz');
      await config({ default: 'boats.gz' });
      expect((await target()).label).toBe('boats.gz');
    });

    it('may name another one of its orgs, or one as what it is', async () => {
      await snapshot('boats.gz');
      await config({ default: 'tests', tests: 'boats.gz', embedded: 'embedded' });
      expect((await target()).label).toBe('boats.gz');
      expect((await target('embedded')).label).toBe('an embedded org');
    });

    it('may name an embedded org with its options', async () => {
      await config({ demo: { embedded: { seed: { Account: [{ Name: 'Acme' }] } } } });
      const connection = await (await target('demo')).connect();
      expect(await connection.query('SELECT Name FROM Account')).toMatchObject([{ Name: 'Acme' }]);
    });
  });

  it.each<[string, string | undefined, TargetOptions, object, string]>([
    [
      'nothing that is named',
      undefined,
      {},
      {},
      'No org is named. Name it by --org: an org of the config file, sf:<alias>',
    ],
    [
      'a file that is not there',
      'boats.gz',
      {},
      {},
      "There is no file 'boats.gz', nor an org of that name in ",
    ],
    ['a name that is nearly one', 'stagin', {}, { staging: 'embedded' }, 'Did you mean staging?'],
    [
      'names that lead in a circle',
      'one',
      {},
      { one: 'two', two: 'one' },
      'lead in a circle: one → two → one.',
    ],
    ['an org of no name', 'tests', {}, { tests: '' }, 'The name of the org is empty: is a variable not set?'],
    [
      'a session of no name',
      'session:',
      {},
      {},
      "A session is named by its file, as session:session.json, or is '-' for standard input.",
    ],
    [
      'another way to sign in',
      'embedded',
      { username: 'ada' },
      {},
      "--username says how to sign in, which 'embedded' says",
    ],
    [
      'a session that is not there',
      'session:none.json',
      {},
      {},
      'The session of none.json cannot be read: no such file or directory (ENOENT).',
    ],
  ])('refuses %s', async (_, notation, options, orgs, reason) => {
    await config(orgs);
    await expect(target(notation, options)).rejects.toThrow(reason);
  });
});
