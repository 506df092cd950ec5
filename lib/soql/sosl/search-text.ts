import { searchPhrase, searchSequence, searchWord } from './ast/factories/search-expression.factory.js';
import type { SearchExpression, SearchNegation } from './ast/search-expression.js';
import { literalPattern, patternLength } from './search-pattern.js';

/** The platform looks for nothing shorter. */
const SHORTEST_TERM = 2;

/** White space, and what no index holds: control characters and halves of surrogate pairs. */
const SEPARATORS = /[\s\p{Cc}\p{Cs}]+/u;

const OPERATOR = /^(?:AND|OR|NOT)$/i;

/** Whether a word of this pattern would be read as an operator. */
export function isOperatorWord(pattern: string): boolean {
  return OPERATOR.test(pattern);
}

/** The words of a text, all of which are to be found; undefined when there are none. Nothing in it is an operator or a wildcard. */
export function searchForText(text: string): SearchExpression | undefined {
  const [first, ...others] = wordsOf(text).map(termOf);
  return first && searchSequence(first, ...others);
}

/** Like {@link searchForText}, and the last word may go on: what somebody is still typing. */
export function searchForPrefix(text: string): SearchExpression | undefined {
  const words = wordsOf(text);
  const last = words.pop();
  if (last === undefined) return undefined;
  const [first, ...others] = [...words.map(termOf), searchWord(`${literalPattern(last)}*`)];
  return first && searchSequence(first, ...others);
}

/** The words of a text one after the other; undefined when there are none. */
export function searchForPhrase(text: string): SearchExpression | undefined {
  const words = wordsOf(text);
  return words.length === 0 ? undefined : searchPhrase(literalPattern(words.join(' ')));
}

/** Whether the platform refuses to look for so little: wildcards alone, or a single character. */
export function isTooShort(expression: SearchExpression): boolean {
  return lengthOf(expression) < SHORTEST_TERM;
}

function lengthOf(expression: SearchExpression | SearchNegation): number {
  switch (expression.kind) {
    case 'word':
    case 'phrase':
      return patternLength(expression.pattern);
    case 'sequence':
      return sum(expression.terms);
    case 'and':
    case 'or':
      return sum(expression.operands);
    case 'not':
      return 0;
  }
}

function sum(expressions: readonly (SearchExpression | SearchNegation)[]): number {
  return expressions.reduce((total, expression) => total + lengthOf(expression), 0);
}

/** What an index holds of a text: punctuation alone finds nothing. */
const INDEXED = /[\p{L}\p{N}]/u;

/** The words of a text; none where it is made of punctuation. */
export function wordsOf(text: string): string[] {
  if (!INDEXED.test(text)) return [];
  return text.split(SEPARATORS).filter((word) => word !== '');
}

/** A quoted word is no operator. */
function termOf(word: string): SearchExpression {
  return isOperatorWord(word) ? searchPhrase(word) : searchWord(literalPattern(word));
}
