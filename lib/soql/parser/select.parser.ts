import {
  childSubquery,
  fieldsExpansion,
  selected,
  typeofSelection,
} from '../ast/factories/select-item.factory.js';
import type { SelectItem, TypeofSelection } from '../ast/select-item.js';
import { Character } from './character.enum.js';
import type { QueryParser } from './condition.parser.js';
import { parseExpression, parseFieldPath } from './expression.parser.js';
import { KEYWORDS } from './keywords.js';
import type { TokenCursor } from './token-cursor.js';

const { ELSE, END, FIELDS, FROM, THEN, TYPEOF, WHEN } = KEYWORDS;

/** One item of the select list. */
export function parseSelectItem(cursor: TokenCursor, parseQuery: QueryParser): SelectItem {
  const { start } = cursor;
  if (cursor.accept(Character.LEFT_PAREN)) {
    cursor.enter();
    const query = parseQuery(cursor);
    cursor.leave();
    cursor.expect(Character.RIGHT_PAREN);
    return cursor.mark(childSubquery(query), start);
  }
  if (cursor.accept(TYPEOF)) return cursor.mark(parseTypeof(cursor), start);
  if (cursor.at(FIELDS) && cursor.isCall()) return cursor.mark(parseFields(cursor), start);
  const expression = parseExpression(cursor);
  const isAliased = cursor.isWord && !cursor.at(FROM);
  return cursor.mark(selected(expression, isAliased ? cursor.simpleName() : undefined), start);
}

function parseFields(cursor: TokenCursor): SelectItem {
  cursor.expect(FIELDS);
  cursor.expect(Character.LEFT_PAREN);
  const group = cursor.expectOneOf(['ALL', 'STANDARD', 'CUSTOM']);
  cursor.expect(Character.RIGHT_PAREN);
  return fieldsExpansion(group);
}

function parseTypeof(cursor: TokenCursor): TypeofSelection {
  const relationship = parseFieldPath(cursor);
  const when: TypeofSelection['when'][number][] = [];
  cursor.expect(WHEN);
  do {
    const sobject = cursor.objectName();
    cursor.expect(THEN);
    when.push({ sobject, fields: cursor.list(parseFieldPath) });
  } while (cursor.accept(WHEN));
  const otherwise = cursor.accept(ELSE) ? cursor.list(parseFieldPath) : undefined;
  cursor.expect(END);
  return typeofSelection(relationship, when, otherwise);
}
