import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { SearchExpression } from '../../soql/sosl/ast/search-expression.js';
import { SearchTerm } from '../../soql/sosl/search-term.js';
import { isTooShort, searchForPhrase, searchForPrefix, searchForText } from '../../soql/sosl/search-text.js';
import { printSearchExpression } from '../../soql/sosl/sosl-printer.js';

/** Beyond these the platform finds nothing, and reads operators as words; it says neither. */
const LONGEST_TERM = 10_000;
const LONGEST_WITH_OPERATORS = 4_000;

const MATCHES: Readonly<Record<string, (text: string) => SearchExpression | undefined>> = {
  words: searchForText,
  prefix: searchForPrefix,
  phrase: searchForPhrase,
};

/**
 * What a search looks for.
 *
 * @throws InvalidQueryException for a term that the platform refuses or misreads.
 */
export function compileSearchTerm(term: unknown, match: unknown, name: string): SearchExpression {
  const expression =
    term instanceof SearchTerm ? ownExpression(term, match, name) : ofText(term, match, name);
  if (isTooShort(expression)) {
    throw new InvalidQueryException(
      `${name}: the platform searches for two characters or more, wildcards not counted. Search when there are as many.`,
    );
  }
  const { length } = printSearchExpression(expression);
  if (length > LONGEST_TERM || (length > LONGEST_WITH_OPERATORS && hasOperators(expression))) {
    throw new InvalidQueryException(
      `${name}: the term is ${length} characters long. The platform finds nothing beyond ${LONGEST_TERM}, and with operators beyond ${LONGEST_WITH_OPERATORS} the wrong things.`,
    );
  }
  return expression;
}

function ownExpression({ expression }: SearchTerm, match: unknown, name: string): SearchExpression {
  if (match === undefined) return expression;
  throw new InvalidQueryException(`${name}: a sosl.term says itself how it matches. Leave match out.`);
}

function ofText(text: unknown, match: unknown = 'words', name: string): SearchExpression {
  if (typeof text !== 'string') {
    throw new InvalidQueryException(`${name} takes a text or a sosl.term to search for.`);
  }
  const compile = typeof match === 'string' && Object.hasOwn(MATCHES, match) ? MATCHES[match] : undefined;
  if (!compile)
    throw new InvalidQueryException(`${name}: match is one of ${Object.keys(MATCHES).join(', ')}.`);
  const expression = compile(text);
  if (expression) return expression;
  throw new InvalidQueryException(
    `${name}: the text to search for has no words. Make no search when there is nothing to look for.`,
  );
}

function hasOperators(expression: SearchExpression): boolean {
  if (expression.kind === 'sequence') return expression.terms.some(hasOperators);
  return expression.kind === 'and' || expression.kind === 'or';
}
