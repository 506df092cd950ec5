import { type Expectation, words } from './expectation.type.js';
import type { QueryScope } from './query-scope.js';
import { isToken } from './query-token.js';
import { withExpectations } from './with-expectations.js';

const ENDS = ['LIMIT', 'UPDATE TRACKING', 'UPDATE VIEWSTAT', 'WITH'];

/** What may come next in a search, but for the objects it returns, which are like queries. */
export function searchExpectations(scope: QueryScope): readonly Expectation[] {
  const { clause, tokens, last } = scope;
  switch (clause) {
    case 'find':
      return tokens.length === 0 ? [words('IN', 'RETURNING', 'USING ADVANCED SEARCH', ...ENDS)] : [];
    case 'in':
      if (tokens.length === 0) return [words('ALL', 'EMAIL', 'NAME', 'PHONE', 'SIDEBAR')];
      return [tokens.length === 1 ? words('FIELDS') : words('RETURNING', ...ENDS)];
    case 'returning':
      return !last || isToken(last, ',') ? [{ kind: 'objects' }] : [words(...ENDS)];
    case 'with':
      return withExpectations(scope, [words(...ENDS)]);
    case 'limit':
      return tokens.length === 0 ? [] : [words('UPDATE TRACKING', 'UPDATE VIEWSTAT')];
    default:
      return !last || isToken(last, ',') ? [words('TRACKING', 'VIEWSTAT')] : [];
  }
}
