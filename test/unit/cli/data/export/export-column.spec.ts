import { describe, expect, it } from '@jest/globals';
import {
  type ExportColumn,
  type ExportValue,
  valueOfCell,
  valueOfRecord,
} from '../../../../../lib/cli/data/export/export-column.js';
import type { FieldType } from '../../../../../lib/protocol/field-type.type.js';

function column(type: FieldType): ExportColumn {
  return { path: ['F'], name: 'F', field: { name: 'F', label: 'F', type } };
}

describe('valueOfRecord', () => {
  it.each<[FieldType, unknown, ExportValue]>([
    ['string', 'a', 'a'],
    ['string', null, null],
    ['boolean', false, false],
    ['double', 1.5, 1.5],
    ['datetime', '2026-01-31T10:00:00.000+0000', '2026-01-31T10:00:00.000Z'],
    ['date', '2026-01-31', '2026-01-31'],
    ['multipicklist', 'a;b', 'a;b'],
  ])('of a %s field: %j', (type, value, expected) => {
    expect(valueOfRecord(column(type), { F: value })).toBe(expected);
  });

  it('follows a path to a parent, which may not be there', () => {
    const erp: ExportColumn = { path: ['Account', 'Erp__c'], name: 'Account.Erp__c' };
    expect(valueOfRecord(erp, { Account: { Erp__c: 'A1' } })).toBe('A1');
    expect(valueOfRecord(erp, { Account: null })).toBeNull();
    expect(valueOfRecord(erp, {})).toBeNull();
  });
});

describe('valueOfCell', () => {
  it.each<[FieldType, string, ExportValue]>([
    ['string', '', null],
    ['string', '007', '007'],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['double', '1.50', 1.5],
    ['int', '7', 7],
    ['datetime', '2026-01-31T10:00:00.000Z', '2026-01-31T10:00:00.000Z'],
  ])('of a %s field: %j', (type, cell, expected) => {
    expect(valueOfCell(column(type), cell)).toBe(expected);
  });

  it("leaves a parent's value a text", () => {
    expect(valueOfCell({ path: ['A', 'B'], name: 'A.B' }, '1.50')).toBe('1.50');
  });
});
