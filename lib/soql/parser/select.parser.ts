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
  if (cursor.acceptKeyword(TYPEOF)) return cursor.mark(parseTypeof(cursor), start);
  if (cursor.atKeyword(FIELDS) && cursor.isCall()) return cursor.mark(parseFields(cursor), start);
  const expression = parseExpression(cursor);
  const isAliased = cursor.isWord && !cursor.atKeyword(FROM);
  return cursor.mark(selected(expression, isAliased ? cursor.simpleName() : undefined), start);
}

function parseFields(cursor: TokenCursor): SelectItem {
  cursor.expectKeyword(FIELDS);
  cursor.expect(Character.LEFT_PAREN);
  const group = cursor.expectOneOf(['ALL', 'STANDARD', 'CUSTOM']);
  cursor.expect(Character.RIGHT_PAREN);
  return fieldsExpansion(group);
}

function parseTypeof(cursor: TokenCursor): TypeofSelection {
  const relationship = parseFieldPath(cursor);
  const when: TypeofSelection['when'][number][] = [];
  cursor.expectKeyword(WHEN);
  do {
    const sobject = cursor.objectName();
    cursor.expectKeyword(THEN);
    when.push({ sobject, fields: cursor.list(parseFieldPath) });
  } while (cursor.acceptKeyword(WHEN));
  const otherwise = cursor.acceptKeyword(ELSE) ? cursor.list(parseFieldPath) : undefined;
  cursor.expectKeyword(END);
  return typeofSelection(relationship, when, otherwise);
}
