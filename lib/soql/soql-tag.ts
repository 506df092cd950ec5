import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import { printLikePattern, printLiteral } from './soql-printer.js';
import { literalFor, literalOf } from './soql-literal.js';
import { SoqlText } from './soql-text.js';

const IDENTIFIER = /^[a-z]\w*(?:\.[a-z]\w*)*$/i;
const ENDS_WITH_LIKE = /\bLIKE\s*$/i;

/**
 * The `soql` tag and the values that need a word on how they are to be written.
 *
 * @publicApi
 */
export interface SoqlTag {
  (strings: TemplateStringsArray, ...values: readonly unknown[]): SoqlText;

  /**
   * The name of an object, a field or a path of fields that is not known before run time.
   *
   * @throws InvalidQueryException when it has other characters than letters, digits, underscores and dots.
   */
  identifier(name: string): SoqlText;

  /**
   * A date, `YYYY-MM-DD`, for comparison with a date field; as a mere text it would be quoted.
   *
   * @throws InvalidQueryException when there is no such day.
   */
  date(date: string): SoqlText;

  /**
   * A time of day, `HH:mm:ss.SSSZ`, for comparison with a time field.
   *
   * @throws InvalidQueryException when there is no such time.
   */
  time(time: string): SoqlText;
}

/**
 * SOQL with values: each `${value}` becomes a literal that reads back as that very value, so no value can change what the
 * query means. An array becomes a list for `IN`, a `DateLiteral` the range it names; the result of another `soql` is put in
 * as it is.
 *
 * @example
 * ```ts
 * const recent = since ? soql`AND CreatedDate > ${since}` : soql``;
 * const query = soql`SELECT Id FROM ${soql.identifier(object)} WHERE Name LIKE ${escapeLike(prefix) + '%'} ${recent}`;
 * ```
 * @throws InvalidQueryException for `undefined`, an empty array, a value without a form in SOQL, and a value within quotes.
 * @publicApi
 */
export const soql: SoqlTag = Object.assign(composeSoql, {
  identifier(name: string): SoqlText {
    if (typeof name !== 'string' || !IDENTIFIER.test(name)) {
      throw new InvalidQueryException(
        'soql.identifier() takes the name of an object or field: letters, digits, underscores and dots.',
      );
    }
    return new SoqlText(name);
  },
  date(date: string): SoqlText {
    return new SoqlText(printLiteral(literalFor('date', date)));
  },
  time(time: string): SoqlText {
    return new SoqlText(printLiteral(literalFor('time', time)));
  },
});

/** Takes the raw strings, so that a backslash in the template is the backslash of the query. */
function composeSoql({ raw }: TemplateStringsArray, ...values: readonly unknown[]): SoqlText {
  let text = raw[0] ?? '';
  let isQuoted = endsQuoted(text);
  for (const [i, value] of values.entries()) {
    if (isQuoted) {
      throw new InvalidQueryException(
        "A value stands within quotes in a soql template. Leave the quotes out, they are written with the value: LIKE ${term + '%'}.",
      );
    }
    const next = raw[i + 1] ?? '';
    text += bindValue(value, raw[i] ?? '') + next;
    isQuoted = endsQuoted(next);
  }
  if (isQuoted) throw new InvalidQueryException('A soql template has a quote that is not closed.');
  return new SoqlText(text);
}

/**
 * A value as it is written behind the text `before`.
 *
 * @throws InvalidQueryException for a value without a form in SOQL.
 */
export function bindValue(value: unknown, before: string): string {
  if (value instanceof SoqlText) return String(value);
  if (!Array.isArray(value)) {
    const literal = literalOf(value);
    return ENDS_WITH_LIKE.test(before) ? printLikePattern(literal) : printLiteral(literal);
  }
  if (value.length === 0) {
    throw new InvalidQueryException(
      'An empty array was given to a soql template. SOQL has no empty list: make no query when there is nothing to look for.',
    );
  }
  return `(${value.map((item) => printLiteral(literalOf(item))).join(', ')})`;
}

/** Whether a piece of a template that starts outside quotes ends within them. */
function endsQuoted(piece: string): boolean {
  let isQuoted = false;
  for (let i = 0; i < piece.length; i++) {
    const character = piece[i];
    if (character === "'") isQuoted = !isQuoted;
    else if (character === '\\' && isQuoted) i++;
  }
  return isQuoted;
}
