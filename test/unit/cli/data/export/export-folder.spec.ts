import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataManifest } from '../../../../../lib/cli/data/data-manifest.interface.js';
import { ExportFolder } from '../../../../../lib/cli/data/export/export-folder.js';

function manifestOf(...files: readonly string[]): DataManifest {
  return {
    format: 'nestjs-salesforce/export',
    version: 1,
    exportedAt: '2026-01-31T10:00:00.000Z',
    org: { identity: null, label: 'test' },
    apiVersion: '67.0',
    objects: files.map((file) => ({
      name: file.replace('.csv', ''),
      label: '',
      file,
      records: 0,
      fields: [],
      references: {},
    })),
    known: {},
    notes: [],
  };
}

describe('ExportFolder', () => {
  let path: string;

  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'export-folder-'));
  });
  afterEach(() => rm(path, { recursive: true, force: true }));

  async function exported(...files: readonly string[]): Promise<void> {
    const folder = await ExportFolder.open(path);
    for (const file of files) await writeFile(folder.fileAt(file), 'new');
    await folder.commit(manifestOf(...files));
  }

  it('has nothing but the export in the end', async () => {
    await exported('Account.csv');
    expect((await readdir(path)).sort()).toEqual(['Account.csv', 'manifest.json']);
    expect(JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8'))).toEqual(
      manifestOf('Account.csv'),
    );
  });

  it('replaces an earlier export, and leaves alone what is not of it', async () => {
    await exported('Account.csv', 'Contact.csv');
    await writeFile(join(path, 'Contact.failed.csv'), 'mine');
    await exported('Account.csv', 'Lead.csv');
    expect((await readdir(path)).sort()).toEqual([
      'Account.csv',
      'Contact.failed.csv',
      'Lead.csv',
      'manifest.json',
    ]);
  });

  it('is as it was when the export is given up', async () => {
    await exported('Account.csv');
    const folder = await ExportFolder.open(path);
    await writeFile(folder.fileAt('Lead.csv'), 'half');
    await folder.discard();
    expect((await readdir(path)).sort()).toEqual(['Account.csv', 'manifest.json']);
  });

  it('is gone again when it was made for nothing', async () => {
    const folder = await ExportFolder.open(join(path, 'a', 'b'));
    await folder.discard();
    expect(await readdir(path)).toEqual([]);
  });

  it('refuses a folder that holds other things, and a file', async () => {
    await mkdir(join(path, 'full'));
    await writeFile(join(path, 'full', 'thesis.txt'), 'mine');
    await expect(ExportFolder.open(join(path, 'full'))).rejects.toThrow(
      'full is not empty, and holds no export. Export to a new folder',
    );
    await expect(ExportFolder.open(join(path, 'full', 'thesis.txt'))).rejects.toThrow(
      'thesis.txt is no folder.',
    );
    expect(await readdir(join(path, 'full'))).toEqual(['thesis.txt']);
  });
});
