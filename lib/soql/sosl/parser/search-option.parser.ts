import type { DataCategories, SecurityMode } from '../../ast/with-clause.js';
import type { QueryParser } from '../../parser/condition.parser.js';
import { parseString } from '../../parser/literal.parser.js';
import type { TokenCursor } from '../../parser/token-cursor.js';
import { parseWith } from '../../parser/with.parser.js';
import {
  divisionOption,
  highlightOption,
  metadataOption,
  networkOption,
  pricebookOption,
  snippetOption,
  spellCorrectionOption,
} from '../ast/factories/search-option.factory.js';
import type { SearchOption } from '../ast/search-option.js';

/** The words that start a WITH that queries have as well. */
const SHARED_WITH_QUERIES = ['DATA', 'SECURITY_ENFORCED', 'USER_MODE', 'SYSTEM_MODE'] as const;

/** What follows one WITH of a search. */
export function parseSearchOption(cursor: TokenCursor, parseQuery: QueryParser): SearchOption {
  const { start } = cursor;
  return cursor.mark(parseOption(cursor, parseQuery), start);
}

function parseOption(cursor: TokenCursor, parseQuery: QueryParser): SearchOption {
  if (cursor.acceptKeyword('HIGHLIGHT')) return highlightOption();
  if (cursor.acceptKeyword('SNIPPET')) return snippetOption(parseTargetLength(cursor));
  if (cursor.acceptKeyword('DIVISION')) return divisionOption(parseValue(cursor));
  if (cursor.acceptKeyword('METADATA')) return metadataOption(parseValue(cursor));
  if (cursor.acceptKeyword('NETWORK')) return networkOption(parseIds(cursor));
  if (cursor.acceptKeyword('PRICEBOOKID')) return pricebookOption(parseIds(cursor));
  if (cursor.acceptKeyword('SPELL_CORRECTION')) {
    cursor.expect('=');
    return spellCorrectionOption(cursor.expectOneOf(['TRUE', 'FALSE']) === 'TRUE');
  }
  if (!SHARED_WITH_QUERIES.some((word) => cursor.atKeyword(word))) throw cursor.unexpected();
  return parseWith(cursor, parseQuery) as DataCategories | SecurityMode;
}

function parseTargetLength(cursor: TokenCursor): number | undefined {
  if (!cursor.accept('(')) return undefined;
  cursor.expectKeyword('TARGET_LENGTH');
  cursor.expect('=');
  const length = cursor.count();
  cursor.expect(')');
  return length;
}

function parseValue(cursor: TokenCursor): string {
  cursor.expect('=');
  return parseString(cursor).value;
}

function parseIds(cursor: TokenCursor): readonly string[] {
  if (cursor.at('=')) return [parseValue(cursor)];
  cursor.expectKeyword('IN');
  cursor.expect('(');
  const ids = cursor.list((item) => parseString(item).value);
  cursor.expect(')');
  return ids;
}
