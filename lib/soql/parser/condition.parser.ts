import {
  and,
  comparison,
  inclusion,
  membership,
  not,
  or,
  semiJoin,
} from '../ast/factories/condition.factory.js';
import type { ComparisonOperator, Condition } from '../ast/condition.js';
import type { Expression } from '../ast/expression.js';
import type { SoqlQuery } from '../ast/soql-query.js';
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
  const conditions: [Condition, ...Condition[]] = [parseOperand(cursor, parseQuery)];
  const keyword = cursor.atKeyword('OR') ? 'OR' : 'AND';
  while (cursor.acceptKeyword(keyword)) conditions.push(parseOperand(cursor, parseQuery));
  if (conditions.length === 1) return conditions[0];
  return cursor.mark(keyword === 'OR' ? or(...conditions) : and(...conditions), start);
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
  return cursor.mark(parseTest(cursor, parseExpression(cursor), parseQuery), start);
}

/** What is asked of the expression on the left. */
function parseTest(cursor: TokenCursor, left: Expression, parseQuery: QueryParser): Condition {
  const { kind } = cursor;
  if (isComparison(kind)) {
    cursor.advance();
    return comparison(left, kind, parseLiteral(cursor));
  }
  if (cursor.acceptKeyword('LIKE')) return comparison(left, 'LIKE', parsePattern(cursor));
  if (cursor.acceptKeyword('IN')) return parseMembership(cursor, left, false, parseQuery);
  if (cursor.acceptKeyword('INCLUDES')) return inclusion(left, parseList(cursor, parseString), false);
  if (cursor.acceptKeyword('EXCLUDES')) return inclusion(left, parseList(cursor, parseString), true);
  cursor.expectKeyword('NOT');
  cursor.expectKeyword('IN');
  return parseMembership(cursor, left, true, parseQuery);
}

function isComparison(kind: string): kind is ComparisonOperator {
  return kind === '=' || kind === '!=' || kind === '<' || kind === '<=' || kind === '>' || kind === '>=';
}

function parseMembership(
  cursor: TokenCursor,
  left: Expression,
  negated: boolean,
  parseQuery: QueryParser,
): Condition {
  if (cursor.kind === ':') throw bindVariable(cursor);
  cursor.expect('(');
  if (left.kind === 'field' && cursor.atKeyword('SELECT')) {
    cursor.enter();
    const query = parseQuery(cursor);
    cursor.leave();
    cursor.expect(')');
    return semiJoin(left, query, negated);
  }
  const values = cursor.list(parseLiteral);
  cursor.expect(')');
  return membership(left, values, negated);
}

function parseList<T>(cursor: TokenCursor, parseItem: (cursor: TokenCursor) => T): readonly T[] {
  cursor.expect('(');
  const items = cursor.list(parseItem);
  cursor.expect(')');
  return items;
}
