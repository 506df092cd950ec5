import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrgSchema } from '../../../../lib/schema/snapshot/org-schema.js';
import { SnapshotWriter } from '../../../../lib/schema/snapshot/snapshot-writer.js';
import { describedBoat } from '../../../fixtures/described-object.js';

const named = (name: string) => ({ ...describedBoat(), name });

describe('readOrgSchema', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'org-schema-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = (name: string, value: unknown) => writeFile(join(folder, name), JSON.stringify(value));

  it('reads the objects and records of a snapshot', async () => {
    const path = join(folder, 'org.gz');
    const writer = await SnapshotWriter.create(path, {
      createdAt: '2026-01-02T03:04:05Z',
      apiVersion: '67.0',
    });
    await writer.describe(describedBoat());
    await writer.records({ sobject: 'Boat__c', fields: ['Name'], rows: [['B-1']] });
    await writer.close();
    const { definitions, records } = await readOrgSchema(path);
    expect(definitions.map(({ name, keyPrefix }) => [name, keyPrefix])).toEqual([['Boat__c', 'a0B']]);
    expect(records).toEqual([{ sobject: 'Boat__c', fields: ['Name'], rows: [['B-1']] }]);
  });

  it('reads plain describes, lists of them, and what the Salesforce CLI prints, from a folder', async () => {
    await put('a.json', named('Boat__c'));
    await put('b.json', { status: 0, result: named('Berth__c'), warnings: [] });
    await mkdir(join(folder, 'more'));
    await put('more/c.json', [named('Crew__c'), named('Dock__c')]);
    const { definitions } = await readOrgSchema(folder);
    expect(definitions.map(({ name }) => name)).toEqual(['Boat__c', 'Berth__c', 'Crew__c', 'Dock__c']);
  });

  it('lets the last path that describes an object have the last word', async () => {
    await put('a.json', { ...describedBoat(), label: 'Boat' });
    await put('b.json', { ...describedBoat(), label: 'Vessel' });
    const { definitions } = await readOrgSchema([join(folder, 'a.json'), join(folder, 'b.json')]);
    expect(definitions.map(({ label }) => label)).toEqual(['Vessel']);
  });

  it('has nothing of no paths', async () => {
    expect(await readOrgSchema([])).toEqual({ definitions: [], records: [] });
  });

  it.each<[string, unknown, string]>([
    ['something else', { sobjects: [] }, 'it holds no describe.'],
    ['fields without a type', { name: 'Boat__c', fields: [{ name: 'Id' }] }, 'it holds no describe.'],
    ['a list with something else', [describedBoat(), 7], 'it holds no describe at [1].'],
  ])('refuses a file with %s', async (_, value, reason) => {
    await put('a.json', value);
    const path = join(folder, 'a.json');
    await expect(readOrgSchema(path)).rejects.toThrow(`The describes of ${path} cannot be read: ${reason}`);
  });

  it('refuses what is no JSON, not there, or empty', async () => {
    const path = join(folder, 'a.json');
    await expect(readOrgSchema(path)).rejects.toThrow(
      `The describes of ${path} cannot be read: no such file or directory (ENOENT).`,
    );
    await expect(readOrgSchema(folder)).rejects.toThrow('the folder has no .json file.');
    await writeFile(path, '{');
    await expect(readOrgSchema(path)).rejects.toThrow(`The describes of ${path} cannot be read: `);
  });
});
