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
import { characterAt, DOT, isDigit, isLetter, isNamePart, MINUS, PLUS, QUOTE } from './characters.js';
import { endOfNumber, endOfNumeric, numericKind } from './numeric-text.js';
import { relativeDate } from './relative-dates.js';
import { unescapeLikePattern, unescapeString } from './string-escapes.js';
import { isDay, isInstant, isTimeOfDay } from './temporal-text.js';
import type { TokenCursor } from './token-cursor.js';

/** The platform's limit of the text between two quotes. */
const MAX_STRING_LENGTH = 4_000;

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** Any value a field can be compared with. */
export function parseLiteral(cursor: TokenCursor): Literal {
  if (cursor.code === QUOTE) return parseString(cursor);
  const { start } = cursor;
  const literal = cursor.isWord || cursor.at(':') ? parseWord(cursor) : parseNumeric(cursor);
  return cursor.mark(literal, start);
}

export function parseString(cursor: TokenCursor): StringLiteral {
  return parseQuoted(cursor, unescapeString);
}

/** The value after `LIKE`: a pattern, in which `\%` and `\_` are the characters themselves. */
export function parsePattern(cursor: TokenCursor): StringLiteral {
  if (cursor.code === QUOTE) return parseQuoted(cursor, unescapeLikePattern);
  const unexpected = cursor.unexpected();
  // A name is taken for a variable of Apex here too, and that has a message of its own.
  parseLiteral(cursor);
  throw unexpected;
}

/** A number without currency, as the arguments of `GEOLOCATION` are. */
export function parseNumber(cursor: TokenCursor): Literal {
  const { codes, start } = cursor;
  if (cursor.isWord || numericKind(codes, start) !== 'number') throw cursor.unexpected();
  return parseLiteral(cursor);
}

function parseQuoted(cursor: TokenCursor, unescape: (source: string) => string): StringLiteral {
  if (cursor.code !== QUOTE) throw cursor.unexpected();
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
  const { text, codes, start, code } = cursor;
  const isNumeric = isDigit(code) || code === MINUS || code === DOT || code === PLUS;
  const kind = numericKind(codes, start);
  const end = isNumeric ? endOfNumeric(codes, start, kind) : -1;
  if (end === -1) throw cursor.unexpected();
  const literal =
    kind === 'number' ? numberLiteral(text.slice(start, end)) : temporalLiteral(cursor, kind, end);
  cursor.moveTo(end);
  return literal;
}

function temporalLiteral(cursor: TokenCursor, kind: 'date' | 'time', end: number): Literal {
  const { text, codes, start } = cursor;
  const written = text.slice(start, end);
  if (kind === 'time') {
    if (isTimeOfDay(codes, start)) return timeLiteral(written);
    throw cursor.unexpected();
  }
  if (written.length === DATE_LENGTH) {
    if (isDay(codes, start)) return dateLiteral(written);
    throw cursor.failure(start, `Invalid date: ${written}`);
  }
  if (isInstant(codes, start, end)) return dateTimeLiteral(written);
  throw cursor.failure(start, `Invalid datetime: ${written}`);
}

function parseWord(cursor: TokenCursor): Literal {
  if (!cursor.isWord || cursor.isDotted) throw bindVariable(cursor);
  if (cursor.acceptKeyword('TRUE')) return booleanLiteral(true);
  if (cursor.acceptKeyword('FALSE')) return booleanLiteral(false);
  if (cursor.acceptKeyword('NULL')) return nullLiteral();
  const numberEnd = endOfCurrencyNumber(cursor);
  return numberEnd === -1 ? parseRelativeDate(cursor) : parseCurrencyNumber(cursor, numberEnd);
}

/** The position behind a number with a currency, `USD5000.25`, which starts like a name, or -1. */
function endOfCurrencyNumber({ codes, start }: TokenCursor): number {
  for (let i = start; i < start + 3; i++) if (!isLetter(characterAt(codes, i))) return -1;
  const end = endOfNumber(codes, start + 3);
  return end === -1 || isNamePart(characterAt(codes, end)) ? -1 : end;
}

function parseCurrencyNumber(cursor: TokenCursor, end: number): Literal {
  const { text, start } = cursor;
  cursor.moveTo(end);
  return numberLiteral(text.slice(start + 3, end), text.slice(start, start + 3).toUpperCase());
}

function parseRelativeDate(cursor: TokenCursor): Literal {
  const range = relativeDate(cursor.text.slice(cursor.start, cursor.end));
  if (range === undefined) throw bindVariable(cursor);
  cursor.moveTo(cursor.end);
  if (!range.isCounted) return relativeDateLiteral(range.name);
  cursor.expect(':');
  return relativeDateLiteral(range.name, cursor.count());
}

/** A name where a value belongs, with or without a colon, is taken for a variable of Apex. */
export function bindVariable(cursor: TokenCursor): MalformedQueryException {
  return cursor.failure(Math.max(0, cursor.start - 1), 'Bind variables only allowed in Apex code');
}
