import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readTargetFolder } from '../../../../lib/cli/inspect/target-folder.js';

describe('readTargetFolder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'target-folder-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const missing = () => join(folder, 'missing');

  it('takes a folder that is not there, or empty', async () => {
    const nothing = { name: 'out', manifest: undefined, texts: new Map() };
    expect(await readTargetFolder('out', missing(), 'generate')).toEqual({ ...nothing, path: missing() });
    expect(await readTargetFolder('out', folder, 'generate')).toEqual({ ...nothing, path: folder });
  });

  it('reads the code and the manifest of one that was generated', async () => {
    await mkdir(join(folder, 'deep'));
    await writeFile(join(folder, '.nestjs-salesforce.json'), '{}');
    await writeFile(join(folder, 'account.entity.ts'), 'A');
    await writeFile(join(folder, 'deep', 'b.ts'), 'B');
    await writeFile(join(folder, 'notes.md'), 'N');
    expect(await readTargetFolder('out', folder, 'update')).toEqual({
      name: 'out',
      path: folder,
      manifest: '{}',
      texts: new Map([
        ['account.entity.ts', 'A'],
        ['deep/b.ts', 'B'],
      ]),
    });
    await expect(readTargetFolder('out', folder, 'generate')).rejects.toThrow(
      'out holds generated entities already. Update them by --update, or name another folder by --out.',
    );
  });

  it('refuses a folder with something else in it', async () => {
    await writeFile(join(folder, 'main.ts'), '');
    await expect(readTargetFolder('src', folder, 'generate')).rejects.toThrow(
      'src is not empty, and what it holds was not generated. Name another folder by --out; this one is left as it is.',
    );
    await expect(readTargetFolder('src', folder, 'update')).rejects.toThrow(
      'There is nothing to update in src: it has no .nestjs-salesforce.json.',
    );
  });

  it('refuses to update what is not there', async () => {
    await expect(readTargetFolder('src', missing(), 'update')).rejects.toThrow(
      'There is nothing to update in src: it is empty. Leave out --update.',
    );
  });

  it('refuses a file', async () => {
    await writeFile(join(folder, 'main.ts'), '');
    await expect(readTargetFolder('src/main.ts', join(folder, 'main.ts'), 'generate')).rejects.toThrow(
      'src/main.ts is no folder.',
    );
  });
});
