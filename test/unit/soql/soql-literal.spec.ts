import { describe, expect, it } from '@jest/globals';
import { InvalidQueryException } from '../../../lib/exceptions/invalid-query.exception.js';
import { FIELD_TYPES, type FieldType } from '../../../lib/protocol/field-type.type.js';
import { RelativeDate } from '../../../lib/soql/relative-date.js';
import { literalFor, literalOf } from '../../../lib/soql/soql-literal.js';
import { printLiteral } from '../../../lib/soql/soql-printer.js';

const ACCEPTED: readonly (readonly [FieldType, unknown, string])[] = [
  ['id', '0015g00000Bkgi4AAB', "'0015g00000Bkgi4AAB'"],
  ['id', '0015g00000Bkgi4', "'0015g00000Bkgi4'"],
  ['reference', '0055g00000Bkgi4', "'0055g00000Bkgi4'"],
  ['string', "O'Hara", "'O\\'Hara'"],
  ['string', '2026-01-31', "'2026-01-31'"],
  ['textarea', '', "''"],
  ['picklist', 'Hot', "'Hot'"],
  ['multipicklist', 'a;b', "'a;b'"],
  ['multipicklist', ['a', 'b'], "'a;b'"],
  ['combobox', 'x', "'x'"],
  ['email', 'a@example.com', "'a@example.com'"],
  ['phone', '+1', "'+1'"],
  ['url', 'https://example.com', "'https://example.com'"],
  ['encryptedstring', 'x', "'x'"],
  ['datacategorygroupreference', 'x', "'x'"],
  ['boolean', true, 'TRUE'],
  ['boolean', false, 'FALSE'],
  ['int', 42, '42'],
  ['long', 9007199254740993n, '9007199254740993'],
  ['double', 1e-7, '0.0000001'],
  ['currency', -12.5, '-12.5'],
  ['percent', 0, '0'],
  ['date', '2024-02-29', '2024-02-29'],
  ['datetime', new Date('2026-01-31T12:00:00.123+02:00'), '2026-01-31T10:00:00.123Z'],
  ['time', '09:30:00.000Z', '09:30:00.000Z'],
  ['time', '09:30:00', '09:30:00Z'],
  ['anyType', 'x', "'x'"],
  ['anyType', 1, '1'],
];

const REFUSED: readonly (readonly [FieldType, unknown])[] = [
  ['id', 'not an id'],
  ['id', '0015g00000Bkgi4AAA'],
  ['id', ''],
  ['reference', 5],
  ['string', 5],
  ['string', new Date(0)],
  ['picklist', ['Hot']],
  ['multipicklist', []],
  ['multipicklist', [1]],
  ['boolean', 'true'],
  ['boolean', 1],
  ['int', '42'],
  ['int', Number.NaN],
  ['double', Number.POSITIVE_INFINITY],
  ['double', Number.NEGATIVE_INFINITY],
  ['date', '2026-02-30'],
  ['date', new Date(0)],
  ['date', '2026-01-31T00:00:00Z'],
  ['datetime', '2026-01-31T00:00:00Z'],
  ['datetime', new Date(Number.NaN)],
  ['datetime', new Date(Date.UTC(12026, 0, 1))],
  ['datetime', 0],
  ['time', '25:00:00Z'],
  ['time', 5],
  ['anyType', {}],
  ['base64', 'x'],
  ['address', {}],
  ['location', {}],
  ['complexvalue', {}],
  ['junctionidlist', ['x']],
];

describe('literalFor', () => {
  it.each(ACCEPTED)('writes a value of a %s field: %p', (type, value, text) => {
    expect(printLiteral(literalFor(type, value))).toBe(text);
  });

  it.each(REFUSED)('refuses as a value of a %s field: %p', (type, value) => {
    expect(() => literalFor(type, value)).toThrow(InvalidQueryException);
  });

  it.each(FIELD_TYPES)('writes null and refuses undefined for a %s field', (type) => {
    expect(printLiteral(literalFor(type, null))).toBe('null');
    expect(() => literalFor(type, undefined)).toThrow(/undefined was given as a value of a query/);
  });

  it('names kind and type, and keeps the value out of the message', () => {
    expect(() => literalFor('int', 'secret')).toThrow(
      'A value of type string is no value of a field of type int.',
    );
    expect(() => literalFor('datetime', new Date(Number.NaN))).toThrow(
      'An invalid Date is no value of a field of type datetime.',
    );
  });
});

describe('literalOf', () => {
  it.each([
    ['x', "'x'"],
    ['TODAY', "'TODAY'"],
    ['2026-01-31', "'2026-01-31'"],
    [1.5, '1.5'],
    [10n, '10'],
    [true, 'TRUE'],
    [null, 'null'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new RelativeDate('TODAY'), 'TODAY'],
    [new RelativeDate('LAST_N_DAYS', 30), 'LAST_N_DAYS:30'],
  ])('writes %p as %s', (value, text) => {
    expect(printLiteral(literalOf(value))).toBe(text);
  });

  it.each([[undefined], [Number.NaN], [new Date(Number.NaN)], [{}], [[]], [Symbol('x')], [() => 1], [/x/]])(
    'refuses %p',
    (value) => {
      expect(() => literalOf(value)).toThrow(InvalidQueryException);
    },
  );
});
