import { fieldPathOf, functionCall, functionCallOf } from '../ast/factories/expression.factory.js';
import type { Expression, FieldPath, FunctionCall } from '../ast/expression.js';
import type { Literal } from '../ast/literal.js';
import { Character } from './character.enum.js';
import { FUNCTION_NAMES } from './function-names.js';
import { type Keyword, KEYWORDS } from './keywords.js';
import { parseNumber, parseString } from './literal.parser.js';
import type { TokenCursor } from './token-cursor.js';

const { GEOLOCATION } = KEYWORDS;

type Arguments = readonly (Expression | Literal)[];

/** Reads the arguments of a function. @param depth how many functions are around them, from 1 */
type ArgumentsParser = (cursor: TokenCursor, depth: number) => Arguments;

/** A function of a function is as far as the language goes: `FORMAT(convertCurrency(Amount))`. */
const MAX_DEPTH = 2;

/** Most functions are of one field, or of another function of it. */
const FUNCTIONS: ReadonlyMap<Keyword, ArgumentsParser> = new Map([
  ...FUNCTION_NAMES.map((name) => [KEYWORDS[name], parseOneArgument] as const),
  [KEYWORDS.COUNT, parseOptionalArgument],
  [KEYWORDS.DISTANCE, parseDistanceArguments],
  [KEYWORDS.FORMULA, parseFormula],
]);

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
  const { start, keyword } = cursor;
  const path = cursor.path();
  if (!cursor.at(Character.LEFT_PAREN)) return cursor.mark(fieldPathOf(path), start);
  return cursor.mark(parseCall(cursor, path[0], keyword, depth + 1), start);
}

function parseCall(cursor: TokenCursor, name: string, keyword: Keyword, depth: number): FunctionCall {
  const parseArguments = depth <= MAX_DEPTH ? FUNCTIONS.get(keyword) : undefined;
  if (!parseArguments) throw cursor.unexpected();
  cursor.expect(Character.LEFT_PAREN);
  const args = parseArguments(cursor, depth);
  cursor.expect(Character.RIGHT_PAREN);
  return functionCallOf(name, args);
}

function parseOneArgument(cursor: TokenCursor, depth: number): Arguments {
  return [parseNested(cursor, depth)];
}

function parseOptionalArgument(cursor: TokenCursor, depth: number): Arguments {
  return cursor.at(Character.RIGHT_PAREN) ? [] : parseOneArgument(cursor, depth);
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
  cursor.expectKeyword(GEOLOCATION);
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
  const isUnit =
    cursor.code === Character.QUOTE && /^'(mi|km)'$/i.test(text.slice(start, cursor.endOfString()));
  if (!isUnit) throw cursor.unexpected();
  return parseString(cursor);
}
