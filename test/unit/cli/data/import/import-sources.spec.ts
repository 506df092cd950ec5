import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findImportSources } from '../../../../../lib/cli/data/import/import-sources.js';

describe('findImportSources', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-sources-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function having(...files: readonly string[]): Promise<void> {
    for (const file of files) await writeFile(join(folder, file), '');
  }

  async function find(
    paths: readonly string[] = [folder],
    isWanted: (object: string) => boolean = () => true,
  ) {
    const found = await findImportSources(paths, isWanted);
    return { ...found, sources: found.sources.map(({ object, path }) => [object, basename(path)]) };
  }

  it('finds files by the names of their objects, those of failed rows not', async () => {
    await having('Contact.jsonl', 'Account.csv', 'Account.failed.csv', 'notes.txt');
    expect(await find()).toEqual({
      sources: [
        ['Account', 'Account.csv'],
        ['Contact', 'Contact.jsonl'],
      ],
      manifest: undefined,
      folder,
    });
  });

  it('finds the files that are named, those of failed rows, too', async () => {
    await having('Account.csv', 'Account.failed.csv');
    const { sources } = await find([join(folder, 'Account.failed.csv')]);
    expect(sources).toEqual([['Account', 'Account.failed.csv']]);
  });

  it('leaves out objects that are not wanted', async () => {
    await having('Account.csv', 'Contact.csv');
    const { sources } = await find([folder], (object) => object === 'Contact');
    expect(sources).toEqual([['Contact', 'Contact.csv']]);
  });

  it('finds the files of an export that have records, and its manifest beside a file of it', async () => {
    await having('Account.csv', 'Other.csv');
    const manifest = {
      format: 'nestjs-salesforce/export',
      version: 1,
      exportedAt: '',
      apiVersion: '67.0',
      known: {},
      notes: [],
      org: { identity: null, label: 'test' },
      objects: [
        { name: 'Account', label: '', file: 'Account.csv', records: 1, fields: [], references: {} },
        { name: 'Lead', label: '', file: 'Lead.csv', records: 0, fields: [], references: {} },
      ],
    };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    expect(await find()).toEqual({ sources: [['Account', 'Account.csv']], manifest, folder });
    expect((await find([join(folder, 'Other.csv')])).manifest).toEqual(manifest);
  });

  it('refuses two files of one object', async () => {
    await having('Account.csv', 'account.jsonl');
    await expect(find()).rejects.toThrow('are both of account: import one of them.');
  });

  it('refuses files of several folders', async () => {
    await having('Account.csv');
    await expect(find([join(folder, 'Account.csv'), join(folder, 'more', 'Contact.csv')])).rejects.toThrow(
      `Contact.csv is not in ${folder}: import a folder, or files of one folder.`,
    );
  });

  it('says that there is nothing to import', async () => {
    await having('notes.txt');
    await expect(find()).rejects.toThrow(
      `There is nothing to import in ${folder}: no Account.csv or Account.jsonl.`,
    );
    await expect(find([join(folder, 'notes.txt')])).rejects.toThrow('notes.txt is no file of records');
    await expect(find([join(folder, 'nowhere')])).rejects.toThrow(
      'nowhere cannot be read: no such file or directory (ENOENT).',
    );
  });
});
