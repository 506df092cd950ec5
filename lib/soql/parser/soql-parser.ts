import { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import type { SelectItem } from '../ast/select-item.js';
import type { SoqlQuery } from '../ast/soql-query.js';
import { MAX_TEXT_LENGTH } from './characters.js';
import { parseFor, parseFrom, parseGroupBy, parseOrderByItem, parseUpdate } from './clause.parser.js';
import { parseCondition } from './condition.parser.js';
import { type Keyword, KEYWORDS } from './keywords.js';
import { NodePositions } from './node-positions.js';
import { parseSelectItem } from './select.parser.js';
import { TokenCursor } from './token-cursor.js';
import { parseWith } from './with.parser.js';

const { ALL, BY, FROM, GROUP, HAVING, LIMIT, OFFSET, ORDER, ROWS, SCOPE, SELECT, USING, WHERE, WITH } =
  KEYWORDS;

/** A query with the places its parts stand at. */
export interface ParsedSoql {
  readonly query: SoqlQuery;
  /** Offset in the text of the first character of a node of the query; `undefined` for anything else. */
  positionOf(node: object): number | undefined;
}

/**
 * Reads a query.
 *
 * @throws MalformedQueryException with the message that Salesforce gives.
 */
export function parseSoql(text: string): SoqlQuery {
  return parseText(text);
}

/**
 * Reads a query and remembers where everything stands in the text. The tree is the same: positions are kept beside it.
 *
 * @throws MalformedQueryException with the message that Salesforce gives.
 */
export function parseSoqlWithPositions(text: string): ParsedSoql {
  const positions = new NodePositions();
  return { query: parseText(text, positions), positionOf: (node) => positions.of(node) };
}

function parseText(text: string, positions?: NodePositions): SoqlQuery {
  if (text.length > MAX_TEXT_LENGTH) {
    throw new MalformedQueryException(
      `SOQL statements can not be longer than ${MAX_TEXT_LENGTH} characters.`,
      {
        errorCode: 'MALFORMED_QUERY',
      },
    );
  }
  const cursor = new TokenCursor(text, positions);
  const query = parseQuery(cursor);
  if (!cursor.atEnd) throw cursor.unexpected();
  return query;
}

/** A query, up to its end or the parenthesis that closes it. The order of these lines is the order of the clauses. */
export function parseQuery(cursor: TokenCursor): SoqlQuery {
  const { start } = cursor;
  cursor.expect(SELECT);
  if (cursor.at(FROM)) throw cursor.unexpected(start);
  const select = cursor.list(parseSelected);
  cursor.expect(FROM);
  const from = parseFrom(cursor);
  const scope = acceptKeywords(cursor, USING, SCOPE) ? cursor.simpleName() : undefined;
  const where = cursor.accept(WHERE) ? parseCondition(cursor, parseQuery) : undefined;
  const withClause = cursor.accept(WITH) ? parseWith(cursor, parseQuery) : undefined;
  const groupBy = acceptKeywords(cursor, GROUP, BY) ? parseGroupBy(cursor) : undefined;
  const having = groupBy && cursor.accept(HAVING) ? parseCondition(cursor, parseQuery) : undefined;
  const orderBy = acceptKeywords(cursor, ORDER, BY) ? cursor.list(parseOrderByItem) : undefined;
  const limit = cursor.accept(LIMIT) ? cursor.count() : undefined;
  const offset = cursor.accept(OFFSET) ? cursor.count() : undefined;
  const viewed = parseFor(cursor);
  const update = parseUpdate(cursor);
  const locked = update && parseFor(cursor);
  const allRows = acceptKeywords(cursor, ALL, ROWS) ? true : undefined;
  // The literal of the factory, without the object that is handed to it: one shape, and one object, for every query.
  const query: SoqlQuery = {
    kind: 'query',
    select,
    from,
    scope,
    where,
    with: withClause,
    groupBy,
    having,
    orderBy,
    limit,
    offset,
    for: locked ? [...(viewed ?? []), ...locked] : viewed,
    update,
    allRows,
  };
  return cursor.mark(query, start);
}

function parseSelected(cursor: TokenCursor): SelectItem {
  return parseSelectItem(cursor, parseQuery);
}

function acceptKeywords(cursor: TokenCursor, first: Keyword, second: Keyword): boolean {
  if (!cursor.accept(first)) return false;
  cursor.expect(second);
  return true;
}
