import {
  comparison,
  inclusion,
  membership,
  logical,
  not,
  semiJoin,
} from '../ast/factories/condition.factory.js';
import type { ComparisonOperator, Condition } from '../ast/condition.js';
import type { SoqlQuery } from '../ast/soql-query.js';
import { BANG, characterAt, EQUAL, GREATER, LESS } from './characters.js';
import { parseExpression } from './expression.parser.js';
import { bindVariable, parseLiteral, parsePattern, parseString } from './literal.parser.js';
import type { TokenCursor } from './token-cursor.js';

/** Parses the query of a semi-join. Handed in, because a query has conditions itself. */
export type QueryParser = (cursor: TokenCursor) => SoqlQuery;

/**
 * The condition of WHERE or HAVING. A list under one of AND and OR ends where the other one comes, and since nothing else
 * expects that, mixing them without parentheses is refused just as the server refuses it.
 */
export function parseCondition(cursor: TokenCursor, parseQuery: QueryParser): Condition {
  const { start } = cursor;
  const first = parseOperand(cursor, parseQuery);
  const isOr = cursor.atKeyword('OR');
  if (!isOr && !cursor.atKeyword('AND')) return first;
  const conditions = [first];
  while (cursor.acceptKeyword(isOr ? 'OR' : 'AND')) conditions.push(parseOperand(cursor, parseQuery));
  return cursor.mark(logical(isOr ? 'or' : 'and', conditions), start);
}

function parseOperand(cursor: TokenCursor, parseQuery: QueryParser): Condition {
  const { start } = cursor;
  if (cursor.accept('(')) {
    cursor.enter();
    const condition = parseCondition(cursor, parseQuery);
    cursor.leave();
    cursor.expect(')');
    return condition;
  }
  if (cursor.acceptKeyword('NOT')) {
    cursor.enter();
    const condition = not(parseOperand(cursor, parseQuery));
    cursor.leave();
    return cursor.mark(condition, start);
  }
  return cursor.mark(parseTest(cursor, parseQuery), start);
}

/** An expression and what is asked of it. */
function parseTest(cursor: TokenCursor, parseQuery: QueryParser): Condition {
  const { start } = cursor;
  const left = parseExpression(cursor);
  const operator = operatorAt(cursor);
  if (operator !== undefined) {
    cursor.moveTo(cursor.start + operator.length);
    return comparison(left, operator, parseLiteral(cursor));
  }
  if (cursor.acceptKeyword('LIKE')) return comparison(left, 'LIKE', parsePattern(cursor));
  if (cursor.acceptKeyword('INCLUDES')) return inclusion(left, parseStrings(cursor), false);
  if (cursor.acceptKeyword('EXCLUDES')) return inclusion(left, parseStrings(cursor), true);
  const negated = cursor.acceptKeyword('NOT');
  cursor.expectKeyword('IN');
  if (cursor.at(':')) throw bindVariable(cursor);
  cursor.expect('(');
  if (cursor.at(')')) throw cursor.unexpected(start);
  const condition =
    left.kind === 'field' && cursor.atKeyword('SELECT')
      ? semiJoin(left, parseJoined(cursor, parseQuery), negated)
      : membership(left, cursor.list(parseLiteral), negated);
  cursor.expect(')');
  return condition;
}

/** The operator made of symbols that is here, if any; `<>` is another way to write `!=`, and as long. */
function operatorAt({ code, codes, start }: TokenCursor): ComparisonOperator | undefined {
  if (code === EQUAL) return '=';
  if (code !== LESS && code !== GREATER && code !== BANG) return undefined;
  const next = characterAt(codes, start + 1);
  switch (code) {
    case BANG:
      return next === EQUAL ? '!=' : undefined;
    case GREATER:
      return next === EQUAL ? '>=' : '>';
    case LESS:
      if (next === EQUAL) return '<=';
      return next === GREATER ? '!=' : '<';
  }
}

function parseJoined(cursor: TokenCursor, parseQuery: QueryParser): SoqlQuery {
  cursor.enter();
  const query = parseQuery(cursor);
  cursor.leave();
  return query;
}

function parseStrings(cursor: TokenCursor): ReturnType<typeof parseString>[] {
  cursor.expect('(');
  const strings = cursor.list(parseString);
  cursor.expect(')');
  return strings;
}
