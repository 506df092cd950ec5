import { MalformedQueryException } from '../../../exceptions/malformed-query.exception.js';
import { MAX_TEXT_LENGTH } from '../../parser/characters.js';
import { parseUpdate } from '../../parser/clause.parser.js';
import { NodePositions } from '../../parser/node-positions.js';
import { parseQuery } from '../../parser/soql-parser.js';
import { TokenCursor } from '../../parser/token-cursor.js';
import { soslSearch } from '../ast/factories/sosl-search.factory.js';
import type { SearchExpression } from '../ast/search-expression.js';
import type { SearchOption } from '../ast/search-option.js';
import type { SearchGroup, SoslSearch } from '../ast/sosl-search.js';
import { isTooShort } from '../search-text.js';
import { malformedSearch } from './malformed-search.js';
import { parseReturningItem } from './returning.parser.js';
import { parseSearchExpression } from './search-expression.parser.js';
import { parseSearchOption } from './search-option.parser.js';
import { KEYWORDS } from '../../parser/keywords.js';

const { FIELDS, FIND, IN, LIMIT, RETURNING, SEARCH, USING, WITH } = KEYWORDS;

/** A search with the places its parts stand at. */
export interface ParsedSosl {
  readonly search: SoslSearch;
  /** Offset in the text of the first character of a node outside the braces; `undefined` for anything else. */
  positionOf(node: object): number | undefined;
}

/**
 * Reads a search.
 *
 * @throws MalformedQueryException with the message that Salesforce gives.
 */
export function parseSosl(text: string): SoslSearch {
  return parseText(text);
}

/**
 * Reads a search and remembers where everything stands in the text. The tree is the same: positions are kept beside it.
 *
 * @throws MalformedQueryException with the message that Salesforce gives.
 */
export function parseSoslWithPositions(text: string): ParsedSosl {
  const positions = new NodePositions();
  return { search: parseText(text, positions), positionOf: (node) => positions.of(node) };
}

function parseText(text: string, positions?: NodePositions): SoslSearch {
  if (text.length > MAX_TEXT_LENGTH) {
    throw new MalformedQueryException(
      `SOSL statements can not be longer than ${MAX_TEXT_LENGTH} characters.`,
      { errorCode: 'MALFORMED_SEARCH' },
    );
  }
  try {
    const cursor = new TokenCursor(text, positions);
    const search = parseSearch(cursor);
    if (!cursor.atEnd) throw cursor.unexpected();
    return search;
  } catch (error) {
    if (!(error instanceof MalformedQueryException) || error.errorCode !== 'MALFORMED_QUERY') throw error;
    // What the clauses share with queries is read by the parser of queries.
    throw new MalformedQueryException(error.message, { errorCode: 'MALFORMED_SEARCH' });
  }
}

/** The order of these lines is the order of the clauses. */
function parseSearch(cursor: TokenCursor): SoslSearch {
  const { start } = cursor;
  const find = parseFind(cursor);
  let mode = parseMode(cursor);
  const group = cursor.accept(IN) ? parseGroup(cursor) : undefined;
  const returning = cursor.accept(RETURNING)
    ? cursor.list(() => parseReturningItem(cursor, parseQuery))
    : undefined;
  const options: SearchOption[] = [];
  while (cursor.accept(WITH)) options.push(parseSearchOption(cursor, parseQuery));
  mode ??= parseMode(cursor);
  const limit = cursor.accept(LIMIT) ? cursor.count() : undefined;
  const update = parseUpdate(cursor);
  return cursor.mark(
    soslSearch({
      find,
      mode,
      in: group,
      returning,
      with: options.length > 0 ? options : undefined,
      limit,
      update,
    }),
    start,
  );
}

function parseFind(cursor: TokenCursor): SearchExpression {
  const { text } = cursor;
  if (!cursor.at(FIND)) throw cursor.unexpected();
  const brace = /\s*\{/y;
  brace.lastIndex = cursor.end;
  if (!brace.test(text)) {
    throw new MalformedQueryException('No search term found. The search term must be enclosed in braces.', {
      errorCode: 'MALFORMED_SEARCH',
    });
  }
  const { expression, end } = parseSearchExpression(text, brace.lastIndex);
  if (!expression || isTooShort(expression)) throw tooShort(text.slice(brace.lastIndex, end - 1).trim());
  // What stands in the braces is a language of its own; the tokens go on behind it.
  cursor.moveTo(end);
  return expression;
}

function parseMode(cursor: TokenCursor): SoslSearch['mode'] {
  if (!cursor.accept(USING)) return undefined;
  const mode = cursor.expectOneOf(['PHRASE', 'ADVANCED']);
  cursor.expect(SEARCH);
  return mode;
}

function parseGroup(cursor: TokenCursor): SearchGroup {
  const group = cursor.expectOneOf(['ALL', 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR']);
  if (!cursor.accept(FIELDS)) {
    throw malformedSearch(
      cursor.text,
      cursor.start,
      `Malformed search token: ${cursor.text.slice(cursor.start, cursor.endOfToken())}`,
    );
  }
  return group;
}

function tooShort(term: string): MalformedQueryException {
  return new MalformedQueryException(`search term must be longer than one character: ${term}`, {
    errorCode: 'INVALID_SEARCH',
  });
}
