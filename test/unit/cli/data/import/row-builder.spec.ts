import { describe, expect, it } from '@jest/globals';
import type { WrittenColumn } from '../../../../../lib/cli/data/import/import-column.js';
import type { ImportObject } from '../../../../../lib/cli/data/import/import-plan.js';
import type { KnownRecordsResolver } from '../../../../../lib/cli/data/import/known-records.resolver.js';
import { RowBuilder, type RowBuilderDependencies } from '../../../../../lib/cli/data/import/row-builder.js';
import type { SourceCell } from '../../../../../lib/cli/data/import/record-source.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';

const WRITABLE = { createable: true, updateable: true, nillable: true };

function field(
  name: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition {
  return { name, label: name, type, ...WRITABLE, ...more };
}

const NAME: WrittenColumn = { kind: 'value', place: 0, header: 'Name', field: field('Name', 'string') };
const STAGE: WrittenColumn = { ...NAME, field: field('Stage', 'picklist', { defaultedOnCreate: true }) };

function reference(referenceTo: readonly string[], more: Partial<FieldDefinition> = {}): WrittenColumn {
  return {
    kind: 'reference',
    place: 0,
    header: 'RefId',
    field: field('RefId', 'reference', { referenceTo, ...more }),
  };
}

const OWNER: WrittenColumn = {
  kind: 'known',
  place: 0,
  header: 'Owner.Username',
  field: field('OwnerId', 'reference'),
  object: 'User',
  key: 'Username',
};

const KNOWN = {
  idOf: (_object: string, id: string) => (id === '005000000000001AAA' ? '005new' : undefined),
  find: (_object: string, _key: string, value: string) => (value === 'bea' ? '005bea' : undefined),
  nameOf: (_object: string, id: string) => id,
} as unknown as KnownRecordsResolver;

/** What is written of one cell, and what was said of it. */
function build(
  column: WrittenColumn,
  cell: SourceCell,
  more: Partial<RowBuilderDependencies & ImportObject> = {},
) {
  const leftOut: string[] = [];
  const object = { name: 'Account', upsertBy: more.upsertBy } as ImportObject;
  const ids = new Map<string, string | null>([
    ['Account a', '001new'],
    ['Contact b', null],
  ]);
  const deps: RowBuilderDependencies = {
    idOf: (name, key) => ids.get(`${name} ${key}`),
    known: KNOWN,
    sameOrg: more.sameOrg ?? false,
    leaveOut: (what) => leftOut.push(what),
  };
  return { ...new RowBuilder(object, [column], deps).build({ number: 1, cells: [cell] }), leftOut };
}

describe('RowBuilder', () => {
  it.each<[string, WrittenColumn, SourceCell, SourceCell]>([
    ['a value as it is', NAME, 'Acme', 'Acme'],
    ['nothing of what is not told', NAME, undefined, undefined],
    ['nothing of a null that a new record has anyway', NAME, null, undefined],
    ['a null where the org would put a default', STAGE, null, null],
    ['the id that a record of the import has now', reference(['Contact', 'Account']), 'a', '001new'],
    ['the user in the place of another', reference(['Group', 'User']), '005000000000001AAA', '005new'],
    ['the user of a name', OWNER, 'bea', '005bea'],
  ])('writes %s', (_, column, cell, value) => {
    expect(build(column, cell)).toEqual({ values: [value], leftOut: [] });
  });

  it('writes a null over what may be there', () => {
    expect(build(NAME, null, { upsertBy: field('Key__c', 'string') })).toEqual({
      values: [null],
      leftOut: [],
    });
  });

  it('refuses a row whose parent was refused', () => {
    expect(build(reference(['Contact']), 'b')).toEqual({
      problem: 'RefId: the Contact b was not imported.',
      leftOut: [],
    });
  });

  it('takes other ids as they are in the org they come from', () => {
    expect(build(reference(['Account']), 'x', { sameOrg: true })).toEqual({ values: ['x'], leftOut: [] });
  });

  it('leaves out of another org what is no part of the import', () => {
    expect(build(reference(['Account']), 'x')).toEqual({
      values: [undefined],
      leftOut: ['Account.RefId is left out: it refers to records that are no part of the import'],
    });
    expect(build(reference(['User']), '005000000000002AAA').leftOut).toEqual([
      'Account.RefId is left out: the org has no active User 005000000000002AAA',
    ]);
    expect(build(OWNER, 'cid').leftOut).toEqual([
      'Account.Owner.Username is left out: the org has no active User cid',
    ]);
  });

  it('refuses a row that cannot do without', () => {
    expect(build(reference(['Account'], { nillable: false }), 'x')).toMatchObject({
      problem: 'RefId: no such record is in the org, and the field needs one.',
    });
  });
});
