import type { DataCategories, SecurityMode } from '../../ast/with-clause.js';
import { Character } from '../../parser/character.enum.js';
import type { QueryParser } from '../../parser/condition.parser.js';
import { KEYWORDS } from '../../parser/keywords.js';
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

const {
  DATA,
  DIVISION,
  HIGHLIGHT,
  IN,
  METADATA,
  NETWORK,
  PRICEBOOKID,
  SECURITY_ENFORCED,
  SNIPPET,
  SPELL_CORRECTION,
  SYSTEM_MODE,
  TARGET_LENGTH,
  USER_MODE,
} = KEYWORDS;

/** The words that start a WITH that queries have as well. */
const SHARED_WITH_QUERIES = [DATA, SECURITY_ENFORCED, USER_MODE, SYSTEM_MODE] as const;

/** What follows one WITH of a search. */
export function parseSearchOption(cursor: TokenCursor, parseQuery: QueryParser): SearchOption {
  const { start } = cursor;
  return cursor.mark(parseOption(cursor, parseQuery), start);
}

function parseOption(cursor: TokenCursor, parseQuery: QueryParser): SearchOption {
  if (cursor.accept(HIGHLIGHT)) return highlightOption();
  if (cursor.accept(SNIPPET)) return snippetOption(parseTargetLength(cursor));
  if (cursor.accept(DIVISION)) return divisionOption(parseValue(cursor));
  if (cursor.accept(METADATA)) return metadataOption(parseValue(cursor));
  if (cursor.accept(NETWORK)) return networkOption(parseIds(cursor));
  if (cursor.accept(PRICEBOOKID)) return pricebookOption(parseIds(cursor));
  if (cursor.accept(SPELL_CORRECTION)) {
    cursor.expect(Character.EQUAL);
    return spellCorrectionOption(cursor.expectOneOf(['TRUE', 'FALSE']) === 'TRUE');
  }
  if (!SHARED_WITH_QUERIES.some((word) => cursor.at(word))) throw cursor.unexpected();
  return parseWith(cursor, parseQuery) as DataCategories | SecurityMode;
}

function parseTargetLength(cursor: TokenCursor): number | undefined {
  if (!cursor.accept(Character.LEFT_PAREN)) return undefined;
  cursor.expect(TARGET_LENGTH);
  cursor.expect(Character.EQUAL);
  const length = cursor.count();
  cursor.expect(Character.RIGHT_PAREN);
  return length;
}

function parseValue(cursor: TokenCursor): string {
  cursor.expect(Character.EQUAL);
  return parseString(cursor).value;
}

function parseIds(cursor: TokenCursor): readonly string[] {
  if (cursor.at(Character.EQUAL)) return [parseValue(cursor)];
  cursor.expect(IN);
  cursor.expect(Character.LEFT_PAREN);
  const ids = cursor.list((item) => parseString(item).value);
  cursor.expect(Character.RIGHT_PAREN);
  return ids;
}
