import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeOutputFile } from '../../../../lib/cli/output/output-file.js';
import { SalesforceConfigurationException } from '../../../../lib/exceptions/salesforce-configuration.exception.js';

describe('writeOutputFile', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'output-file-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('puts what was written in place of the file', async () => {
    const path = join(folder, 'out.csv');
    await writeFile(path, 'old and longer than what is new');
    const result = await writeOutputFile(path, async (sink) => {
      await sink.write('a');
      await sink.write('bc');
      expect(await readFile(path, 'utf8')).toBe('old and longer than what is new');
      return 3;
    });
    expect(result).toBe(3);
    expect(await readFile(path, 'utf8')).toBe('abc');
    expect(await readdir(folder)).toEqual(['out.csv']);
  });

  it('leaves everything as it was when writing fails', async () => {
    const path = join(folder, 'out.csv');
    const failure = new TypeError('half-way');
    const writing = writeOutputFile(path, async (sink) => {
      await sink.write('a');
      throw failure;
    });
    await expect(writing).rejects.toBe(failure);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says which file cannot be', async () => {
    const path = join(folder, 'missing', 'out.csv');
    const writing = writeOutputFile(path, async () => undefined);
    await expect(writing).rejects.toThrow(SalesforceConfigurationException);
    await expect(writing).rejects.toThrow(
      /missing\/out\.csv cannot be written: no such file or directory \(ENOENT\)\.$/,
    );
    await expect(writeOutputFile(folder, async () => undefined)).rejects.toThrow(
      `${folder} cannot be written: it is a folder`,
    );
  });
});
