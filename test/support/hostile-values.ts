import * as fc from 'fast-check';
import type { DateString } from '../../lib/protocol/date-string.js';
import { idChecksum } from '../../lib/protocol/salesforce-id.js';

/** What texts are made of that want out of their quotes, or do not survive a careless encoding. */
const FRAGMENTS = [
  "'",
  '"',
  '\\',
  "\\'",
  "''",
  '\\\\',
  '\\u0027',
  '\\n',
  '\u0000',
  '\u0008',
  '\u001b',
  '\u007f',
  '\u0085',
  '\r\n',
  '\t',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\udc00',
  '\udfff\ud83d',
  '🚢',
  'İıßﬁ',
  'e\u0301',
  '%',
  '_',
  '\\%',
  '\\_',
  ':x',
  '${x}',
  '{0}',
  '/*',
  '*/',
  '--',
  '//',
  ';',
  '(',
  ')',
  ',',
  ' OR Id != null',
  "' OR Name LIKE '%",
  "') LIMIT 1 ALL ROWS",
  'SELECT Id FROM User',
  'null',
  'TRUE',
  'TODAY',
  'LAST_N_DAYS:3',
  '2026-01-31',
  '2026-01-31T10:00:00Z',
  'USD5000',
  '__proto__',
  '$&',
  "$'",
] as const;

/** Texts of any characters and of the pieces that are dangerous in a query, lone surrogates among them. */
export function hostileTexts(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 5 }).map(joined) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
    { weight: 1, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 6 }).map(fromUnits) },
  );
}

/** Finite numbers of all sizes, negative zero left out: it has no text of its own. */
export function finiteNumbers(): fc.Arbitrary<number> {
  return fc
    .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.maxSafeInteger())
    .map((value) => value + 0);
}

/** Instants whose years have four digits. */
export function instants(): fc.Arbitrary<Date> {
  return fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
}

/** Calendar days. */
export function days(): fc.Arbitrary<DateString> {
  return instants().map((instant) => instant.toISOString().slice(0, 10) as DateString);
}

/** Record ids of 15 and of 18 characters. */
export function recordIds(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.stringMatching(/^[A-Za-z0-9]{15}$/), fc.boolean())
    .map(([id, isLong]) => (isLong ? id + idChecksum(id) : id));
}

function joined(pieces: readonly string[]): string {
  return pieces.join('');
}

function fromUnits(units: readonly number[]): string {
  return String.fromCharCode(...units);
}
