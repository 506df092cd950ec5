import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFolder } from '../../../../lib/cli/inspect/write-folder.js';

describe('writeFolder', () => {
  let root: string;
  let folder: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'write-folder-'));
    folder = join(root, 'src', 'salesforce');
  });
  afterEach(() => rm(root, { recursive: true }));

  const names = () => readdir(folder, { recursive: true });
  const text = (name: string) => readFile(join(folder, name), 'utf8');

  it('makes the folder and its files, and leaves nothing else', async () => {
    await writeFolder(
      folder,
      new Map([
        ['a.ts', 'A'],
        ['deep/b.ts', 'B'],
      ]),
    );
    expect((await names()).sort()).toEqual(['a.ts', 'deep', 'deep/b.ts']);
    expect([await text('a.ts'), await text('deep/b.ts')]).toEqual(['A', 'B']);
  });

  it('replaces and takes away', async () => {
    await mkdir(folder, { recursive: true });
    await Promise.all(['a.ts', 'b.ts', 'c.ts'].map((name) => writeFile(join(folder, name), 'old')));
    await writeFolder(
      folder,
      new Map([
        ['a.ts', 'new'],
        ['b.ts', undefined],
        ['missing.ts', undefined],
      ]),
    );
    expect((await names()).sort()).toEqual(['a.ts', 'c.ts']);
    expect([await text('a.ts'), await text('c.ts')]).toEqual(['new', 'old']);
  });

  it('leaves all as it was when one file cannot be written', async () => {
    await mkdir(join(folder, 'b.ts', 'taken'), { recursive: true });
    await writeFile(join(folder, 'a.ts'), 'old');
    // A folder stands where the path of a file leads through a file.
    const texts = new Map([
      ['a.ts', 'new'],
      ['c.ts', undefined],
      ['a.ts/below.ts', 'never'],
    ]);
    await expect(writeFolder(folder, texts)).rejects.toThrow(/cannot be written: .* It is as it was\.$/);
    expect((await names()).sort()).toEqual(['a.ts', 'b.ts', 'b.ts/taken']);
    expect(await text('a.ts')).toBe('old');
  });

  it('takes the folders away that it made for nothing', async () => {
    const texts = new Map([
      ['a.ts', 'A'],
      ['a.ts/below.ts', 'never'],
    ]);
    await expect(writeFolder(folder, texts)).rejects.toThrow('cannot be written');
    expect(await readdir(root)).toEqual([]);
  });

  it('says where it may not write', async () => {
    await writeFile(join(root, 'src'), 'a file');
    await expect(writeFolder(folder, new Map([['a.ts', 'A']]))).rejects.toThrow(
      `The folder ${folder} cannot be written: `,
    );
  });

  it.each(['../out.ts', '/etc/out.ts', 'a/../../out.ts', ''])('refuses the path %j', async (path) => {
    await expect(
      writeFolder(
        folder,
        new Map([
          ['a.ts', 'A'],
          [path, 'X'],
        ]),
      ),
    ).rejects.toThrow(`'${path}' leads out of the folder ${folder}.`);
    expect(await readdir(root)).toEqual([]);
  });
});
