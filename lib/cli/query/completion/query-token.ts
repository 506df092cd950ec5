import { Character } from '../../../soql/parser/character.enum.js';
import { MAX_TEXT_LENGTH } from '../../../soql/parser/characters.js';
import { endOfPath, SoqlLexer } from '../../../soql/parser/soql-lexer.js';

/** A piece of a query that need not be finished. */
export interface QueryToken {
  /** A whole query in parentheses is one token of the query around it. */
  readonly kind: 'word' | 'string' | 'symbol' | 'query';
  /** A word has its dots, the last of which may have nothing behind it yet; a string has its quotes. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a text, which may end anywhere: the string that has no end goes on up to there. */
export function readQueryTokens(text: string): QueryToken[] {
  const tokens: QueryToken[] = [];
  const lexer = new SoqlLexer(text.slice(0, MAX_TEXT_LENGTH));
  for (lexer.moveTo(0); !lexer.atEnd;) {
    const { start } = lexer;
    const end = endOfToken(lexer);
    tokens.push({ kind: kindOf(lexer), text: lexer.text.slice(start, end), start, end });
    lexer.moveTo(end);
  }
  return tokens;
}

/** Whether a token is that word or symbol. */
export function isToken(token: QueryToken | undefined, ...texts: readonly string[]): boolean {
  return token !== undefined && token.kind !== 'string' && texts.includes(token.text.toUpperCase());
}

function kindOf(lexer: SoqlLexer): QueryToken['kind'] {
  if (lexer.isWord) return 'word';
  return lexer.kind === Character.QUOTE ? 'string' : 'symbol';
}

function endOfToken(lexer: SoqlLexer): number {
  const { text } = lexer;
  if (lexer.isWord) {
    const end = endOfPath(lexer.end);
    return text[end] === '.' ? end + 1 : end;
  }
  try {
    return lexer.endOfToken();
  } catch {
    return text.length; // of a string without an end
  }
}
