import {
  dataCategories,
  securityMode,
  withContext,
  withFilter,
} from '../ast/factories/with-clause.factory.js';
import type { DataCategoryFilter, WithClause, WithContext } from '../ast/with-clause.js';
import { parseCondition, type QueryParser } from './condition.parser.js';
import { parseLiteral } from './literal.parser.js';
import type { TokenCursor } from './token-cursor.js';

const SECURITY_MODES = ['SECURITY_ENFORCED', 'USER_MODE', 'SYSTEM_MODE'] as const;

/** What follows WITH. */
export function parseWith(cursor: TokenCursor, parseQuery: QueryParser): WithClause {
  const { start } = cursor;
  return cursor.mark(parseClause(cursor, parseQuery), start);
}

function parseClause(cursor: TokenCursor, parseQuery: QueryParser): WithClause {
  if (cursor.acceptKeyword('DATA')) return parseDataCategories(cursor);
  if (cursor.isCall()) return parseContext(cursor);
  const mode = SECURITY_MODES.find((keyword) => cursor.acceptKeyword(keyword));
  return mode ? securityMode(mode) : withFilter(parseCondition(cursor, parseQuery));
}

function parseDataCategories(cursor: TokenCursor): WithClause {
  cursor.expectKeyword('CATEGORY');
  const filters = [parseDataCategoryFilter(cursor)];
  while (cursor.acceptKeyword('AND')) filters.push(parseDataCategoryFilter(cursor));
  return dataCategories(filters);
}

function parseDataCategoryFilter(cursor: TokenCursor): DataCategoryFilter {
  const group = cursor.simpleName();
  const selector = cursor.expectOneOf(['AT', 'ABOVE', 'BELOW', 'ABOVE_OR_BELOW']);
  if (!cursor.accept('(')) return { group, selector, categories: [cursor.simpleName()] };
  const categories = cursor.list(() => cursor.simpleName());
  cursor.expect(')');
  return { group, selector, categories };
}

function parseContext(cursor: TokenCursor): WithClause {
  const name = cursor.simpleName();
  cursor.expect('(');
  const settings = cursor.list(() => parseSetting(cursor));
  cursor.expect(')');
  return withContext(name, settings);
}

function parseSetting(cursor: TokenCursor): WithContext['settings'][number] {
  const name = cursor.simpleName();
  cursor.expect('=');
  return { name, value: parseLiteral(cursor) };
}
