import type { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import { DateString } from '../../protocol/date-string.js';
import { TimeString } from '../../protocol/time-string.js';
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
import { relativeDateKind } from './relative-dates.js';
import { unescapeLikePattern, unescapeString } from './string-escapes.js';
import type { TokenCursor } from './token-cursor.js';

/** Any value a field can be compared with. */
export function parseLiteral(cursor: TokenCursor): Literal {
  const { kind, start } = cursor;
  if (kind === 'string') return parseString(cursor);
  if (kind === 'word' || kind === ':') return cursor.mark(parseWord(cursor), start);
  const text = cursor.slice();
  const literal = plainLiteral(cursor, text);
  if (!literal) throw cursor.unexpected();
  cursor.advance();
  return cursor.mark(literal, start);
}

export function parseString(cursor: TokenCursor): StringLiteral {
  return parseQuoted(cursor, unescapeString);
}

/** The value after `LIKE`: a pattern, in which `\%` and `\_` are the characters themselves. */
export function parsePattern(cursor: TokenCursor): Literal {
  return cursor.kind === 'string' ? parseQuoted(cursor, unescapeLikePattern) : parseLiteral(cursor);
}

/** A number without currency, as the arguments of `GEOLOCATION` are. */
export function parseNumber(cursor: TokenCursor): Literal {
  if (cursor.kind !== 'number') throw cursor.unexpected();
  return parseLiteral(cursor);
}

function parseQuoted(cursor: TokenCursor, unescape: (source: string) => string): StringLiteral {
  if (cursor.kind !== 'string') throw cursor.unexpected();
  const { start, isEscaped } = cursor;
  const source = cursor.text.slice(start + 1, cursor.end - 1);
  cursor.advance();
  return cursor.mark(stringLiteral(isEscaped ? unescape(source) : source), start);
}

function plainLiteral(cursor: TokenCursor, text: string): Literal | undefined {
  switch (cursor.kind) {
    case 'number':
      return numberLiteral(text);
    case 'date':
      return DateString.is(text) ? dateLiteral(text) : undefined;
    case 'datetime':
      return isInstant(text) ? dateTimeLiteral(text) : undefined;
    case 'time':
      return TimeString.is(text.slice(0, 8)) ? timeLiteral(text) : undefined;
    default:
      return undefined;
  }
}

/** `Date.parse` takes the 30th of February and 24 o'clock, and it alone knows which offsets there are. */
function isInstant(text: string): boolean {
  const [date, clock] = [text.slice(0, 10), text.slice(11, 19)];
  return DateString.is(date) && TimeString.is(clock) && !Number.isNaN(Date.parse(text));
}

function parseWord(cursor: TokenCursor): Literal {
  if (cursor.kind !== 'word' || cursor.isDotted) throw bindVariable(cursor);
  if (cursor.acceptKeyword('TRUE')) return booleanLiteral(true);
  if (cursor.acceptKeyword('FALSE')) return booleanLiteral(false);
  if (cursor.acceptKeyword('NULL')) return nullLiteral();
  return cursor.acceptCurrencyNumber() ? parseCurrencyNumber(cursor) : parseRelativeDate(cursor);
}

function parseCurrencyNumber(cursor: TokenCursor): Literal {
  const text = cursor.slice();
  cursor.advance();
  return numberLiteral(text.slice(3), text.slice(0, 3).toUpperCase());
}

function parseRelativeDate(cursor: TokenCursor): Literal {
  const name = cursor.slice().toUpperCase();
  const kind = relativeDateKind(name);
  if (kind === undefined) throw bindVariable(cursor);
  cursor.advance();
  if (kind === 'plain') return relativeDateLiteral(name);
  cursor.expect(':');
  return relativeDateLiteral(name, cursor.count());
}

/** A name where a value belongs, with or without a colon, is taken for a variable of Apex. */
export function bindVariable(cursor: TokenCursor): MalformedQueryException {
  return cursor.failure(Math.max(0, cursor.start - 1), 'Bind variables only allowed in Apex code');
}
