import { clauseExpectations } from './clause-expectations.js';
import type { Expectation } from './expectation.type.js';
import type { QueryScope } from './query-scope.js';
import { type QueryToken, readQueryTokens } from './query-token.js';
import { ScopeReader } from './scope.reader.js';

/** A place in a query where somebody is writing. */
export interface CompletionPlace {
  /** The query that the place is in: of its object are the fields. */
  readonly scope: QueryScope;
  readonly expected: readonly Expectation[];
  /** What has been written of what is expected: a word with its dots, a string with its first quote. */
  readonly typed: string;
}

/** What a search is for is no part of the language. */
const SEARCHED = /^\s*find\s*\{(?:\\[^]|[^\\}])*\}/i;
const REST_OF_WORD = /^[\w.]+/;
const REST_OF_STRING = /^[^']*'/;

/** Finds out what may be written at a place of a query, which need be finished neither before nor behind it. */
export function completionPlaceAt(text: string, cursor: number): CompletionPlace {
  const masked = text.slice(0, cursor).replace(SEARCHED, (found) => 'FIND'.padEnd(found.length));
  const before = readQueryTokens(masked);
  const typed = typedAt(before.at(-1), cursor, masked);
  if (typed) before.pop();
  const reader = new ScopeReader();
  for (const token of before) reader.read(token);
  const { scope } = reader;
  // Searches are written in braces, in which nothing is expected.
  const expected = isWithinBraces(masked) ? [] : clauseExpectations(scope);
  const rest = text.slice(cursor).replace(restOf(typed), '');
  // An object that is named behind the place tells which fields there are.
  for (const token of readQueryTokens(rest)) reader.read(token);
  return { scope, expected: scope.from ? withoutFrom(expected) : expected, typed: typed?.text ?? '' };
}

function typedAt(token: QueryToken | undefined, cursor: number, text: string): QueryToken | undefined {
  if (!token || token.end !== cursor) return undefined;
  if (token.kind === 'word') return token;
  if (token.kind === 'string') return isOpen(token.text) ? token : undefined;
  return /[\w.]$/.test(text) ? token : undefined;
}

/** Whether a string lacks its last quote. */
function isOpen(string: string): boolean {
  return !/^'(?:\\[^]|[^\\'])*'$/.test(string);
}

function restOf(typed: QueryToken | undefined): RegExp | string {
  if (!typed) return '';
  return typed.kind === 'string' ? REST_OF_STRING : REST_OF_WORD;
}

function isWithinBraces(text: string): boolean {
  return /^\s*find\s*\{/i.test(text);
}

function withoutFrom(expected: readonly Expectation[]): readonly Expectation[] {
  return expected.filter((one) => one.kind !== 'words' || one.words[0] !== 'FROM');
}
