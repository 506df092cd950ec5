import type { MalformedQueryException } from '../../../exceptions/malformed-query.exception.js';
import { isReserved } from '../search-pattern.js';
import { malformedSearch } from './malformed-search.js';

interface Delimiter<Kind extends string> {
  readonly kind: Kind;
  readonly start: number;
}

interface Term<Kind extends string> extends Delimiter<Kind> {
  readonly pattern: string;
}

export type SearchToken = Delimiter<'('> | Delimiter<')'> | Delimiter<'}'> | Term<'word'> | Term<'phrase'>;

/**
 * The tokens between the braces of FIND, the closing brace being the last one.
 *
 * @param start Position behind the opening brace.
 * @throws MalformedQueryException for what the platform does not take: no closing brace, a reserved character as it is.
 */
export function readSearchTokens(text: string, start: number): readonly SearchToken[] {
  const lexer = new SearchExpressionLexer(text, start);
  const tokens: SearchToken[] = [];
  do tokens.push(lexer.next());
  while (tokens.at(-1)?.kind !== '}');
  return tokens;
}

class SearchExpressionLexer {
  readonly #text: string;
  #position: number;

  constructor(text: string, position: number) {
    this.#text = text;
    this.#position = position;
  }

  next(): SearchToken {
    while (isSpace(this.#current())) this.#position++;
    const start = this.#position;
    const character = this.#current();
    if (character === '}' || character === '(' || character === ')') {
      this.#position++;
      return { kind: character, start };
    }
    if (character !== '"') return { kind: 'word', start, pattern: this.#word() };
    this.#position++;
    return { kind: 'phrase', start, pattern: this.#phrase() };
  }

  #word(): string {
    let pattern = this.#character();
    while (!isWordEnd(this.#current())) pattern += this.#character();
    return pattern;
  }

  #phrase(): string {
    let pattern = '';
    while (this.#current() !== '"') {
      if (this.#current() === '}') throw this.#mismatched(this.#position, '}', '"');
      pattern += this.#character();
    }
    this.#position++;
    return pattern.trim().replaceAll(/\s+/g, ' ');
  }

  /** One character of a pattern, its escape resolved; wildcards and the backslash keep theirs. */
  #character(): string {
    const character = this.#current();
    this.#position++;
    if (character === '*' || character === '?') return character;
    if (character === '\\') {
      const escaped = this.#current();
      this.#position++;
      return escaped === '*' || escaped === '?' || escaped === '\\' ? `\\${escaped}` : escaped;
    }
    if (isReserved(character)) throw this.#mismatched(this.#position - 1, character, '}');
    return character;
  }

  /** The character at the position. @throws MalformedQueryException behind the end, as a brace has to come before it. */
  #current(): string {
    if (this.#position < this.#text.length) return this.#text.charAt(this.#position);
    throw this.#mismatched(this.#text.length, '<EOF>', '}');
  }

  #mismatched(offset: number, found: string, expected: string): MalformedQueryException {
    const before = this.#text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - (before.lastIndexOf('\n') + 1);
    const detail = `line ${line}:${column} mismatched character '${found}' expecting '${expected}'`;
    return malformedSearch(this.#text, offset, detail);
  }
}

function isSpace(character: string): boolean {
  return /\s/.test(character);
}

function isWordEnd(character: string): boolean {
  return isSpace(character) || /[{}()"]/.test(character);
}
