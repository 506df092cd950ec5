import { conditionExpectations } from './condition-expectations.js';
import { type Expectation, words } from './expectation.type.js';
import { AGGREGATES, argumentsOf, DATE_FUNCTIONS, isFunctionName } from './function-expectations.js';
import { type Clause, CLAUSES, type QueryScope, splitAtCommas } from './query-scope.js';
import { isToken } from './query-token.js';
import { searchExpectations } from './search-expectations.js';
import { openParenthesis, selectExpectations } from './select-expectations.js';
import { withExpectations } from './with-expectations.js';

const STARTS: Readonly<Partial<Record<Clause, readonly string[]>>> = {
  from: ['FROM'],
  using: ['USING SCOPE'],
  where: ['WHERE'],
  with: ['WITH'],
  group: ['GROUP BY'],
  having: ['HAVING'],
  order: ['ORDER BY'],
  limit: ['LIMIT'],
  offset: ['OFFSET'],
  for: ['FOR REFERENCE', 'FOR UPDATE', 'FOR VIEW'],
  update: ['UPDATE TRACKING', 'UPDATE VIEWSTAT'],
  all: ['ALL ROWS'],
};

/** The clauses behind FROM, or behind the fields, that each kind of query has. */
const CLAUSES_OF: Readonly<Record<QueryScope['role'], readonly Clause[]>> = {
  query: CLAUSES.filter((clause) => clause in STARTS),
  children: ['from', 'where', 'order', 'limit'],
  join: ['from', 'where'],
  returning: ['using', 'where', 'order', 'limit', 'offset'],
  search: [],
};

const NULLS = ['NULLS FIRST', 'NULLS LAST'];

/** What may come next where a scope has been read up to. */
export function clauseExpectations(scope: QueryScope): readonly Expectation[] {
  const { clause, tokens } = scope;
  if (scope.role === 'search') return searchExpectations(scope);
  const following = followingClauses(scope);
  switch (clause) {
    case 'start':
      return tokens.length === 0 ? [words('SELECT', 'FIND {')] : [];
    case 'select':
      return selectExpectations(scope, following);
    case 'from':
      return fromExpectations(scope, following);
    case 'where':
    case 'having':
      return conditionExpectations(clause, tokens, following);
    case 'group':
      return groupExpectations(scope, following);
    case 'order':
      return orderExpectations(scope, following);
    case 'using':
      return usingExpectations(scope, following);
    case 'with':
      return withExpectations(scope, following);
    default:
      return shortClauseExpectations(scope, following);
  }
}

function followingClauses({ role, clause, from }: QueryScope): readonly Expectation[] {
  const at = CLAUSES.indexOf(clause);
  const starts = role === 'returning' ? { ...STARTS, using: ['USING'] } : STARTS;
  const next = CLAUSES_OF[role].filter((other) => {
    if (other === 'from') return clause === 'select' && from === undefined;
    if (clause === 'select' && role !== 'returning') return false;
    return CLAUSES.indexOf(other) > at && (other !== 'having' || clause === 'group');
  });
  return [words(...next.flatMap((other) => starts[other] ?? []))];
}

function fromExpectations(
  { role, tokens, last }: QueryScope,
  following: readonly Expectation[],
): readonly Expectation[] {
  if (tokens.length === 0) return [{ kind: role === 'children' ? 'child-relationships' : 'objects' }];
  return isToken(last, ',', 'AS') ? [] : following;
}

function groupExpectations(
  { tokens }: QueryScope,
  following: readonly Expectation[],
): readonly Expectation[] {
  if (tokens.length === 0) return [words('BY')];
  const call = openParenthesis(tokens);
  if (call) return isFunctionName(call.before) ? argumentsOf(call.before.text, call.inside) : [];
  const items = splitAtCommas(tokens.slice(1));
  if (items.at(-1)?.length !== 0) return following;
  const whole = items.length === 1 ? ['CUBE(', 'ROLLUP('] : [];
  return [{ kind: 'fields', use: 'group' }, words(...DATE_FUNCTIONS, ...whole)];
}

function orderExpectations(
  { tokens, last, role }: QueryScope,
  following: readonly Expectation[],
): readonly Expectation[] {
  if (tokens.length === 0) return [words('BY')];
  const call = openParenthesis(tokens);
  if (call) return isFunctionName(call.before) ? argumentsOf(call.before.text, call.inside) : [];
  const item = splitAtCommas(tokens.slice(1)).at(-1) ?? [];
  if (item.length === 0) {
    const functions = role === 'query' ? [words(...AGGREGATES, ...DATE_FUNCTIONS)] : [];
    return [{ kind: 'fields', use: 'sort' }, ...functions];
  }
  if (isToken(last, 'NULLS')) return [words('FIRST', 'LAST')];
  if (item.some((token) => isToken(token, 'NULLS'))) return following;
  const directions = isToken(last, 'ASC', 'DESC') ? [] : ['ASC', 'DESC'];
  return [words(...directions, ...NULLS), ...following];
}

function usingExpectations(
  { role, tokens, last }: QueryScope,
  following: readonly Expectation[],
): readonly Expectation[] {
  if (role === 'returning') {
    return tokens.length === 0 ? [words('LISTVIEW =', 'LOOKUP')] : isToken(last, '=') ? [] : following;
  }
  if (tokens.length === 0) return [words('SCOPE')];
  return tokens.length === 1 ? [{ kind: 'scopes' }] : following;
}

const OPTIONS: Readonly<Partial<Record<Clause, readonly string[]>>> = {
  for: ['REFERENCE', 'UPDATE', 'VIEW'],
  update: ['TRACKING', 'VIEWSTAT'],
  all: ['ROWS'],
};

/** Of the clauses that are a word, some words or a number. */
function shortClauseExpectations(
  { clause, last }: QueryScope,
  following: readonly Expectation[],
): readonly Expectation[] {
  return !last || isToken(last, ',') ? [words(...(OPTIONS[clause] ?? []))] : following;
}
