import {
  dataCategories,
  securityMode,
  withContext,
  withFilter,
} from '../ast/factories/with-clause.factory.js';
import type { DataCategoryFilter, WithClause, WithContext } from '../ast/with-clause.js';
import { Character } from './character.enum.js';
import { parseCondition, type QueryParser } from './condition.parser.js';
import { KEYWORDS } from './keywords.js';
import { parseLiteral } from './literal.parser.js';
import type { TokenCursor } from './token-cursor.js';

const { AND, CATEGORY, DATA } = KEYWORDS;

const SECURITY_MODES = ['SECURITY_ENFORCED', 'USER_MODE', 'SYSTEM_MODE'] as const;

/** What follows WITH. */
export function parseWith(cursor: TokenCursor, parseQuery: QueryParser): WithClause {
  const { start } = cursor;
  return cursor.mark(parseClause(cursor, parseQuery), start);
}

function parseClause(cursor: TokenCursor, parseQuery: QueryParser): WithClause {
  if (cursor.accept(DATA)) return parseDataCategories(cursor);
  if (cursor.isCall() || cursor.at(Character.LEFT_PAREN)) return parseContext(cursor);
  const mode = SECURITY_MODES.find((mode) => cursor.accept(KEYWORDS[mode]));
  return mode ? securityMode(mode) : withFilter(parseCondition(cursor, parseQuery));
}

function parseDataCategories(cursor: TokenCursor): WithClause {
  cursor.expect(CATEGORY);
  const filters = [parseDataCategoryFilter(cursor)];
  while (cursor.accept(AND)) filters.push(parseDataCategoryFilter(cursor));
  return dataCategories(filters);
}

function parseDataCategoryFilter(cursor: TokenCursor): DataCategoryFilter {
  const group = cursor.simpleName();
  const selector = cursor.expectOneOf(['AT', 'ABOVE', 'BELOW', 'ABOVE_OR_BELOW']);
  if (!cursor.accept(Character.LEFT_PAREN)) return { group, selector, categories: [cursor.simpleName()] };
  const categories = cursor.list(() => cursor.simpleName());
  cursor.expect(Character.RIGHT_PAREN);
  return { group, selector, categories };
}

function parseContext(cursor: TokenCursor): WithClause {
  const name = cursor.simpleName();
  cursor.expect(Character.LEFT_PAREN);
  const settings = cursor.list(() => parseSetting(cursor));
  cursor.expect(Character.RIGHT_PAREN);
  return withContext(name, settings);
}

function parseSetting(cursor: TokenCursor): WithContext['settings'][number] {
  const name = cursor.simpleName();
  cursor.expect(Character.EQUAL);
  return { name, value: parseLiteral(cursor) };
}
