import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportColumn } from '../../../../../lib/cli/data/import/import-column.js';
import type { ImportObject } from '../../../../../lib/cli/data/import/import-plan.js';
import type { KnownRecordsResolver } from '../../../../../lib/cli/data/import/known-records.resolver.js';
import { RecordSource } from '../../../../../lib/cli/data/import/record-source.js';
import { RowCheck } from '../../../../../lib/cli/data/import/row-check.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';

const NAME: FieldDefinition = { name: 'Name', label: 'Name', type: 'string', length: 5, createable: true };
const KEY: FieldDefinition = { ...NAME, name: 'Key__c', nillable: true };
const OWNER: FieldDefinition = {
  ...KEY,
  name: 'OwnerId',
  type: 'reference',
  referenceTo: ['User'],
};
const COLUMNS: readonly ImportColumn[] = [
  { kind: 'id', place: 0, header: 'Id' },
  { kind: 'value', place: 1, header: 'Name', field: NAME },
  { kind: 'value', place: 2, header: 'Key__c', field: KEY },
  { kind: 'reference', place: 3, header: 'OwnerId', field: OWNER },
  { kind: 'known', place: 4, header: 'Boss.Username', field: OWNER, object: 'User', key: 'Username' },
  { kind: 'ignored', place: 5, header: 'Sum__c' },
];

describe('RowCheck', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'row-check-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function check(rows: readonly string[], upsertBy?: FieldDefinition) {
    const path = join(folder, 'Part__c.csv');
    await writeFile(path, `${['Id,Name,Key__c,OwnerId,Boss.Username,Sum__c', ...rows].join('\n')}\n`);
    const wanted: string[] = [];
    const known = {
      want: (...what: string[]) => wanted.push(what.join(' ')),
      wantId: (...what: string[]) => wanted.push(what.join(' ')),
    } as unknown as KnownRecordsResolver;
    const source = new RecordSource({ object: 'Part__c', path, format: 'csv' });
    const result = new RowCheck(known);
    await result.read({ name: 'Part__c', source, columns: COLUMNS, upsertBy } as ImportObject);
    const complaints = result.complaints.map((line) => line.replace(`${path}, `, ''));
    return { complaints, total: result.total, rows: result.rows.get('Part__c'), wanted };
  }

  it('finds nothing wrong, counts rows and notes who is referred to', async () => {
    expect(await check(['a,Acme,,005000000000001,bea@example.com,no number', ',Bolt,,,,'])).toEqual({
      complaints: [],
      total: 0,
      rows: 2,
      wanted: ['User 005000000000001AAA', 'User Username bea@example.com'],
    });
  });

  it('says what is wrong with which row', async () => {
    const { complaints } = await check(['a,,,,,', 'a,Acme,,,,', ',Acmeeee,,,,']);
    expect(complaints).toEqual([
      'row 1: Name is empty, and is needed.',
      'row 2: the id a was there before.',
      'row 3: Name has 7 characters, of 5 at most.',
    ]);
  });

  it('needs of an upsert what records are found by, and nothing else', async () => {
    expect((await check([',,k,,,', ',Acme,,,,'], KEY)).complaints).toEqual([
      'row 2: Key__c is empty, and is needed.',
    ]);
  });

  it('shows twenty complaints, and counts the others', async () => {
    const { complaints, total } = await check(Array.from({ length: 25 }, () => ',,,,,'));
    expect([complaints.length, total]).toEqual([20, 25]);
  });
});
