import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { bindValue } from '../soql-tag.js';
import { parseSearchExpression } from './parser/search-expression.parser.js';
import { escapePattern, literalPattern } from './search-pattern.js';
import { SearchTerm } from './search-term.js';
import { isOperatorWord, wordsOf } from './search-text.js';
import { contextAfter, type SoslContext } from './sosl-template.js';
import { SoslText } from './sosl-text.js';

/**
 * The `sosl` tag and the one for what stands in the braces.
 *
 * @publicApi
 */
export interface SoslTag {
  (strings: TemplateStringsArray, ...values: readonly unknown[]): SoslText;

  /**
   * What to search for, where plain words are not enough: the operators `AND`, `OR` and `AND NOT`, parentheses, phrases in
   * double quotes, and the wildcards `*` (any characters) and `?` (one), in the middle or at the end of a word.
   *
   * @example
   * ```ts
   * await accounts.search(sosl.term`"${exactName}" OR (${start}* AND NOT ${unwanted})`);
   * ```
   * @throws InvalidQueryException for a value without words and for one that is no text or number.
   * @throws MalformedQueryException when the template is no search term.
   */
  term(strings: TemplateStringsArray, ...values: readonly unknown[]): SearchTerm;
}

/**
 * SOSL with values. In the braces of FIND a text is the words it has, all of which are to be found: none of its characters is
 * an operator or a wildcard. Everywhere else a value becomes a literal, as in `soql`. The result of another `sosl`, `sosl.term`
 * or `soql` is put in as it is.
 *
 * @example
 * ```ts
 * const found = await connection.search(
 *   sosl`FIND {${words}*} IN NAME FIELDS RETURNING Account(Name WHERE Industry = ${industry}), Contact LIMIT ${20}`,
 * );
 * ```
 * @throws InvalidQueryException for values that `soql` refuses, and in the braces for a value without words or of another kind
 * than text and number.
 * @publicApi
 */
export const sosl: SoslTag = Object.assign(composeSosl, {
  term({ raw }: TemplateStringsArray, ...values: readonly unknown[]): SearchTerm {
    const text = `${compose(raw, values, 'search')}}`;
    const { expression, end } = parseSearchExpression(text, 0);
    if (expression && end === text.length) return new SearchTerm(expression);
    throw new InvalidQueryException(
      expression
        ? 'A sosl.term template has a brace of its own. Escape it with a backslash, or leave it out: the braces of FIND come around the term.'
        : 'A sosl.term template is empty. Name something to search for.',
    );
  },
});

function composeSosl({ raw }: TemplateStringsArray, ...values: readonly unknown[]): SoslText {
  return new SoslText(compose(raw, values, 'clause'));
}

/** Takes the raw strings, so that a backslash in the template is the backslash of the search. */
function compose(raw: readonly string[], values: readonly unknown[], start: SoslContext): string {
  let text = raw[0] ?? '';
  let context = contextAfter(start, text);
  for (const [i, value] of values.entries()) {
    const next = raw[i + 1] ?? '';
    const isLast = i === values.length - 1;
    const bound = bind(value, { context, start, before: text, after: next, isLast });
    text += bound.text + next.slice(bound.taken);
    context = contextAfter(context, next);
  }
  if (context !== start) {
    throw new InvalidQueryException('A sosl template has a brace or a quote that is not closed.');
  }
  return text;
}

interface Place {
  readonly context: SoslContext;
  readonly start: SoslContext;
  readonly before: string;
  /** Up to the next value. */
  readonly after: string;
  /** Whether there is no next value. */
  readonly isLast: boolean;
}

interface Bound {
  readonly text: string;
  /** How many characters of what comes after the value it took with it. */
  readonly taken: number;
}

function bind(value: unknown, place: Place): Bound {
  switch (place.context) {
    case 'search':
      return bindSearched(value, place);
    case 'phrase':
      return { text: searchedWords(value).map(escapeText).join(' '), taken: 0 };
    case 'clause':
      if (!(value instanceof SearchTerm)) return { text: bindClause(value, place.before), taken: 0 };
      throw new InvalidQueryException('A search term stands outside the braces of FIND in a sosl template.');
    case 'string':
      throw new InvalidQueryException(
        'A value stands within quotes in a sosl template. Leave the quotes out, they are written with the value.',
      );
  }
}

function bindClause(value: unknown, before: string): string {
  return value instanceof SoslText ? String(value) : bindValue(value, before);
}

/** One operand, whatever it is made of: several terms are parenthesised unless they are all there is. */
function bindSearched(value: unknown, place: Place): Bound {
  const wildcards = /^[*?]+/.exec(place.after)?.[0] ?? '';
  const isAll = isAllThereIs(place, place.after.slice(wildcards.length));
  if (value instanceof SearchTerm) {
    return { text: isAll ? String(value) : `(${String(value)})`, taken: 0 };
  }
  const words = searchedWords(value);
  const terms = words.map((word, i) =>
    isOperatorWord(word) && !(wildcards && i === words.length - 1) ? `"${word}"` : escapeText(word),
  );
  const text = terms.join(' ') + wildcards;
  return { text: isAll || words.length === 1 ? text : `(${text})`, taken: wildcards.length };
}

/** Whether nothing but white space stands beside the value within the braces. */
function isAllThereIs({ start, before, isLast }: Place, after: string): boolean {
  if (start === 'search') return isLast && before.trim() === '' && after.trim() === '';
  return /(?<!\\)\{\s*$/.test(before) && /^\s*\}/.test(after);
}

function searchedWords(value: unknown): readonly string[] {
  const isNumber = typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value));
  if (typeof value !== 'string' && !isNumber) {
    throw new InvalidQueryException('Only texts, numbers and a sosl.term can be searched for.');
  }
  const words = wordsOf(String(value));
  if (words.length > 0) return words;
  throw new InvalidQueryException(
    'A text without words was given to search for. Make no search when there is nothing to look for.',
  );
}

function escapeText(text: string): string {
  return escapePattern(literalPattern(text));
}
