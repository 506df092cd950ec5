import type { FromClause } from '../../../soql/ast/soql-query.js';
import { isToken, type QueryToken } from './query-token.js';

/** The clauses of a query in their order; those of a search that no query has come last. */
export const CLAUSES = [
  'start',
  'select',
  'from',
  'using',
  'where',
  'with',
  'group',
  'having',
  'order',
  'limit',
  'offset',
  'for',
  'update',
  'all',
  'find',
  'in',
  'returning',
] as const;

export type Clause = (typeof CLAUSES)[number];

/** What a scope is to the one around it: its children's records, what its IN asks for, an object that a search returns. */
export type ScopeRole = 'query' | 'children' | 'join' | 'search' | 'returning';

/** A query, or one within a query, as far as it has been read. */
export class QueryScope {
  clause: Clause;
  /** Of the current clause, without the word that starts it. */
  tokens: QueryToken[] = [];
  /** Parentheses that are open in the current clause. */
  depth = 0;
  /** Of the FROM clause; undefined until there is one. */
  from: QueryToken[] | undefined;

  constructor(
    readonly role: ScopeRole,
    readonly parent?: QueryScope,
  ) {
    this.clause = role === 'query' ? 'start' : 'select';
  }

  get last(): QueryToken | undefined {
    return this.tokens.at(-1);
  }

  /** The queried object or child relationship, and its aliases. */
  get fromClause(): FromClause | undefined {
    const [first, ...rest] = splitAtCommas(this.from ?? []).map(readNamed);
    return first && { sobject: first.path.join('.'), alias: first.alias, related: rest.filter(isPresent) };
  }

  enter(clause: Clause): void {
    this.clause = clause;
    this.tokens = [];
    this.depth = 0;
    if (clause === 'from') this.from = this.tokens;
  }
}

interface Named {
  readonly path: readonly string[];
  readonly alias?: string;
}

/** A name and its alias. */
function readNamed(tokens: readonly QueryToken[]): Named | undefined {
  const [name, ...rest] = tokens;
  if (name?.kind !== 'word') return undefined;
  const alias = rest.find((token) => !isToken(token, 'AS'));
  return { path: name.text.split('.'), ...(alias && { alias: alias.text }) };
}

/** Pieces between commas outside parentheses. */
export function splitAtCommas(tokens: readonly QueryToken[]): QueryToken[][] {
  const pieces: QueryToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (isToken(token, '(')) depth++;
    if (isToken(token, ')')) depth--;
    if (depth === 0 && isToken(token, ',')) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
