import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FailedRows } from '../../../../../lib/cli/data/import/failed-rows.js';

describe('FailedRows', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'failed-rows-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('puts the error beside the row, in the place of an older one', async () => {
    const failed = new FailedRows(folder, 'Account', ['sf__Error', 'Name', 'Rate']);
    await failed.add({ number: 1, cells: ['old', 'a "b"', null] }, 'NO: because');
    await failed.add({ number: 2, cells: ['old', undefined, '1'] }, 'NO');
    expect(await readdir(folder)).not.toContain('Account.failed.csv');
    await failed.close();
    expect(failed.count).toBe(2);
    expect(await readFile(failed.path, 'utf8')).toBe(
      '"sf__Error","Name","Rate"\n"NO: because","a ""b""","#N/A"\n"NO","","1"\n',
    );
    expect(await readdir(folder)).toEqual(['Account.failed.csv']);
  });

  it('takes the file of an earlier run away, where none failed', async () => {
    await writeFile(join(folder, 'Account.failed.csv'), 'old');
    await new FailedRows(folder, 'Account', ['Name']).close();
    expect(await readdir(folder)).toEqual([]);
  });

  describe('of an import that was not finished', () => {
    it('leaves the file of an earlier run, where none has failed yet', async () => {
      await writeFile(join(folder, 'Account.failed.csv'), 'old');
      await new FailedRows(folder, 'Account', ['Name']).closeUnfinished(join(folder, 'Account.csv'));
      expect(await readFile(join(folder, 'Account.failed.csv'), 'utf8')).toBe('old');
    });

    it('takes its place otherwise', async () => {
      const failed = new FailedRows(folder, 'Account', ['Name']);
      await failed.add({ number: 1, cells: ['a'] }, 'NO');
      await failed.closeUnfinished(join(folder, 'Account.csv'));
      expect(await readFile(failed.path, 'utf8')).toBe('"sf__Error","Name"\n"NO","a"\n');
    });

    it('leaves the file that is imported, for it has rows that were not tried', async () => {
      const failed = new FailedRows(folder, 'Account', ['Name']);
      await writeFile(failed.path, 'Name\na\nb\n');
      await failed.add({ number: 1, cells: ['a'] }, 'NO');
      await failed.closeUnfinished(failed.path);
      expect(await readFile(failed.path, 'utf8')).toBe('Name\na\nb\n');
      expect(await readdir(folder)).toEqual(['Account.failed.csv']);
    });
  });
});
