import { describe, expect, it } from '@jest/globals';
import { valueComplaint } from '../../../../../lib/cli/data/import/value-check.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';

const TAGS = [{ value: 'Wind' }, { value: 'Sun' }, { value: 'Coal', active: false }].map(
  ({ value, active }) => ({
    value,
    label: value,
    active,
  }),
);

type Case = [
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition>,
  good: string[],
  bad: string[],
  complaint: string,
];

describe('valueComplaint', () => {
  it.each<Case>([
    ['boolean', {}, ['true', 'FALSE', '1', '0'], ['yes', 'on', '2'], 'is neither true nor false'],
    ['int', {}, ['0', '-12', '+7'], ['1.5', 'one', '1,000', ''], 'is no whole number'],
    ['double', {}, ['1.5', '-.5', '1e3', '1.'], ['1,5', 'NaN', '.', '0x10'], 'is no number'],
    [
      'currency',
      { precision: 5, scale: 2 },
      ['999.99', '-1', '0.123'],
      ['1000', '-1e9'],
      'has more than 3 digits',
    ],
    [
      'date',
      {},
      ['2024-02-29'],
      ['2026-02-29', '2026-13-01', '31.01.2026', '2026-1-1', '2026-01-31T10:00:00Z'],
      'is no date, such as 2026-01-31',
    ],
    [
      'datetime',
      {},
      [
        '2026-01-31T10:00:00Z',
        '2026-01-31T10:00:00.000+0000',
        '2026-01-31T10:00:00+02:00',
        '2026-01-31T10:00Z',
      ],
      ['2026-01-31', '2026-01-31 10:00:00Z', '2026-01-31T10:00:00', '2026-02-30T10:00:00Z'],
      'is no instant, such as 2026-01-31T10:00:00Z',
    ],
    [
      'time',
      {},
      ['10:00:00.000Z', '23:59', '10:00:00'],
      ['24:00', '10', '10:60:00'],
      'is no time, such as 10:00:00.000Z',
    ],
    ['string', { length: 3 }, ['abc', ''], ['abcd'], 'has 4 characters, of 3 at most'],
    ['string', {}, ['of any length'], [], ''],
    [
      'picklist',
      { restrictedPicklist: true, picklistValues: TAGS },
      ['Wind'],
      ['wind'],
      "is 'wind', which is none of the values of its picklist",
    ],
    [
      'picklist',
      { restrictedPicklist: true, picklistValues: TAGS },
      [],
      ['Coal'],
      "is 'Coal', which is none of the values of its picklist",
    ],
    [
      'picklist',
      { restrictedPicklist: true, picklistValues: TAGS },
      [],
      ['Wind;Sun'],
      "is 'Wind;Sun', which is none of the values of its picklist",
    ],
    ['picklist', { picklistValues: TAGS, length: 255 }, ['Anything'], [], ''],
    [
      'multipicklist',
      { restrictedPicklist: true, picklistValues: TAGS },
      ['Wind', 'Wind;Sun'],
      ['Wind;Water'],
      "is 'Water', which is none of the values of its picklist",
    ],
  ])('%s %j', (type, more, good, bad, complaint) => {
    const field: FieldDefinition = { name: 'F', label: 'F', type, ...more };
    expect(good.map((text) => valueComplaint(field, text))).toEqual(good.map(() => undefined));
    expect(bad.map((text) => [text, valueComplaint(field, text)])).toEqual(
      bad.map((text) => [text, complaint]),
    );
  });
});
