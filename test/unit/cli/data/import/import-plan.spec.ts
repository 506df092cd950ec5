import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { uploadHeader } from '../../../../../lib/cli/data/import/import-column.js';
import { planImport } from '../../../../../lib/cli/data/import/import-plan.js';
import { RecordSource } from '../../../../../lib/cli/data/import/record-source.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';
import { DefinitionSource } from '../../../../../lib/schema/source/definition-source.js';
import { customObject } from '../../../../support/record-engine.js';

const WRITABLE = { createable: true, updateable: true, nillable: true };
const ID: FieldDefinition = { name: 'Id', label: 'Id', type: 'id' };
const NAME: FieldDefinition = {
  name: 'Name',
  label: 'Name',
  type: 'string',
  createable: true,
  updateable: true,
};
const KEY: FieldDefinition = { name: 'Key__c', label: 'Key', type: 'string', externalId: true, ...WRITABLE };

function lookup(
  name: string,
  referenceTo: readonly string[],
  more: Partial<FieldDefinition> = {},
): FieldDefinition {
  const relationshipName = name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, '');
  return { name, label: name, type: 'reference', referenceTo, relationshipName, ...WRITABLE, ...more };
}

function sum(name: string): FieldDefinition {
  return { name, label: name, type: 'double' };
}

const SCHEMA = new DefinitionSource(
  [
    customObject('Parent__c', [ID, NAME, KEY, lookup('Self__c', ['Parent__c']), sum('Sum__c')]),
    customObject('Child__c', [
      ID,
      NAME,
      lookup('Parent__c', ['Parent__c'], { nillable: false, updateable: false }),
      lookup('Any__c', ['Parent__c', 'Other__c']),
      lookup('OwnerId', ['Group', 'User']),
      lookup('RecordTypeId', ['RecordType']),
    ]),
    customObject('Other__c', [ID, KEY]),
    customObject('Total__c', [ID, NAME, ...['A', 'B', 'C', 'D', 'E', 'F'].map(sum)]),
    { ...customObject('Log__c', [ID]), createable: false },
  ],
  'the test',
);

describe('planImport', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-plan-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function plan(files: Readonly<Record<string, string>>, upsert: readonly string[] = []) {
    const sources: RecordSource[] = [];
    for (const [object, header] of Object.entries(files)) {
      const path = join(folder, `${object}.csv`);
      await writeFile(path, `${header}\n`);
      sources.push(new RecordSource({ object, path, format: 'csv' }));
    }
    const { objects, notes } = await planImport(sources, SCHEMA, { upsert });
    return {
      objects: Array.from(objects, ({ name, upsertBy, first, second }) => ({
        name,
        ...(upsertBy && { upsertBy: upsertBy.name }),
        first: first.map(uploadHeader),
        second: second.map(uploadHeader),
      })),
      notes,
    };
  }

  it('loads parents first, and sets what refers to its own object afterwards', async () => {
    expect(await plan({ child__c: 'Id,NAME,Parent__c', Parent__c: 'Id,Name,Self__c' })).toEqual({
      objects: [
        { name: 'Parent__c', first: ['Name'], second: ['Self__c'] },
        { name: 'Child__c', first: ['Name', 'Parent__c'], second: [] },
      ],
      notes: [],
    });
  });

  it('passes over what the org sets itself, and says so', async () => {
    const { objects, notes } = await plan({ Parent__c: 'sf__Error,Name,Sum__c' });
    expect(objects).toEqual([{ name: 'Parent__c', first: ['Name'], second: [] }]);
    expect(notes).toEqual(['Parent__c: Sum__c not written, as the org sets them itself.']);
  });

  it('names only some of many columns that the org sets itself', async () => {
    const { notes } = await plan({ Total__c: 'A,B,Name,C,D,E,F' });
    expect(notes).toEqual([
      'Total__c: A, B, C, D and 2 other columns not written, as the org sets them itself.',
    ]);
  });

  it('finds parents by external ids, of an object that is named where there may be several', async () => {
    const header = 'Name,Parent__r.Key__c,Other__c:Any__r.Key__c,Owner.Username,RecordType.DeveloperName';
    const { objects } = await plan({ Child__c: header });
    expect(objects[0]?.first).toEqual([
      'Name',
      'Parent__r.Key__c',
      'Other__c:Any__r.Key__c',
      'OwnerId',
      'RecordTypeId',
    ]);
  });

  it('loads parents first that are found by external ids, too', async () => {
    const { objects } = await plan({
      Child__c: 'Name,Parent__r.Key__c',
      Parent__c: 'Name,Key__c,Self__r.Key__c',
    });
    expect(objects).toEqual([
      { name: 'Parent__c', first: ['Name', 'Key__c'], second: ['Self__r.Key__c'] },
      { name: 'Child__c', first: ['Name', 'Parent__r.Key__c'], second: [] },
    ]);
  });

  it('upserts on external ids', async () => {
    const { objects } = await plan({ Parent__c: 'Key__c' }, ['parent__c=key__c']);
    expect(objects).toEqual([{ name: 'Parent__c', upsertBy: 'Key__c', first: ['Key__c'], second: [] }]);
  });

  it.each<[string, Record<string, string>, string[], string]>([
    [
      'an object that is not there',
      { Parnet__c: 'Name' },
      [],
      "There is no object 'Parnet__c' (did you mean Parent__c?) in the test",
    ],
    [
      'a field that is not there',
      { Parent__c: 'Nmae' },
      [],
      "Parent__c has no field 'Nmae', or the user may not see it. Did you mean Name?",
    ],
    [
      'a column that is missing',
      { Child__c: 'Name' },
      [],
      'Child__c: its file has no column for Parent__c, which new records need.',
    ],
    [
      'an object that cannot be made',
      { Log__c: 'Id' },
      [],
      'Log__c: records of it cannot be made, or the user may not.',
    ],
    [
      'a parent by what is no external id',
      { Child__c: 'Name,Parent__r.Name' },
      [],
      "Child__c: 'Parent__r.Name' finds no record, as Name is no external id of Parent__c.",
    ],
    [
      'an upsert of nothing',
      { Parent__c: 'Name' },
      ['Child__c=Key__c'],
      "'--upsert Child__c=Key__c': there is no file of Child__c.",
    ],
    [
      'an upsert on what is no external id',
      { Parent__c: 'Name' },
      ['Parent__c=Name'],
      "'--upsert Parent__c=Name': 'Name' is no external id of Parent__c, which has Key__c.",
    ],
    [
      'an upsert without its column',
      { Parent__c: 'Name' },
      ['Parent__c=Key__c'],
      'Parent__c.csv has no column Key__c.',
    ],
  ])('refuses %s', async (_, files, upsert, reason) => {
    await expect(plan(files, upsert)).rejects.toThrow(reason);
  });

  it('tells all that is wrong at once', async () => {
    const refused = plan({ Parent__c: 'Name,A__c', Child__c: 'Name,B__c' });
    await expect(refused).rejects.toThrow(/^Parent__c has no field 'A__c'.*\nChild__c has no field 'B__c'/);
  });
});
