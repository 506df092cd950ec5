import { type Expectation, words } from './expectation.type.js';
import {
  AGGREGATES,
  argumentsOf,
  DATE_FUNCTIONS,
  DISPLAY_FUNCTIONS,
  isFunctionName,
} from './function-expectations.js';
import { type QueryScope, splitAtCommas } from './query-scope.js';
import { isToken, type QueryToken } from './query-token.js';

const FUNCTIONS = words('FIELDS(', ...AGGREGATES, ...DATE_FUNCTIONS, ...DISPLAY_FUNCTIONS);

/** What may come next in a select list. @param following what may come behind the list */
export function selectExpectations(
  { tokens, role }: QueryScope,
  following: readonly Expectation[],
): readonly Expectation[] {
  const choice = openTypeof(tokens);
  if (choice) return typeofExpectations(choice);
  const call = openParenthesis(tokens);
  if (call) {
    const { before, inside } = call;
    if (isFunctionName(before)) return argumentsOf(before.text, inside);
    return inside.length === 0 ? [words('SELECT')] : [];
  }
  const item = splitAtCommas(tokens).at(-1) ?? [];
  if (item.length > 0) return following;
  const fields: Expectation = { kind: 'fields', use: 'select' };
  if (role === 'returning') return [fields, words(...DISPLAY_FUNCTIONS)];
  return role === 'query' ? [fields, FUNCTIONS, words('(SELECT', 'TYPEOF')] : [fields, FUNCTIONS];
}

export interface OpenParenthesis {
  /** The token before it. */
  readonly before: QueryToken | undefined;
  /** The tokens behind it. */
  readonly inside: readonly QueryToken[];
}

/** The innermost parenthesis that nothing has closed. */
export function openParenthesis(tokens: readonly QueryToken[]): OpenParenthesis | undefined {
  let depth = 0;
  for (let i = tokens.length - 1; i >= 0; i--) {
    if (isToken(tokens[i], ')')) depth++;
    else if (isToken(tokens[i], '(') && depth-- === 0) {
      return { before: tokens[i - 1], inside: tokens.slice(i + 1) };
    }
  }
  return undefined;
}

/** What stands behind the TYPEOF that has no END yet. */
function openTypeof(tokens: readonly QueryToken[]): readonly QueryToken[] | undefined {
  const start = tokens.findLastIndex((token) => isToken(token, 'TYPEOF'));
  const rest = tokens.slice(start + 1);
  return start < 0 || rest.some((token) => isToken(token, 'END')) ? undefined : rest;
}

function typeofExpectations(tokens: readonly QueryToken[]): readonly Expectation[] {
  const [parent, ...rest] = tokens;
  if (!parent) return [{ kind: 'polymorphic-parents' }];
  const path = parent.text.split('.');
  const last = rest.at(-1);
  if (!last) return [words('WHEN')];
  const at = rest.findLastIndex((token) => isToken(token, 'WHEN', 'THEN', 'ELSE'));
  const behind = rest.slice(at + 1);
  if (isToken(rest[at], 'WHEN')) {
    return behind.length === 0 ? [{ kind: 'parent-objects', path }] : [words('THEN')];
  }
  const isElse = isToken(rest[at], 'ELSE');
  if (behind.length === 0 || isToken(last, ',')) {
    return [{ kind: 'fields', use: 'select', sobject: isElse ? 'Name' : rest[at - 1]?.text }];
  }
  return [isElse ? words('END') : words('WHEN', 'ELSE', 'END')];
}
