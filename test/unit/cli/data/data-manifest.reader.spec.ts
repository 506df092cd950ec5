import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readManifest } from '../../../../lib/cli/data/data-manifest.reader.js';

const MANIFEST = {
  format: 'nestjs-salesforce/export',
  version: 1,
  exportedAt: '2026-01-31T10:00:00.000Z',
  org: { identity: null, label: 'test' },
  apiVersion: '67.0',
  objects: [
    { name: 'Account', label: 'Account', file: 'Account.csv', records: 0, fields: [], references: {} },
  ],
  known: {},
  notes: [],
};

describe('readManifest', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manifest-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('reads what an export has written', async () => {
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
    expect(await readManifest(folder)).toEqual(MANIFEST);
  });

  it.each<[string, string, string]>([
    ['is cut off', JSON.stringify(MANIFEST).slice(0, 100), 'is no manifest of an export, or is cut off.'],
    ['is of something else', '{"format":"npm"}', 'is no manifest of an export, or is cut off.'],
    [
      'is of another version',
      JSON.stringify({ ...MANIFEST, version: 2 }),
      'is of version 2, and this program reads version 1.',
    ],
    [
      'leads out of its folder',
      JSON.stringify({ ...MANIFEST, objects: [{ ...MANIFEST.objects[0], file: '../Account.csv' }] }),
      'does not say which files there are.',
    ],
    [
      'has no objects',
      JSON.stringify({ ...MANIFEST, objects: undefined }),
      'does not say which files there are.',
    ],
  ])('refuses one that %s', async (_, text, reason) => {
    await writeFile(join(folder, 'manifest.json'), text);
    await expect(readManifest(folder)).rejects.toThrow(`${join(folder, 'manifest.json')} ${reason}`);
  });
});
