import { type Expectation, words } from './expectation.type.js';
import type { QueryScope } from './query-scope.js';
import { isToken, type QueryToken } from './query-token.js';
import { openParenthesis } from './select-expectations.js';

const OPTIONS = ['DATA CATEGORY', 'SECURITY_ENFORCED', 'SYSTEM_MODE', 'USER_MODE'];
const SEARCH_OPTIONS = [
  'DATA CATEGORY',
  'DIVISION =',
  'HIGHLIGHT',
  'METADATA =',
  'NETWORK',
  'PRICEBOOKID',
  'SNIPPET',
  'SPELL_CORRECTION =',
  'SYSTEM_MODE',
  'USER_MODE',
];

/** What may come next behind WITH. @param following what may come behind the clause */
export function withExpectations(
  { role, tokens, last }: QueryScope,
  following: readonly Expectation[],
): readonly Expectation[] {
  const [first] = tokens;
  if (!first) return [words(...(role === 'search' ? SEARCH_OPTIONS : OPTIONS))];
  if (isToken(first, 'DATA')) return categoryExpectations(tokens.slice(1), following);
  if (isToken(last, 'NETWORK', 'PRICEBOOKID')) return [words('=', 'IN')];
  // Values that are no yes or no are nobody's to know.
  if (isToken(last, '=')) return [words('TRUE', 'FALSE')];
  return openParenthesis(tokens) ? [] : following;
}

/** `CATEGORY Geography__c AT (France__c) AND Product__c BELOW All__c` */
function categoryExpectations(
  tokens: readonly QueryToken[],
  following: readonly Expectation[],
): readonly Expectation[] {
  if (tokens.length === 0) return [words('CATEGORY')];
  const start = tokens.findLastIndex((token) => isToken(token, 'CATEGORY', 'AND'));
  const [group, selector, category] = tokens.slice(start + 1);
  if (!group) return [];
  if (!selector) return [words('ABOVE', 'ABOVE_OR_BELOW', 'AT', 'BELOW')];
  return !category || openParenthesis(tokens) ? [] : [words('AND'), ...following];
}
