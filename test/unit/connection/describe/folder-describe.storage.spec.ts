import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderDescribeStorage } from '../../../../lib/connection/describe/folder-describe.storage.js';

const ACCOUNT = { since: 'Wed, 06 May 2026 09:49:20 GMT', etag: '"1"', body: { name: 'Account' } };

describe('FolderDescribeStorage', () => {
  let parent: string;
  let folder: string;
  let storage: FolderDescribeStorage;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'describes-'));
    folder = join(parent, 'deep', 'cache');
    storage = new FolderDescribeStorage(folder);
  });
  afterEach(() => rm(parent, { recursive: true }));

  it('keeps a file an object, for the next process', async () => {
    await storage.set('Account', ACCOUNT);
    await storage.set('*', { body: { sobjects: [] } });
    expect((await readdir(folder)).sort()).toEqual(['object.Account.json.gz', 'objects.json.gz']);
    const next = new FolderDescribeStorage(folder);
    expect(await next.get('Account')).toEqual(ACCOUNT);
    expect(await next.get('*')).toEqual({ body: { sobjects: [] } });
    expect(await next.get('Contact')).toBeUndefined();
  });

  it('replaces what it kept', async () => {
    await storage.set('Account', ACCOUNT);
    await storage.set('Account', { ...ACCOUNT, etag: '"2"' });
    expect((await storage.get('Account'))?.etag).toBe('"2"');
    expect(await readdir(folder)).toEqual(['object.Account.json.gz']);
  });

  it.each(['../../escaped', '/etc/passwd', 'a/b', '..', 'C:\\x', 'a\0b', '*x', 'ä'.repeat(200)])(
    'stays in its folder for an object that calls itself %j',
    async (name) => {
      await storage.set(name, { body: { name } });
      expect(await storage.get(name)).toEqual({ body: { name } });
      expect(await readdir(parent)).toEqual(['deep']);
      expect(await readdir(folder)).toEqual([expect.stringMatching(/^object\.[0-9a-f]{64}\.json\.gz$/)]);
    },
  );

  it.each<[string, () => Buffer | string]>([
    ['that is empty', () => ''],
    ['that is no gzip', () => '{}'],
    ['that was cut off', () => gzipSync(JSON.stringify(ACCOUNT)).subarray(0, 40)],
    ['that is no JSON', () => gzipSync('{"body":')],
    ['that has no body', () => gzipSync('{"since":"x"}')],
    ['that is null', () => gzipSync('null')],
  ])('takes a file %s for none', async (_, content) => {
    await storage.set('Account', ACCOUNT);
    await writeFile(join(folder, 'object.Account.json.gz'), content());
    expect(await storage.get('Account')).toBeUndefined();
  });

  it('keeps nothing where it cannot write, and does not fail', async () => {
    await writeFile(join(parent, 'deep'), 'a file in its way');
    await storage.set('Account', ACCOUNT);
    expect(await storage.get('Account')).toBeUndefined();
    expect(await readFile(join(parent, 'deep'), 'utf8')).toBe('a file in its way');
  });
});
