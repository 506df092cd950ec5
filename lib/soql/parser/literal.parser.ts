import type { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import {
  booleanLiteral,
  dateLiteral,
  dateTimeLiteral,
  nullLiteral,
  numberLiteral,
  relativeDateLiteral,
  stringLiteral,
  timeLiteral,
} from '../ast/factories/literal.factory.js';
import type { Literal, StringLiteral } from '../ast/literal.js';
import { Character } from './character.enum.js';
import { characterAt, isDigit, isLetter, isNamePart } from './characters.js';
import { type Keyword, KEYWORDS } from './keywords.js';
import { endOfDigits, endOfNumber, endOfNumeric, numericKind } from './numeric-text.js';
import { COUNTED_RANGES, PLAIN_RANGES } from './relative-dates.js';
import { unescapeLikePattern, unescapeString } from './string-escapes.js';
import { isDay, isInstant, isTimeOfDay } from './temporal-text.js';
import type { TokenCursor } from './token-cursor.js';

const { FALSE, NULL, TRUE } = KEYWORDS;

/** The platform's limit of the text between two quotes. */
const MAX_STRING_LENGTH = 4_000;

/** A named range of dates. */
interface RelativeDateName {
  readonly name: string;
  readonly isCounted: boolean;
}

const RELATIVE_DATES: ReadonlyMap<Keyword, RelativeDateName> = new Map<Keyword, RelativeDateName>([
  ...PLAIN_RANGES.map((name) => [KEYWORDS[name], { name, isCounted: false }] as const),
  ...COUNTED_RANGES.map((name) => [KEYWORDS[name], { name, isCounted: true }] as const),
]);

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** Any value a field can be compared with. */
export function parseLiteral(cursor: TokenCursor): Literal {
  if (cursor.code === Character.QUOTE) return parseString(cursor);
  const { start } = cursor;
  const literal = cursor.isWord || cursor.at(Character.COLON) ? parseWord(cursor) : parseNumeric(cursor);
  return cursor.mark(literal, start);
}

export function parseString(cursor: TokenCursor): StringLiteral {
  return parseQuoted(cursor, unescapeString);
}

/** The value after `LIKE`: a pattern, in which `\%` and `\_` are the characters themselves. */
export function parsePattern(cursor: TokenCursor): StringLiteral {
  if (cursor.code === Character.QUOTE) return parseQuoted(cursor, unescapeLikePattern);
  const unexpected = cursor.unexpected();
  // A name is taken for a variable of Apex here too, and that has a message of its own.
  parseLiteral(cursor);
  throw unexpected;
}

/** A number without currency, as the arguments of `GEOLOCATION` are. */
export function parseNumber(cursor: TokenCursor): Literal {
  if (cursor.isWord || numericKind(cursor.start) !== 'number') throw cursor.unexpected();
  return parseLiteral(cursor);
}

function parseQuoted(cursor: TokenCursor, unescape: (source: string) => string): StringLiteral {
  if (cursor.code !== Character.QUOTE) throw cursor.unexpected();
  const { text, start } = cursor;
  const end = cursor.endOfString();
  const source = text.slice(start + 1, end - 1);
  const value = cursor.isEscaped ? unescape(source) : source;
  if (value.length > MAX_STRING_LENGTH) {
    throw cursor.failure(start, `string literals cannot be longer than ${MAX_STRING_LENGTH} characters`);
  }
  cursor.moveTo(end);
  return cursor.mark(stringLiteral(value), start);
}

function parseNumeric(cursor: TokenCursor): Literal {
  const { text, start, code } = cursor;
  const isNumeric =
    isDigit(code) || code === Character.MINUS || code === Character.DOT || code === Character.PLUS;
  if (!isNumeric) throw cursor.unexpected();
  const kind = numericKind(start, endOfDigits(start));
  if (kind !== 'number') return parseTemporal(cursor, kind);
  const end = endOfNumber(start);
  if (end === -1 || isNamePart(characterAt(end))) throw cursor.unexpected();
  cursor.moveTo(end);
  return numberLiteral(text.slice(start, end));
}

function parseTemporal(cursor: TokenCursor, kind: 'date' | 'time'): Literal {
  const end = endOfNumeric(cursor.start, kind);
  if (end === -1) throw cursor.unexpected();
  const literal = temporalLiteral(cursor, kind, end);
  cursor.moveTo(end);
  return literal;
}

function temporalLiteral(cursor: TokenCursor, kind: 'date' | 'time', end: number): Literal {
  const { text, start } = cursor;
  const written = text.slice(start, end);
  if (kind === 'time') {
    if (isTimeOfDay(start)) return timeLiteral(written);
    throw cursor.unexpected();
  }
  if (written.length === DATE_LENGTH) {
    if (isDay(start)) return dateLiteral(written);
    throw cursor.failure(start, `Invalid date: ${written}`);
  }
  if (isInstant(start, end)) return dateTimeLiteral(written);
  throw cursor.failure(start, `Invalid datetime: ${written}`);
}

function parseWord(cursor: TokenCursor): Literal {
  if (!cursor.isWord || cursor.isDotted) throw bindVariable(cursor);
  if (cursor.acceptKeyword(TRUE)) return booleanLiteral(true);
  if (cursor.acceptKeyword(FALSE)) return booleanLiteral(false);
  if (cursor.acceptKeyword(NULL)) return nullLiteral();
  const range = RELATIVE_DATES.get(cursor.keyword);
  if (range !== undefined) return parseRelativeDate(cursor, range);
  const numberEnd = endOfCurrencyNumber(cursor);
  if (numberEnd === -1) throw bindVariable(cursor);
  return parseCurrencyNumber(cursor, numberEnd);
}

/** The position behind a number with a currency, `USD5000.25`, which starts like a name, or -1. */
function endOfCurrencyNumber({ start }: TokenCursor): number {
  for (let i = start; i < start + 3; i++) if (!isLetter(characterAt(i))) return -1;
  const end = endOfNumber(start + 3);
  return end === -1 || isNamePart(characterAt(end)) ? -1 : end;
}

function parseCurrencyNumber(cursor: TokenCursor, end: number): Literal {
  const { text, start } = cursor;
  cursor.moveTo(end);
  return numberLiteral(text.slice(start + 3, end), text.slice(start, start + 3).toUpperCase());
}

function parseRelativeDate(cursor: TokenCursor, { name, isCounted }: RelativeDateName): Literal {
  cursor.skipWord();
  if (!isCounted) return relativeDateLiteral(name);
  cursor.expect(Character.COLON);
  return relativeDateLiteral(name, cursor.count());
}

/** A name where a value belongs, with or without a colon, is taken for a variable of Apex. */
export function bindVariable(cursor: TokenCursor): MalformedQueryException {
  return cursor.failure(Math.max(0, cursor.start - 1), 'Bind variables only allowed in Apex code');
}
