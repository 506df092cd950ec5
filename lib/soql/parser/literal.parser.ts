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
import { characterAt, isLetter } from './characters.js';
import { FIRST_COUNTED_RANGE, FIRST_PLAIN_RANGE, FIRST_RESERVED, KEYWORDS, wordOf } from './keywords.js';
import { endOfDay, endOfDigits, endOfNumber, endOfTime, startsDate, startsTime } from './numeric-text.js';
import { unescapeLikePattern, unescapeString } from './string-escapes.js';
import { isDay, isInstant, isTimeOfDay } from './temporal-text.js';
import type { TokenCursor } from './token-cursor.js';
import { Token } from './token.enum.js';

const { FALSE, NULL, TRUE } = KEYWORDS;

/** The platform's limit of the text between two quotes. */
const MAX_STRING_LENGTH = 4_000;

// The engine compiles the constants of a module in, but not what is imported.
const PLAIN_RANGE = FIRST_PLAIN_RANGE;
const COUNTED_RANGE = FIRST_COUNTED_RANGE;
const RESERVED = FIRST_RESERVED;

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** Any value a field can be compared with. */
export function parseLiteral(cursor: TokenCursor): Literal {
  const { start, kind } = cursor;
  if (kind === Character.QUOTE) return parseString(cursor);
  return cursor.mark(cursor.isWord ? parseWord(cursor) : parseNumeric(cursor), start);
}

export function parseString(cursor: TokenCursor): StringLiteral {
  return parseQuoted(cursor, unescapeString);
}

/** The value after `LIKE`: a pattern, in which `\%` and `\_` are the characters themselves. */
export function parsePattern(cursor: TokenCursor): StringLiteral {
  if (cursor.at(Character.QUOTE)) return parseQuoted(cursor, unescapeLikePattern);
  const unexpected = cursor.unexpected();
  // A name is taken for a variable of Apex here too, and that has a message of its own.
  parseLiteral(cursor);
  throw unexpected;
}

/** A number without currency, as the arguments of `GEOLOCATION` are. */
export function parseNumber(cursor: TokenCursor): Literal {
  const { start } = cursor;
  const digitsEnd = endOfDigits(start);
  const isNumber = !cursor.isWord && !startsDate(start, digitsEnd) && !startsTime(start, digitsEnd);
  if (!isNumber) throw cursor.unexpected();
  return parseLiteral(cursor);
}

function parseQuoted(cursor: TokenCursor, unescape: (source: string) => string): StringLiteral {
  if (!cursor.at(Character.QUOTE)) throw cursor.unexpected();
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
  const { start } = cursor;
  const digitsEnd = endOfDigits(start);
  if (startsDate(start, digitsEnd)) return parseDate(cursor);
  if (startsTime(start, digitsEnd)) return parseTime(cursor);
  const end = endOfNumber(start, digitsEnd);
  if (end === -1) throw cursor.at(Character.COLON) ? bindVariable(cursor) : cursor.unexpected();
  cursor.moveTo(end);
  return numberLiteral(cursor.text.slice(start, end));
}

function parseDate(cursor: TokenCursor): Literal {
  const { start } = cursor;
  const end = endOfDay(start);
  if (end === -1) throw cursor.unexpected();
  const text = cursor.text.slice(start, end);
  if (text.length === DATE_LENGTH) {
    if (!isDay(start)) throw cursor.failure(start, `Invalid date: ${text}`);
    cursor.moveTo(end);
    return dateLiteral(text);
  }
  if (!isInstant(start, end)) throw cursor.failure(start, `Invalid datetime: ${text}`);
  cursor.moveTo(end);
  return dateTimeLiteral(text);
}

function parseTime(cursor: TokenCursor): Literal {
  const { start } = cursor;
  const end = endOfTime(start);
  if (end === -1 || !isTimeOfDay(start)) throw cursor.unexpected();
  cursor.moveTo(end);
  return timeLiteral(cursor.text.slice(start, end));
}

function parseWord(cursor: TokenCursor): Literal {
  if (cursor.accept(TRUE)) return booleanLiteral(true);
  if (cursor.accept(FALSE)) return booleanLiteral(false);
  if (cursor.accept(NULL)) return nullLiteral();
  const { kind } = cursor;
  if (kind >= PLAIN_RANGE && kind < RESERVED) return parseRelativeDate(cursor);
  const numberEnd = cursor.at(Token.QUALIFIER) ? -1 : endOfCurrencyNumber(cursor);
  if (numberEnd === -1) throw bindVariable(cursor);
  return parseCurrencyNumber(cursor, numberEnd);
}

function parseRelativeDate(cursor: TokenCursor): Literal {
  const { kind } = cursor;
  const name = wordOf(kind) as string;
  cursor.skip();
  if (kind < COUNTED_RANGE) return relativeDateLiteral(name);
  cursor.expect(Character.COLON);
  return relativeDateLiteral(name, cursor.count());
}

/** The position behind a number with a currency, `USD5000.25`, which starts like a name, or -1. */
function endOfCurrencyNumber({ start }: TokenCursor): number {
  for (let i = start; i < start + 3; i++) if (!isLetter(characterAt(i))) return -1;
  return endOfNumber(start + 3);
}

function parseCurrencyNumber(cursor: TokenCursor, end: number): Literal {
  const { text, start } = cursor;
  cursor.moveTo(end);
  return numberLiteral(text.slice(start + 3, end), text.slice(start, start + 3).toUpperCase());
}

/** A name where a value belongs, with or without a colon, is taken for a variable of Apex. */
export function bindVariable(cursor: TokenCursor): MalformedQueryException {
  return cursor.failure(Math.max(0, cursor.start - 1), 'Bind variables only allowed in Apex code');
}
