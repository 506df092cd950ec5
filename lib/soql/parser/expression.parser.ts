import { fieldPathOf, functionCall, functionCallOf } from '../ast/factories/expression.factory.js';
import type { Expression, FieldPath, FunctionCall } from '../ast/expression.js';
import type { Literal } from '../ast/literal.js';
import { Character } from './character.enum.js';
import { FIRST_FUNCTION, FIRST_PLAIN_RANGE, KEYWORDS } from './keywords.js';
import { parseNumber, parseString } from './literal.parser.js';
import type { TokenCursor } from './token-cursor.js';

const { COUNT, DISTANCE, FORMULA, GEOLOCATION } = KEYWORDS;

type Arguments = readonly (Expression | Literal)[];

/** A function of a function is as far as the language goes: `FORMAT(convertCurrency(Amount))`. */
const MAX_DEPTH = 2;

// The engine compiles the constants of a module in, but not what is imported.
const FIRST = FIRST_FUNCTION;
const BEHIND_LAST = FIRST_PLAIN_RANGE;

/** A field or a function of fields. */
export function parseExpression(cursor: TokenCursor): Expression {
  return parseNested(cursor, 0);
}

/** A field, possibly through parents. */
export function parseFieldPath(cursor: TokenCursor): FieldPath {
  const { start } = cursor;
  return cursor.mark(fieldPathOf(cursor.path()), start);
}

function parseNested(cursor: TokenCursor, depth: number): Expression {
  const { start, kind } = cursor;
  const path = cursor.path();
  if (!cursor.at(Character.LEFT_PAREN)) return cursor.mark(fieldPathOf(path), start);
  return cursor.mark(parseCall(cursor, path[0], kind, depth + 1), start);
}

function parseCall(cursor: TokenCursor, name: string, kind: number, depth: number): FunctionCall {
  if (depth > MAX_DEPTH || kind < FIRST || kind >= BEHIND_LAST) throw cursor.unexpected();
  cursor.expect(Character.LEFT_PAREN);
  const args = parseArguments(cursor, kind, depth);
  cursor.expect(Character.RIGHT_PAREN);
  return functionCallOf(name, args);
}

/** Most functions are of one field, or of another function of it. @param depth how many functions are around them, from 1 */
function parseArguments(cursor: TokenCursor, kind: number, depth: number): Arguments {
  switch (kind) {
    case DISTANCE:
      return parseDistanceArguments(cursor);
    case FORMULA:
      return parseFormula(cursor);
    default:
      return kind === COUNT && cursor.at(Character.RIGHT_PAREN) ? [] : [parseNested(cursor, depth)];
  }
}

/** `FORMULA('Amount * 0.1')`: the formula is a text of its own language. */
function parseFormula(cursor: TokenCursor): Arguments {
  return [parseString(cursor)];
}

/** `DISTANCE(field, GEOLOCATION(latitude, longitude), 'unit')`, in this order only. */
function parseDistanceArguments(cursor: TokenCursor): Arguments {
  const field = parseFieldPath(cursor);
  cursor.expect(Character.COMMA);
  const place = parseGeolocation(cursor);
  cursor.expect(Character.COMMA);
  return [field, place, parseUnit(cursor)];
}

function parseGeolocation(cursor: TokenCursor): FunctionCall {
  const { start, end } = cursor;
  cursor.expect(GEOLOCATION);
  const name = cursor.text.slice(start, end);
  cursor.expect(Character.LEFT_PAREN);
  const latitude = parseNumber(cursor);
  cursor.expect(Character.COMMA);
  const longitude = parseNumber(cursor);
  cursor.expect(Character.RIGHT_PAREN);
  return cursor.mark(functionCall(name, latitude, longitude), start);
}

function parseUnit(cursor: TokenCursor): Literal {
  const { text, start } = cursor;
  const isUnit = cursor.at(Character.QUOTE) && /^'(mi|km)'$/i.test(text.slice(start, cursor.endOfString()));
  if (!isUnit) throw cursor.unexpected();
  return parseString(cursor);
}
