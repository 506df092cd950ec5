import { fromClause, groupByClause, orderByItem } from '../ast/factories/soql-query.factory.js';
import type { FromClause, GroupByClause, OrderByItem, SoqlQuery } from '../ast/soql-query.js';
import { Character } from './character.enum.js';
import { parseExpression } from './expression.parser.js';
import { KEYWORDS } from './keywords.js';
import type { TokenCursor } from './token-cursor.js';

const { ALL, AS, ASC, CUBE, DESC, FOR, NULLS, OFFSET, ORDER, ROLLUP, UPDATE } = KEYWORDS;

/** Words that are no reserved ones and yet start a clause, so that they are no alias after FROM. */
const CLAUSE_STARTS: ReadonlySet<number> = new Set<number>([ORDER, OFFSET, FOR, UPDATE, ALL]);

/** Where NULLS go. */
const ENDS = ['FIRST', 'LAST'] as const;

const PURPOSES = ['VIEW', 'REFERENCE', 'UPDATE'] as const;

/** What follows FROM. */
export function parseFrom(cursor: TokenCursor): FromClause {
  const { start } = cursor;
  const sobject = cursor.objectName();
  const alias = parseAlias(cursor);
  let related: NonNullable<FromClause['related']>[number][] | undefined;
  while (cursor.accept(Character.COMMA)) {
    (related ??= []).push({ path: cursor.path(), alias: parseAlias(cursor) });
  }
  return cursor.mark(fromClause(sobject, alias, related), start);
}

/** What follows GROUP BY. */
export function parseGroupBy(cursor: TokenCursor): GroupByClause {
  const { start } = cursor;
  const kind = groupingAt(cursor);
  if (kind === 'plain') return cursor.mark(groupByClause(cursor.list(parseExpression)), start);
  cursor.skip();
  cursor.expect(Character.LEFT_PAREN);
  const expressions = cursor.list(parseExpression);
  cursor.expect(Character.RIGHT_PAREN);
  return cursor.mark(groupByClause(expressions, kind), start);
}

/** One key of ORDER BY. */
export function parseOrderByItem(cursor: TokenCursor): OrderByItem {
  const { start } = cursor;
  const expression = parseExpression(cursor);
  let direction: OrderByItem['direction'];
  if (cursor.accept(ASC)) direction = 'ASC';
  else if (cursor.accept(DESC)) direction = 'DESC';
  const nulls = cursor.accept(NULLS) ? cursor.expectOneOf(ENDS) : undefined;
  return cursor.mark(orderByItem(expression, direction, nulls), start);
}

/** `FOR VIEW`, `FOR REFERENCE` and `FOR UPDATE`, if any. */
export function parseFor(cursor: TokenCursor): SoqlQuery['for'] {
  if (!cursor.at(FOR)) return undefined;
  const purposes: ('VIEW' | 'REFERENCE' | 'UPDATE')[] = [];
  while (cursor.accept(FOR)) {
    purposes.push(...cursor.list(() => cursor.expectOneOf(PURPOSES)));
  }
  return purposes;
}

/** `UPDATE TRACKING` and `UPDATE VIEWSTAT`, if any. */
export function parseUpdate(cursor: TokenCursor): SoqlQuery['update'] {
  if (!cursor.accept(UPDATE)) return undefined;
  return cursor.list(() => cursor.expectOneOf(['TRACKING', 'VIEWSTAT']));
}

/** `ROLLUP` and `CUBE` are names as well. */
function groupingAt(cursor: TokenCursor): GroupByClause['kind'] {
  if (cursor.at(ROLLUP) && cursor.isCall()) return 'rollup';
  return cursor.at(CUBE) && cursor.isCall() ? 'cube' : 'plain';
}

function parseAlias(cursor: TokenCursor): string | undefined {
  if (cursor.accept(AS)) return cursor.simpleName();
  if (!cursor.isWord || startsClause(cursor)) return undefined;
  return cursor.simpleName();
}

function startsClause(cursor: TokenCursor): boolean {
  return cursor.atReservedWord() || CLAUSE_STARTS.has(cursor.kind);
}
