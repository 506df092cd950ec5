import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { salesforceCliOrg } from '../../../../lib/cli/target/salesforce-cli.js';

const DISPLAYED = {
  id: '00D000000000001EAA',
  apiVersion: '67.0',
  instanceUrl: 'https://acme.my.salesforce.com',
  username: 'ada@example.com',
  connectedStatus: 'Connected',
};
const TOKEN = '00D000000000001!AQ8AQBvjAlvf';
const REDACTED = "[REDACTED] Use 'sf org auth show-access-token' to view";

/** A program called `sf` in a folder of its own, which answers each command line with what it was told to. */
describe('salesforceCliOrg', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'salesforce-cli-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function install(answers: Readonly<Record<string, object | string>>): Promise<void> {
    const texts = Object.entries(answers).map(([args, answer]) => [
      args,
      typeof answer === 'string' ? answer : JSON.stringify(answer),
    ]);
    const path = join(folder, 'sf');
    await writeFile(
      path,
      `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const args = process.argv.slice(2).join(' ');
appendFileSync(${JSON.stringify(join(folder, 'asked'))}, args + ' NO_COLOR=' + process.env.NO_COLOR + '\\n');
const answer = ${JSON.stringify(Object.fromEntries(texts))}[args] ?? '{"status":127}';
process.stdout.write(answer);
process.exitCode = answer.startsWith('{"status":0') ? 0 : 1;
`,
    );
    await chmod(path, 0o755);
  }

  const ask = (alias?: string, path = `${folder}${delimiter}${dirname(process.execPath)}`) =>
    salesforceCliOrg(alias, { env: { PATH: path }, cwd: folder, stopped: new AbortController().signal });

  it('takes the session that the CLI shows', async () => {
    await install({
      'org display --target-org staging --json': {
        status: 0,
        result: { ...DISPLAYED, accessToken: TOKEN },
        warnings: [],
      },
    });
    expect(await ask('staging')).toEqual({
      accessToken: TOKEN,
      instanceUrl: 'https://acme.my.salesforce.com',
      organization: '00D000000000001EAA',
      username: 'ada@example.com',
    });
    expect(await readFile(join(folder, 'asked'), 'utf8')).toBe(
      'org display --target-org staging --json NO_COLOR=1\n',
    );
  });

  it.each([[{ ...DISPLAYED, accessToken: REDACTED }], [DISPLAYED]])(
    'asks for the token by itself where the CLI does not show it with the org',
    async (result) => {
      await install({
        'org display --json': { status: 0, result },
        'org auth show-access-token --no-prompt --json': { status: 0, result: { accessToken: TOKEN } },
      });
      expect((await ask()).accessToken).toBe(TOKEN);
    },
  );

  it('says what the CLI says', async () => {
    await install({
      'org display --target-org stagin --json': {
        status: 1,
        name: 'NamedOrgNotFoundError',
        message:
          'Parsing --target-org \n\tNo authorization information found for stagin.\nSee more help with --help',
      },
    });
    await expect(ask('stagin')).rejects.toThrow(
      "The Salesforce CLI could not run 'sf org display --target-org stagin --json': No authorization information found for stagin.",
    );
  });

  it('says that the CLI answers with something else', async () => {
    await install({ 'org display --json': 'Warning: update available\n' });
    await expect(ask()).rejects.toThrow('it answered with something else than JSON.');
  });

  it('says that it shows no token', async () => {
    await install({
      'org display --json': { status: 0, result: DISPLAYED },
      'org auth show-access-token --no-prompt --json': { status: 0, result: { accessToken: REDACTED } },
    });
    await expect(ask()).rejects.toThrow('The Salesforce CLI shows no access token for this org.');
  });

  it('says that there is none', async () => {
    await expect(ask('staging', join(folder, 'empty'))).rejects.toThrow("there is no 'sf' on the PATH");
  });

  it.each(['a b', 'x;rm', '$(x)', '"', ''])('does not take %j for an alias', async (alias) => {
    await expect(ask(alias)).rejects.toThrow(`'${alias}' is no alias and no username of the Salesforce CLI.`);
  });
});
