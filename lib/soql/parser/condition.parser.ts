import {
  comparison,
  inclusion,
  membership,
  logical,
  not,
  semiJoin,
} from '../ast/factories/condition.factory.js';
import type { ComparisonOperator, Condition } from '../ast/condition.js';
import type { Expression } from '../ast/expression.js';
import type { SoqlQuery } from '../ast/soql-query.js';
import { Character } from './character.enum.js';
import { characterAt } from './characters.js';
import { parseExpression } from './expression.parser.js';
import { KEYWORDS } from './keywords.js';
import { bindVariable, parseLiteral, parsePattern, parseString } from './literal.parser.js';
import type { TokenCursor } from './token-cursor.js';

const { AND, EXCLUDES, IN, INCLUDES, LIKE, NOT, OR, SELECT } = KEYWORDS;

/** Parses the query of a semi-join. Handed in, because a query has conditions itself. */
export type QueryParser = (cursor: TokenCursor) => SoqlQuery;

/**
 * The condition of WHERE or HAVING. A list under one of AND and OR ends where the other one comes, and since nothing else
 * expects that, mixing them without parentheses is refused just as the server refuses it.
 */
export function parseCondition(cursor: TokenCursor, parseQuery: QueryParser): Condition {
  const { start } = cursor;
  const first = parseOperand(cursor, parseQuery);
  const operator = cursor.kind;
  if (operator !== AND && operator !== OR) return first;
  const conditions = parseConditions(cursor, parseQuery, first);
  return cursor.mark(logical(operator === OR ? 'or' : 'and', conditions), start);
}

/** The conditions under the operator that is here. A list that is made with its items is smaller than one that grows. */
function parseConditions(cursor: TokenCursor, parseQuery: QueryParser, first: Condition): Condition[] {
  const operator = cursor.kind;
  cursor.skip();
  const second = parseOperand(cursor, parseQuery);
  if (!cursor.accept(operator)) return [first, second];
  const conditions = [first, second, parseOperand(cursor, parseQuery)];
  while (cursor.accept(operator)) conditions.push(parseOperand(cursor, parseQuery));
  return conditions;
}

function parseOperand(cursor: TokenCursor, parseQuery: QueryParser): Condition {
  const { start } = cursor;
  if (cursor.accept(Character.LEFT_PAREN)) {
    cursor.enter();
    const condition = parseCondition(cursor, parseQuery);
    cursor.leave();
    cursor.expect(Character.RIGHT_PAREN);
    return condition;
  }
  if (cursor.accept(NOT)) {
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
  if (cursor.accept(LIKE)) return comparison(left, 'LIKE', parsePattern(cursor));
  return parseChoice(cursor, parseQuery, left, start);
}

/** What is asked with a list or a query. @param start where the expression starts */
function parseChoice(
  cursor: TokenCursor,
  parseQuery: QueryParser,
  left: Expression,
  start: number,
): Condition {
  if (cursor.accept(INCLUDES)) return inclusion(left, parseStrings(cursor), false);
  if (cursor.accept(EXCLUDES)) return inclusion(left, parseStrings(cursor), true);
  const negated = cursor.accept(NOT);
  cursor.expect(IN);
  if (cursor.at(Character.COLON)) throw bindVariable(cursor);
  cursor.expect(Character.LEFT_PAREN);
  if (cursor.at(Character.RIGHT_PAREN)) throw cursor.unexpected(start);
  const condition =
    left.kind === 'field' && cursor.at(SELECT)
      ? semiJoin(left, parseJoined(cursor, parseQuery), negated)
      : membership(left, cursor.list(parseLiteral), negated);
  cursor.expect(Character.RIGHT_PAREN);
  return condition;
}

/** The operator made of symbols that is here, if any; `<>` is another way to write `!=`, and as long. */
function operatorAt({ kind: code, start }: TokenCursor): ComparisonOperator | undefined {
  if (code === Character.EQUAL) return '=';
  if (code !== Character.LESS && code !== Character.GREATER && code !== Character.BANG) return undefined;
  const next = characterAt(start + 1);
  switch (code) {
    case Character.BANG:
      return next === Character.EQUAL ? '!=' : undefined;
    case Character.GREATER:
      return next === Character.EQUAL ? '>=' : '>';
    case Character.LESS:
      if (next === Character.EQUAL) return '<=';
      return next === Character.GREATER ? '!=' : '<';
  }
}

function parseJoined(cursor: TokenCursor, parseQuery: QueryParser): SoqlQuery {
  cursor.enter();
  const query = parseQuery(cursor);
  cursor.leave();
  return query;
}

function parseStrings(cursor: TokenCursor): ReturnType<typeof parseString>[] {
  cursor.expect(Character.LEFT_PAREN);
  const strings = cursor.list(parseString);
  cursor.expect(Character.RIGHT_PAREN);
  return strings;
}
