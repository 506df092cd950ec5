import { fieldsExpansion, selected } from '../../ast/factories/select-item.factory.js';
import type { Condition } from '../../ast/condition.js';
import type { FieldsExpansion, SelectedExpression } from '../../ast/select-item.js';
import { Character } from '../../parser/character.enum.js';
import { parseOrderByItem } from '../../parser/clause.parser.js';
import { parseCondition, type QueryParser } from '../../parser/condition.parser.js';
import { parseExpression } from '../../parser/expression.parser.js';
import { KEYWORDS } from '../../parser/keywords.js';
import { parseLiteral } from '../../parser/literal.parser.js';
import type { TokenCursor } from '../../parser/token-cursor.js';
import {
  listViewFilter,
  listViewIdFilter,
  lookupFilter,
  returningItem,
} from '../ast/factories/sosl-search.factory.js';
import type { LookupFilter, ReturningFilter, ReturningItem } from '../ast/returning-item.js';

const { BIND, BY, FIELDS, ID, LIMIT, LISTVIEW, LOOKUP, OFFSET, ORDER, USING, WHERE } = KEYWORDS;

/** Words that are no reserved ones and yet start a clause, so that they are no alias of a field. */
const CLAUSE_STARTS = [ORDER, OFFSET] as const;

/** One object of RETURNING. */
export function parseReturningItem(cursor: TokenCursor, parseQuery: QueryParser): ReturningItem {
  const { start } = cursor;
  const sobject = cursor.objectName();
  if (!cursor.accept(Character.LEFT_PAREN)) return cursor.mark(returningItem(sobject), start);
  const fields = cursor.list(parseField);
  let where: Condition | undefined;
  let using: ReturningFilter | undefined;
  // The documentation has WHERE first, the platform takes either order.
  for (;;) {
    if (!where && cursor.accept(WHERE)) where = parseCondition(cursor, parseQuery);
    else if (!using && cursor.accept(USING)) using = parseFilter(cursor);
    else break;
  }
  const orderBy = acceptOrderBy(cursor) ? cursor.list(parseOrderByItem) : undefined;
  const limit = cursor.accept(LIMIT) ? cursor.count() : undefined;
  const offset = cursor.accept(OFFSET) ? cursor.count() : undefined;
  cursor.expect(Character.RIGHT_PAREN);
  return cursor.mark(returningItem(sobject, { fields, where, using, orderBy, limit, offset }), start);
}

function acceptOrderBy(cursor: TokenCursor): boolean {
  if (!cursor.accept(ORDER)) return false;
  cursor.expect(BY);
  return true;
}

function parseField(cursor: TokenCursor): SelectedExpression | FieldsExpansion {
  const { start } = cursor;
  if (cursor.at(FIELDS) && cursor.isCall()) {
    cursor.expect(FIELDS);
    cursor.expect(Character.LEFT_PAREN);
    const group = cursor.expectOneOf(['ALL', 'STANDARD', 'CUSTOM']);
    cursor.expect(Character.RIGHT_PAREN);
    return cursor.mark(fieldsExpansion(group), start);
  }
  const expression = parseExpression(cursor);
  return cursor.mark(selected(expression, atAlias(cursor) ? cursor.simpleName() : undefined), start);
}

function atAlias(cursor: TokenCursor): boolean {
  if (!cursor.isWord || cursor.atReservedWord()) return false;
  return !CLAUSE_STARTS.some((word) => cursor.at(word));
}

/** What follows USING. */
function parseFilter(cursor: TokenCursor): ReturningFilter {
  if (cursor.accept(LOOKUP)) return parseLookup(cursor);
  cursor.expect(LISTVIEW);
  if (cursor.accept(Character.EQUAL)) return listViewFilter(cursor.simpleName());
  cursor.expect(Character.LEFT_PAREN);
  cursor.expect(ID);
  cursor.expect(Character.EQUAL);
  const id = parseBareId(cursor);
  cursor.expect(Character.RIGHT_PAREN);
  return listViewIdFilter(id);
}

/** An id without quotes; most start with digits. */
function parseBareId(cursor: TokenCursor): string {
  const id = /^\w+/.exec(cursor.text.slice(cursor.start))?.[0];
  if (id === undefined) throw cursor.unexpected();
  cursor.moveTo(cursor.start + id.length);
  return id;
}

function parseLookup(cursor: TokenCursor): LookupFilter {
  const path = cursor.path();
  return lookupFilter(path, cursor.accept(BIND) ? cursor.list(parseBinding) : undefined);
}

function parseBinding(cursor: TokenCursor): LookupFilter['bindings'][number] {
  const name = cursor.simpleName();
  cursor.expect(Character.EQUAL);
  return { name, value: parseLiteral(cursor) };
}
