import { type Clause, CLAUSES, QueryScope, type ScopeRole } from './query-scope.js';
import { isToken, type QueryToken } from './query-token.js';

const STARTS: Readonly<Record<string, Clause>> = {
  FROM: 'from',
  USING: 'using',
  WHERE: 'where',
  WITH: 'with',
  GROUP: 'group',
  HAVING: 'having',
  ORDER: 'order',
  LIMIT: 'limit',
  OFFSET: 'offset',
  FOR: 'for',
  UPDATE: 'update',
  ALL: 'all',
  IN: 'in',
  RETURNING: 'returning',
};

/** Those are names as well, and so start a clause only where the one before it is complete. */
const CONTEXTUAL: ReadonlySet<string> = new Set(['ORDER', 'OFFSET', 'FOR', 'UPDATE', 'ALL', 'RETURNING']);

/** Clauses that only a search has, and that it has none but. */
const SEARCH_CLAUSES: ReadonlySet<Clause> = new Set(['in', 'returning', 'with', 'limit', 'update']);

/**
 * Follows a query from token to token and knows which scope and clause it is in. Nothing is an error: what does not belong
 * where it stands is kept as a token, so that all behind it is understood none the worse.
 */
export class ScopeReader {
  #scope = new QueryScope('query');

  /** Where the next token belongs. */
  get scope(): QueryScope {
    return this.#scope;
  }

  read(token: QueryToken): void {
    if (isToken(token, '(')) this.#open(token);
    else if (isToken(token, ')')) this.#close(token);
    else if (token.kind === 'word') this.#word(token);
    else this.#scope.tokens.push(token);
  }

  #open(token: QueryToken): void {
    const scope = this.#scope;
    const { last } = scope;
    if (scope.clause === 'returning' && last?.kind === 'word') {
      this.#scope = new QueryScope('returning', scope);
      this.#scope.from = [last];
      return;
    }
    scope.depth++;
    scope.tokens.push(token);
  }

  #close(token: QueryToken): void {
    const scope = this.#scope;
    const { parent } = scope;
    if (scope.depth > 0 || !parent) {
      scope.depth = Math.max(0, scope.depth - 1);
      scope.tokens.push(token);
      return;
    }
    parent.tokens.push({ kind: 'query', text: '(…)', start: token.start, end: token.end });
    this.#scope = parent;
  }

  #word(token: QueryToken): void {
    const scope = this.#scope;
    if (isToken(token, 'SELECT')) return this.#select(token);
    if (isToken(token, 'FROM') && scope.role === 'children' && scope.from && scope.parent) {
      // Its own FROM it has: what is being written there lacks its parenthesis.
      this.#scope = scope.parent;
      return this.#word(token);
    }
    if (isToken(token, 'FIND') && scope.clause === 'start') {
      this.#scope = new QueryScope('search');
      this.#scope.enter('find');
      return;
    }
    const clause = clauseThatStarts(token, scope);
    if (clause) scope.enter(clause);
    else scope.tokens.push(token);
  }

  #select(token: QueryToken): void {
    const scope = this.#scope;
    if (scope.clause === 'start') return scope.enter('select');
    if (!isToken(scope.last, '(')) {
      scope.tokens.push(token);
      return;
    }
    scope.tokens.pop();
    scope.depth--;
    const role: ScopeRole = scope.clause === 'select' ? 'children' : 'join';
    this.#scope = new QueryScope(role, scope);
  }
}

function clauseThatStarts(token: QueryToken, scope: QueryScope): Clause | undefined {
  const word = token.text.toUpperCase();
  const clause = Object.hasOwn(STARTS, word) ? STARTS[word] : undefined;
  if (!clause || !mayFollow(clause, scope)) return undefined;
  return CONTEXTUAL.has(word) && !isComplete(scope) ? undefined : clause;
}

function mayFollow(clause: Clause, scope: QueryScope): boolean {
  if (scope.role === 'search')
    return SEARCH_CLAUSES.has(clause) && (clause === 'with' || clause !== scope.clause);
  if (clause === 'in' || clause === 'returning' || scope.clause === 'start') return false;
  // Group is an object, too.
  if (scope.clause === 'from' && scope.tokens.length === 0) return false;
  if (scope.clause === 'select' && clause !== 'from') return scope.role === 'returning';
  if (scope.clause === 'update' && clause === 'for') return true;
  return CLAUSES.indexOf(clause) > CLAUSES.indexOf(scope.clause);
}

function isComplete({ clause, depth, last }: QueryScope): boolean {
  if (depth > 0) return false;
  if (clause === 'find') return true;
  if (!last || isToken(last, 'AND', 'OR', 'NOT', 'BY', 'LIKE', 'SCOPE')) return false;
  return last.kind !== 'symbol' || /^(?:\)|[-+\d.].*)$/.test(last.text);
}
