import type {
  SearchConjunction,
  SearchExpression,
  SearchNegation,
} from '../../../soql/sosl/ast/search-expression.js';
import type { SearchGroup } from '../../../soql/sosl/ast/sosl-search.js';
import type { SearchColumn } from './searched-fields.js';

/** The columns of the index that each group of fields stands for; all of them where there is none. */
const GROUPS: Readonly<Partial<Record<SearchGroup, readonly SearchColumn[]>>> = {
  NAME: ['name'],
  EMAIL: ['email'],
  PHONE: ['phone'],
  SIDEBAR: ['name', 'email', 'phone'],
};

/** The terms of an index that a pattern with wildcards stands for. */
export type TermFinder = (glob: string) => readonly string[];

/**
 * What is looked for, as a query of FTS5; `undefined` where nothing can be found, as for a pattern that no term fits.
 *
 * @param termsLike finds the terms for a wildcard that FTS5 does not have: any but the `*` at the end of a word.
 */
export function matchQuery(
  expression: SearchExpression,
  group: SearchGroup,
  termsLike: TermFinder,
): string | undefined {
  const query = new MatchWriter(termsLike).write(expression);
  const columns = GROUPS[group];
  return query && columns ? `{${columns.join(' ')}} : (${query})` : query;
}

/** The characters that the index keeps; everything else stands between words. */
const WORD = /[\p{L}\p{N}\p{Co}\p{M}]+/gu;

class MatchWriter {
  readonly #termsLike: TermFinder;

  constructor(termsLike: TermFinder) {
    this.#termsLike = termsLike;
  }

  write(expression: SearchExpression): string | undefined {
    switch (expression.kind) {
      case 'word':
      case 'phrase':
        return this.#pattern(expression.pattern);
      case 'sequence':
        return allOf(expression.terms.filter(hasWords).map((term) => this.write(term)));
      case 'or':
        return anyOf(expression.operands.map((operand) => this.write(operand)));
      case 'and':
        return this.#conjunction(expression);
    }
  }

  #conjunction({ operands }: SearchConjunction): string | undefined {
    const wanted = operands.filter((operand) => operand.kind !== 'not').filter(hasWords);
    const unwanted = operands.filter((operand): operand is SearchNegation => operand.kind === 'not');
    const found = allOf(wanted.map((operand) => this.write(operand)));
    const excluded = anyOf(unwanted.map(({ operand }) => this.write(operand)));
    return found !== undefined && excluded !== undefined ? `(${found} NOT ${excluded})` : found;
  }

  /** Words in their order; with a wildcard inside, each of them for itself. */
  #pattern(pattern: string): string | undefined {
    const parts = partsOf(pattern);
    if (parts.every(({ wildcards }) => wildcards.length === 0)) return quoted(parts, false);
    const last = parts.at(-1);
    const onlyAtEnd = parts.every((part) => part === last || part.wildcards.length === 0);
    if (last && onlyAtEnd && isPrefix(last)) return quoted(parts, true);
    return allOf(parts.map((part) => this.#word(part)));
  }

  #word(part: PatternPart): string | undefined {
    if (part.wildcards.length === 0) return quoted([part], false);
    if (isPrefix(part)) return quoted([part], true);
    return anyOf(this.#termsLike(globOf(part)).map((term) => `"${term}"`));
  }
}

/** Whether there is anything to look for: a term of punctuation alone is passed over. */
function hasWords(expression: SearchExpression): boolean {
  switch (expression.kind) {
    case 'word':
    case 'phrase':
      return partsOf(expression.pattern).length > 0;
    case 'sequence':
      return expression.terms.some(hasWords);
    default:
      return expression.operands.some((operand) => operand.kind !== 'not' && hasWords(operand));
  }
}

/** A word of a pattern with the places of its wildcards. */
interface PatternPart {
  readonly text: string;
  readonly wildcards: readonly { readonly at: number; readonly wildcard: '*' | '?' }[];
}

/** The words of a pattern, split where the index splits them; a wildcard belongs to the word it stands at. */
function partsOf(pattern: string): PatternPart[] {
  const characters = [...pattern.matchAll(/\\(.)|([*?])|(.)/gsu)].map(([, escaped, wildcard, plain]) => ({
    text: escaped ?? plain ?? '',
    wildcard: wildcard as '*' | '?' | undefined,
  }));
  const parts: { text: string; wildcards: { at: number; wildcard: '*' | '?' }[] }[] = [];
  let inside = false;
  for (const { text, wildcard } of characters) {
    const belongs = wildcard !== undefined || text.match(WORD) !== null;
    if (belongs && !inside) parts.push({ text: '', wildcards: [] });
    inside = belongs;
    const part = parts.at(-1);
    if (!belongs || !part) continue;
    if (wildcard === undefined) part.text += text;
    else part.wildcards.push({ at: part.text.length, wildcard });
  }
  return parts.filter(({ text }) => text !== '');
}

/** Whether the only wildcard of a word is a `*` at its end, which FTS5 has itself. */
function isPrefix({ text, wildcards }: PatternPart): boolean {
  return wildcards.every(({ at, wildcard }) => wildcard === '*' && at === text.length);
}

/** The pattern as SQLite's GLOB has it; the index keeps terms in lower case and without accents. */
function globOf({ text, wildcards }: PatternPart): string {
  let glob = '';
  let from = 0;
  for (const { at, wildcard } of wildcards) {
    glob += text.slice(from, at) + wildcard;
    from = at;
  }
  return withoutMarks(glob + text.slice(from)).toLowerCase();
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function quoted(parts: readonly PatternPart[], prefix: boolean): string | undefined {
  if (parts.length === 0) return undefined;
  return `"${parts.map(({ text }) => text).join(' ')}"${prefix ? ' *' : ''}`;
}

function allOf(queries: readonly (string | undefined)[]): string | undefined {
  const found = queries.filter((query) => query !== undefined);
  if (found.length < queries.length || found.length === 0) return undefined;
  return found.length === 1 ? found[0] : `(${found.join(' AND ')})`;
}

function anyOf(queries: readonly (string | undefined)[]): string | undefined {
  const found = queries.filter((query) => query !== undefined);
  if (found.length < 2) return found[0];
  return `(${found.join(' OR ')})`;
}
