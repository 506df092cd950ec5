import type { MalformedQueryException } from '../../../exceptions/malformed-query.exception.js';
import {
  searchAnd,
  searchNot,
  searchOr,
  searchPhrase,
  searchSequence,
  searchWord,
} from '../ast/factories/search-expression.factory.js';
import type { SearchExpression, SearchNegation } from '../ast/search-expression.js';
import { isOperatorWord } from '../search-text.js';
import { malformedSearch } from './malformed-search.js';
import { readSearchTokens, type SearchToken } from './search-expression.lexer.js';

/** Deeper nesting than anybody writes, and far less than a stack holds. */
const MAX_DEPTH = 500;

/** What stood in the braces of FIND. */
export interface ParsedSearchExpression {
  /** `undefined` where nothing stood in them. */
  readonly expression: SearchExpression | undefined;
  /** The position behind the closing brace. */
  readonly end: number;
}

/**
 * Reads the braces of FIND. A word that is spelled like an operator and stands where none can is a word.
 *
 * @param start Position behind the opening brace.
 */
export function parseSearchExpression(text: string, start: number): ParsedSearchExpression {
  const tokens = readSearchTokens(text, start);
  const end = (tokens.at(-1)?.start ?? start) + 1;
  const expression = tokens.length > 1 ? new SearchExpressionParser(text, tokens).parse() : undefined;
  return { expression, end };
}

/** Precedence from loose to tight: OR; AND and AND NOT; terms side by side. */
class SearchExpressionParser {
  readonly #text: string;
  readonly #tokens: readonly SearchToken[];
  #index = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly SearchToken[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  parse(): SearchExpression {
    const expression = this.#disjunction();
    if (this.#current.kind !== '}') throw this.#unexpected();
    return expression;
  }

  #disjunction(): SearchExpression {
    const operands: [SearchExpression, ...SearchExpression[]] = [this.#conjunction()];
    while (this.#acceptOperator('OR')) operands.push(this.#conjunction());
    return searchOr(...operands);
  }

  #conjunction(): SearchExpression {
    const operands: [SearchExpression, ...(SearchExpression | SearchNegation)[]] = [this.#sequence()];
    while (this.#acceptOperator('AND')) {
      operands.push(this.#acceptOperator('NOT') ? searchNot(this.#sequence()) : this.#sequence());
    }
    return searchAnd(...operands);
  }

  #sequence(): SearchExpression {
    const terms: [SearchExpression, ...SearchExpression[]] = [this.#term()];
    while (startsTerm(this.#current) && !this.#atOperator('AND') && !this.#atOperator('OR')) {
      terms.push(this.#term());
    }
    return searchSequence(...terms);
  }

  #term(): SearchExpression {
    const token = this.#current;
    if (token.kind === ')' || token.kind === '}') throw this.#unexpected();
    this.#index++;
    if (token.kind === '(') return this.#group();
    return token.kind === 'phrase' || isOperatorWord(token.pattern)
      ? searchPhrase(token.pattern)
      : searchWord(token.pattern);
  }

  /** What stands in parentheses, the opening one being read. */
  #group(): SearchExpression {
    if (++this.#depth > MAX_DEPTH) {
      throw this.#failure(`the search is nested more than ${MAX_DEPTH} levels deep`);
    }
    const expression = this.#disjunction();
    this.#depth--;
    if (this.#current.kind !== ')') throw this.#unexpected();
    this.#index++;
    return expression;
  }

  #acceptOperator(name: string): boolean {
    if (!this.#atOperator(name)) return false;
    this.#index++;
    return true;
  }

  /** An operator is a word that a term comes after. */
  #atOperator(name: string): boolean {
    const token = this.#current;
    const next = this.#tokens[this.#index + 1];
    return (
      token.kind === 'word' && token.pattern.toUpperCase() === name && next !== undefined && startsTerm(next)
    );
  }

  /** The closing brace stays the current token once it is reached. */
  get #current(): SearchToken {
    return this.#tokens[this.#index] as SearchToken;
  }

  #unexpected(): MalformedQueryException {
    const token = this.#current;
    return this.#failure(`unexpected token: '${'pattern' in token ? token.pattern : token.kind}'`);
  }

  #failure(detail: string): MalformedQueryException {
    return malformedSearch(this.#text, this.#current.start, detail);
  }
}

function startsTerm({ kind }: SearchToken): boolean {
  return kind !== ')' && kind !== '}';
}
