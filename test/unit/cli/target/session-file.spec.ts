import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSessionFile } from '../../../../lib/cli/target/session-file.js';

const ACME = {
  flow: 'session',
  accessToken: '00D000000000001!secret',
  instanceUrl: 'https://acme.my.salesforce.com',
};
const { accessToken, instanceUrl } = ACME;

describe('readSessionFile', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'session-file-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = (path: string, input = '') =>
    readSessionFile(path, { cwd: folder, input: Readable.from([input]) });

  it.each([
    ['the members themselves', { accessToken, instanceUrl }],
    [
      'what the Salesforce CLI prints',
      { status: 0, result: { accessToken, instanceUrl, username: 'ada@example.com' } },
    ],
    [
      'what a token endpoint answers',
      { access_token: accessToken, instance_url: instanceUrl, token_type: 'Bearer' },
    ],
  ])('reads %s', async (_, content) => {
    await writeFile(join(folder, 'session.json'), JSON.stringify(content));
    expect(await read('session.json')).toEqual(ACME);
    expect(await read('-', JSON.stringify(content))).toEqual(ACME);
  });

  it.each([
    ['no JSON', '00D000000000001!secret', 'it is no JSON with an accessToken and an instanceUrl.'],
    ['null', 'null', 'it is no JSON with an accessToken and an instanceUrl.'],
    ['half of it', JSON.stringify({ accessToken }), 'it is no JSON with an accessToken and an instanceUrl.'],
    [
      'a token that was left out',
      JSON.stringify({
        result: { accessToken: "[REDACTED] Use 'sf org auth show-access-token' to view", instanceUrl },
      }),
      "the Salesforce CLI has left the token out: name the org as 'sf:<alias>' instead.",
    ],
  ])('refuses %s, and tells nothing of it', async (_, content, reason) => {
    const refused = await read('-', content).catch((error: Error) => error.message);
    expect(refused).toBe(`The session of standard input cannot be read: ${reason}`);
  });

  it('says that there is no such file', async () => {
    await expect(read('none.json')).rejects.toThrow(
      'The session of none.json cannot be read: no such file or directory (ENOENT).',
    );
  });
});
