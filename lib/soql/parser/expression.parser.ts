import { fieldPath, functionCall } from '../ast/factories/expression.factory.js';
import type { Expression, FieldPath, FunctionCall } from '../ast/expression.js';
import type { Literal } from '../ast/literal.js';
import { parseNumber, parseString } from './literal.parser.js';
import type { TokenCursor } from './token-cursor.js';

/** Functions of one field, or of another function of it. */
const FUNCTIONS_OF_ONE: ReadonlySet<string> = new Set([
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
]);

/** A field or a function of fields. */
export function parseExpression(cursor: TokenCursor): Expression {
  const { start } = cursor;
  const isDotted = cursor.isDotted;
  const name = cursor.name();
  if (cursor.kind === '(') return cursor.mark(parseCall(cursor, name), start);
  return cursor.mark(pathOf(name, isDotted), start);
}

/** A field, possibly through parents. */
export function parseFieldPath(cursor: TokenCursor): FieldPath {
  const { start } = cursor;
  const isDotted = cursor.isDotted;
  return cursor.mark(pathOf(cursor.name(), isDotted), start);
}

function pathOf(name: string, isDotted: boolean): FieldPath {
  return isDotted ? fieldPath(...(name.split('.') as [string, ...string[]])) : fieldPath(name);
}

function parseCall(cursor: TokenCursor, name: string): FunctionCall {
  const parseArguments = argumentsOf(name.toUpperCase());
  if (!parseArguments) throw cursor.unexpected();
  cursor.advance();
  cursor.enter();
  const args = parseArguments(cursor);
  cursor.leave();
  cursor.expect(')');
  return functionCall(name, ...args);
}

type ArgumentsParser = (cursor: TokenCursor) => readonly (Expression | Literal)[];

function argumentsOf(name: string): ArgumentsParser | undefined {
  if (name === 'COUNT') return parseOptionalArgument;
  if (name === 'DISTANCE') return parseDistanceArguments;
  if (name === 'FORMULA') return parseFormula;
  return FUNCTIONS_OF_ONE.has(name) ? parseOneArgument : undefined;
}

function parseOneArgument(cursor: TokenCursor): readonly Expression[] {
  return [parseExpression(cursor)];
}

function parseOptionalArgument(cursor: TokenCursor): readonly Expression[] {
  return cursor.kind === ')' ? [] : parseOneArgument(cursor);
}

/** `FORMULA('Amount * 0.1')`: the formula is a text of its own language. */
function parseFormula(cursor: TokenCursor): readonly Literal[] {
  return [parseString(cursor)];
}

/** `DISTANCE(field, GEOLOCATION(latitude, longitude), 'unit')`, in this order only. */
function parseDistanceArguments(cursor: TokenCursor): readonly (Expression | Literal)[] {
  const field = parseFieldPath(cursor);
  cursor.expect(',');
  const place = parseGeolocation(cursor);
  cursor.expect(',');
  const isUnit = /^'(mi|km)'$/i.test(cursor.slice());
  if (!isUnit) throw cursor.unexpected();
  return [field, place, parseString(cursor)];
}

function parseGeolocation(cursor: TokenCursor): FunctionCall {
  const { start } = cursor;
  const name = cursor.slice();
  cursor.expectKeyword('GEOLOCATION');
  cursor.expect('(');
  const latitude = parseNumber(cursor);
  cursor.expect(',');
  const longitude = parseNumber(cursor);
  cursor.expect(')');
  return cursor.mark(functionCall(name, latitude, longitude), start);
}
