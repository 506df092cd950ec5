import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describeFolder, ownerFolder } from '../../../../lib/cli/target/describe-folder.js';

describe('describeFolder', () => {
  let root: string;
  let cwd: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'describe-folder-'));
    cwd = join(root, 'project', 'src');
    await mkdir(cwd, { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  const folderOf = (cache?: string | boolean, configured?: string) =>
    describeFolder(
      { cache },
      { config: { cache: configured }, folder: root, path: undefined },
      { cwd, home: join(root, 'home') },
    );

  it('is the one of the project', async () => {
    await writeFile(join(root, 'project', 'package.json'), '{}');
    expect(await folderOf()).toBe(join(root, 'project/node_modules/.cache/nestjs-salesforce'));
    // As commander has it where neither --cache nor --no-cache is given.
    expect(await folderOf(true)).toBe(join(root, 'project/node_modules/.cache/nestjs-salesforce'));
  });

  it('is one of the user where there is no project', async () => {
    expect(await folderOf()).toBe(join(root, 'home/.cache/nestjs-salesforce'));
  });

  it('is the one that the command line names, before that of the config file', async () => {
    expect(await folderOf('kept', 'configured')).toBe(join(cwd, 'kept'));
    expect(await folderOf(undefined, 'configured')).toBe(join(root, 'configured'));
  });

  it('is none when none is wanted', async () => {
    expect(await folderOf(false, 'configured')).toBeUndefined();
  });
});

describe('ownerFolder', () => {
  it('tells org, user and API version apart', () => {
    const owner = { organization: '00D000000000001EAA', user: '005000000000001AAA' };
    expect(ownerFolder(owner, '67.0')).toBe(join('00D000000000001EAA', '005000000000001AAA-v67.0'));
  });

  it.each(['../..', 'ada@example.com', 'a/b', '', '-x'])('makes a safe name of %j', (user) => {
    const folder = ownerFolder({ organization: '00D000000000001EAA', user }, '67.0');
    expect(folder).toMatch(/^00D000000000001EAA[\\/][\w-]{16}-v67\.0$/);
  });
});
