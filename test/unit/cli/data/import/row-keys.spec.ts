import { describe, expect, it } from '@jest/globals';
import type { ImportColumn } from '../../../../../lib/cli/data/import/import-column.js';
import { RowKeys } from '../../../../../lib/cli/data/import/row-keys.js';
import type { SourceCell } from '../../../../../lib/cli/data/import/record-source.js';

const NAME: ImportColumn = {
  kind: 'value',
  place: 1,
  header: 'Name',
  field: { name: 'Name', label: 'Name', type: 'string' },
};

function keys(first: ImportColumn, rows: readonly SourceCell[][]): string[] {
  const rowKeys = new RowKeys([first, NAME]);
  return rows.map((cells, place) => rowKeys.of({ number: place + 1, cells }));
}

describe('RowKeys', () => {
  it('are ids, of 18 characters where they are ids of an org', () => {
    const id: ImportColumn = { kind: 'id', place: 0, header: 'Id' };
    expect(
      keys(id, [
        ['001000000000001', 'a'],
        ['001000000000001AAA', 'b'],
        ['my key', 'c'],
      ]),
    ).toEqual(['001000000000001AAA', '001000000000001AAA', 'my key']);
  });

  it('are what the row says, where there is no id; equal rows are counted', () => {
    const error: ImportColumn = { kind: 'ignored', place: 0, header: 'sf__Error' };
    const [a, b, again, none, nothing] = keys(error, [
      ['x', 'a'],
      ['x', 'b'],
      ['y', 'a'],
      ['x', undefined],
      ['x', null],
    ]);
    expect(a).toMatch(/^#[\w-]{22}$/);
    expect(again).toBe(`${a}:1`);
    expect(new Set([a, b, none, nothing]).size).toBe(4);
  });
});
