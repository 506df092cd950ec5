import { fieldPathOf, functionCall, functionCallOf } from '../ast/factories/expression.factory.js';
import type { Expression, FieldPath, FunctionCall } from '../ast/expression.js';
import type { Literal } from '../ast/literal.js';
import { QUOTE } from './characters.js';
import { parseNumber, parseString } from './literal.parser.js';
import type { TokenCursor } from './token-cursor.js';

type Arguments = readonly (Expression | Literal)[];

/** Reads the arguments of a function. @param depth how many functions are around them, from 1 */
type ArgumentsParser = (cursor: TokenCursor, depth: number) => Arguments;

/** A function of a function is as far as the language goes: `FORMAT(convertCurrency(Amount))`. */
const MAX_DEPTH = 2;

/** Functions of one field, or of another function of it. */
const FUNCTIONS_OF_ONE = [
  'AVG',
  'COUNT_DISTINCT',
  'MAX',
  'MIN',
  'SUM',
  'GROUPING',
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
  'CONVERTCURRENCY',
  'CONVERTTIMEZONE',
  'FORMAT',
  'TOLABEL',
];

const FUNCTIONS: ReadonlyMap<string, ArgumentsParser> = new Map<string, ArgumentsParser>([
  ...FUNCTIONS_OF_ONE.map((name) => [name, parseOneArgument] as const),
  ['COUNT', parseOptionalArgument],
  ['DISTANCE', parseDistanceArguments],
  ['FORMULA', parseFormula],
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
  const { start } = cursor;
  const path = cursor.path();
  if (!cursor.at('(')) return cursor.mark(fieldPathOf(path), start);
  return cursor.mark(parseCall(cursor, path, depth + 1), start);
}

function parseCall(cursor: TokenCursor, path: readonly [string, ...string[]], depth: number): FunctionCall {
  const [name] = path;
  const parseArguments = path.length === 1 && depth <= MAX_DEPTH ? argumentsOf(name) : undefined;
  if (!parseArguments) throw cursor.unexpected();
  cursor.expect('(');
  const args = parseArguments(cursor, depth);
  cursor.expect(')');
  return functionCallOf(name, args);
}

function argumentsOf(name: string): ArgumentsParser | undefined {
  return FUNCTIONS.get(name) ?? FUNCTIONS.get(name.toUpperCase());
}

function parseOneArgument(cursor: TokenCursor, depth: number): Arguments {
  return [parseNested(cursor, depth)];
}

function parseOptionalArgument(cursor: TokenCursor, depth: number): Arguments {
  return cursor.at(')') ? [] : parseOneArgument(cursor, depth);
}

/** `FORMULA('Amount * 0.1')`: the formula is a text of its own language. */
function parseFormula(cursor: TokenCursor): Arguments {
  return [parseString(cursor)];
}

/** `DISTANCE(field, GEOLOCATION(latitude, longitude), 'unit')`, in this order only. */
function parseDistanceArguments(cursor: TokenCursor): Arguments {
  const field = parseFieldPath(cursor);
  cursor.expect(',');
  const place = parseGeolocation(cursor);
  cursor.expect(',');
  return [field, place, parseUnit(cursor)];
}

function parseGeolocation(cursor: TokenCursor): FunctionCall {
  const { start, end } = cursor;
  cursor.expectKeyword('GEOLOCATION');
  const name = cursor.text.slice(start, end);
  cursor.expect('(');
  const latitude = parseNumber(cursor);
  cursor.expect(',');
  const longitude = parseNumber(cursor);
  cursor.expect(')');
  return cursor.mark(functionCall(name, latitude, longitude), start);
}

function parseUnit(cursor: TokenCursor): Literal {
  const { text, start } = cursor;
  const isUnit = cursor.code === QUOTE && /^'(mi|km)'$/i.test(text.slice(start, cursor.endOfString()));
  if (!isUnit) throw cursor.unexpected();
  return parseString(cursor);
}
