import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { toColumn } from '../../../../lib/embedded/engine/column-value.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { refusalOf } from '../../../support/refusal.js';

function field(type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition {
  return { name: 'Some__c', label: 'Some Field', type, ...more };
}

const RATING = field('picklist', {
  name: 'Rating',
  label: 'Rating',
  picklistValues: ['Hot', 'Warm', 'Cold'].map((value) => ({ value, label: value })),
});
const LANGUAGES = field('multipicklist', {
  label: 'Languages',
  picklistValues: ['English', 'French', 'German'].map((value) => ({ value, label: value })),
});
const MONEY = field('currency', { precision: 18, scale: 2 });

const STORED: readonly [FieldDefinition, unknown, unknown][] = [
  [field('string', { length: 10 }), '  Acme  ', 'Acme'],
  [field('string', { length: 10 }), '0123456789', '0123456789'],
  [field('string', { length: 4 }), ' Acme ', 'Acme'],
  [field('string'), '', null],
  [field('string'), '   ', null],
  [field('string'), null, null],
  [field('textarea', { length: 255 }), 'a\nb', 'a\nb'],
  [field('phone', { length: 40 }), '+49 (30) 123', '+49 (30) 123'],
  [field('email', { length: 80 }), 'ada@example.co.uk', 'ada@example.co.uk'],
  [field('email', { length: 80 }), '', null],
  [RATING, 'Hot', 'Hot'],
  [RATING, 'hOT', 'Hot'],
  [RATING, 'Lukewarm', 'Lukewarm'],
  [RATING, '', null],
  [{ ...RATING, restrictedPicklist: true }, 'cold', 'Cold'],
  [LANGUAGES, 'German;English', 'English;German'],
  [LANGUAGES, 'german; german ;Latin', 'German;Latin'],
  [LANGUAGES, ';', null],
  [field('boolean'), true, 1],
  [field('boolean'), false, 0],
  [field('boolean'), 'TRUE', 1],
  [field('boolean'), 'false', 0],
  [field('int', { digits: 8 }), 99_999_999, 99_999_999],
  [field('int', { digits: 8 }), -5, -5],
  [field('int', { digits: 8 }), '12', 12],
  [field('int'), null, null],
  [field('double', { precision: 18, scale: 2 }), 1.23456, 1.23456],
  [field('double', { precision: 18, scale: 2 }), '1.5e3', 1500],
  [field('percent', { precision: 3 }), 50, 50],
  [MONEY, 12.345, 12.35],
  [MONEY, 1.005, 1.01],
  [MONEY, -1.005, -1.01],
  [MONEY, '', null],
  [MONEY, 0, 0],
  [field('currency', { precision: 18 }), 99.5, 100],
  [field('date'), '2024-02-29', '2024-02-29'],
  [field('date'), null, null],
  [field('datetime'), '2026-01-01T10:00:00.000+0000', '2026-01-01T10:00:00.000Z'],
  [field('datetime'), '2026-01-01T10:00:00.987Z', '2026-01-01T10:00:00.000Z'],
  [field('datetime'), '2026-01-01T10:00:00Z', '2026-01-01T10:00:00.000Z'],
  [field('datetime'), '2026-01-01T01:00:00+02:00', '2025-12-31T23:00:00.000Z'],
  [field('datetime'), '2026-01-01T10:00:00.000-0530', '2026-01-01T15:30:00.000Z'],
  [field('time'), '12:00:00', '12:00:00.000Z'],
  [field('time'), '12:00:00.5Z', '12:00:00.500Z'],
  [field('time'), '23:59:00.123456Z', '23:59:00.123Z'],
  [field('reference'), '001D000000IqhSL', '001D000000IqhSLIAZ'],
  [field('reference'), '001D000000IqhSLIAZ', '001D000000IqhSLIAZ'],
  [field('reference'), '', null],
];

const PARSER = 'JSON_PARSER_ERROR';
const MISSING = 'or request may be missing a required field at [line:-1, column:-1]';

const REFUSED: readonly [FieldDefinition, unknown, string, string][] = [
  [
    field('string', { label: 'Account Name', name: 'Name', length: 4 }),
    'abcde',
    'STRING_TOO_LONG',
    'Account Name: data value too large: abcde (max length=4)',
  ],
  [
    field('string'),
    5,
    PARSER,
    `Cannot deserialize instance of string from VALUE_NUMBER_INT value 5 ${MISSING}`,
  ],
  [
    field('string'),
    true,
    PARSER,
    `Cannot deserialize instance of string from VALUE_TRUE value true ${MISSING}`,
  ],
  [
    field('string'),
    { a: 1 },
    PARSER,
    `Cannot deserialize instance of string from START_OBJECT value {"a":1} ${MISSING}`,
  ],
  [
    { ...field('email', { length: 80 }), label: 'Email', name: 'Email' },
    '123',
    'INVALID_EMAIL_ADDRESS',
    'Email: invalid email address: 123',
  ],
  [
    { ...field('email', { length: 80 }), label: 'Email', name: 'Email' },
    'a b@example.com',
    'INVALID_EMAIL_ADDRESS',
    'Email: invalid email address: a b@example.com',
  ],
  [
    { ...RATING, restrictedPicklist: true },
    'Amazing',
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    'Rating: bad value for restricted picklist field: Amazing',
  ],
  [
    { ...LANGUAGES, restrictedPicklist: true },
    'German;Latin',
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    'Languages: bad value for restricted picklist field: Latin',
  ],
  [
    LANGUAGES,
    ['German'],
    PARSER,
    `Cannot deserialize instance of multipicklist from START_ARRAY value ["German"] ${MISSING}`,
  ],
  [
    field('boolean'),
    null,
    PARSER,
    `Cannot deserialize instance of boolean from VALUE_NULL value null ${MISSING}`,
  ],
  [
    field('boolean'),
    'other',
    PARSER,
    `Cannot deserialize instance of boolean from VALUE_STRING value other ${MISSING}`,
  ],
  [
    field('int'),
    1.5,
    PARSER,
    `Cannot deserialize instance of int from VALUE_NUMBER_FLOAT value 1.5 ${MISSING}`,
  ],
  [
    field('double'),
    'abc',
    PARSER,
    `Cannot deserialize instance of double from VALUE_STRING value abc ${MISSING}`,
  ],
  [
    field('int', { digits: 8, label: 'Employees' }),
    100_000_000,
    'NUMBER_OUTSIDE_VALID_RANGE',
    'Employees: value outside of valid range on numeric field: 100000000',
  ],
  [
    field('percent', { precision: 3, label: 'Probability (%)' }),
    1000,
    'NUMBER_OUTSIDE_VALID_RANGE',
    'Probability (%): value outside of valid range on numeric field: 1000',
  ],
  [
    { ...MONEY, label: 'Amount' },
    1e16,
    'NUMBER_OUTSIDE_VALID_RANGE',
    'Amount: value outside of valid range on numeric field: 10000000000000000',
  ],
  [
    field('date'),
    '2017-05-30T06:00:00Z',
    PARSER,
    `Cannot deserialize instance of date from VALUE_STRING value 2017-05-30T06:00:00Z ${MISSING}`,
  ],
  [
    field('date'),
    '2023-02-29',
    PARSER,
    `Cannot deserialize instance of date from VALUE_STRING value 2023-02-29 ${MISSING}`,
  ],
  [
    field('date', { label: 'Due Date' }),
    '1699-12-31',
    'FIELD_INTEGRITY_EXCEPTION',
    'Due Date: invalid date: 1699-12-31',
  ],
  [
    field('datetime'),
    'yesterday',
    PARSER,
    `Cannot deserialize instance of datetime from VALUE_STRING value yesterday ${MISSING}`,
  ],
  [
    field('datetime'),
    '2026-01-01',
    PARSER,
    `Cannot deserialize instance of datetime from VALUE_STRING value 2026-01-01 ${MISSING}`,
  ],
  [
    field('datetime'),
    '2026-01-01T25:00:00Z',
    PARSER,
    `Cannot deserialize instance of datetime from VALUE_STRING value 2026-01-01T25:00:00Z ${MISSING}`,
  ],
  [
    field('time'),
    '24:00:00',
    PARSER,
    `Cannot deserialize instance of time from VALUE_STRING value 24:00:00 ${MISSING}`,
  ],
  [
    { ...field('reference'), label: 'Account ID', name: 'AccountId' },
    '001D000000IqhSLIAX',
    'MALFORMED_ID',
    'Account ID: id value of incorrect type: 001D000000IqhSLIAX',
  ],
  [
    { ...field('reference'), label: 'Account ID', name: 'AccountId' },
    '001D000000IqhSLIAZ9',
    'MALFORMED_ID',
    'Account ID: id value of incorrect type: 001D000000IqhSLIAZ9',
  ],
  [
    field('base64'),
    'not base64!',
    PARSER,
    `Cannot deserialize instance of base64 from VALUE_STRING value not base64! ${MISSING}`,
  ],
];

describe('toColumn', () => {
  it.each(STORED)('stores for %j the value %j as %j', (definition, value, stored) => {
    expect(toColumn(definition, value)).toBe(stored);
  });

  it.each([
    ['aGVs bG8=', 'hello'],
    [Buffer.from('hello'), 'hello'],
  ])('stores the binary content %j as it is', (value, content) => {
    expect(toColumn(field('base64'), value)).toEqual(Buffer.from(content));
  });

  it.each(['', new Uint8Array()])('stores the content of an empty file for %j', (value) => {
    expect(toColumn(field('base64'), value)).toHaveLength(0);
  });

  it.each(REFUSED)('refuses for %j the value %j with %s', (definition, value, errorCode, message) => {
    const refusal = refusalOf(() => toColumn(definition, value));
    expect([refusal.errorCode, refusal.message, refusal.status]).toEqual([errorCode, message, 400]);
    expect(refusal.fields).toEqual(errorCode === PARSER ? [] : [definition.name]);
  });

  it('keeps every instant to the second, whatever the zone it is written in', () => {
    const min = new Date('1701-01-01T00:00:00Z');
    const max = new Date('3999-12-31T00:00:00Z');
    const instants = fc.date({ min, max, noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (instant, offset) => {
        const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, 23);
        const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const zone = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
        const stored = toColumn(field('datetime'), `${local}${offset < 0 ? '-' : '+'}${zone}`);
        expect(Date.parse(String(stored))).toBe(Math.floor(instant.getTime() / 1000) * 1000);
      }),
      { seed: 2026 },
    );
  });

  it('rounds an amount to the cents it is nearest to', () => {
    const cents = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(cents, fc.integer({ min: -4, max: 4 }), (whole, tenth) => {
        const written = Number(`${whole}e-2`) + Number(`${tenth}e-3`);
        expect(toColumn(MONEY, written)).toBeCloseTo(whole / 100, 6);
      }),
      { seed: 2026 },
    );
  });

  it('takes any entry of a restricted picklist that lists none', () => {
    expect(toColumn(field('picklist', { restrictedPicklist: true }), 'Any')).toBe('Any');
  });

  it('refuses a picklist entry that is switched off', () => {
    const off = { value: 'Old', label: 'Old', active: false };
    const on = { value: 'New', label: 'New' };
    const definition = field('picklist', { restrictedPicklist: true, picklistValues: [off, on] });
    expect(refusalOf(() => toColumn(definition, 'Old')).errorCode).toBe(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    );
  });
});
