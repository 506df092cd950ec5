import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { isSalesforceId } from '../../protocol/salesforce-id.js';
import {
  divisionOption,
  networkOption,
  pricebookOption,
  spellCorrectionOption,
} from '../../soql/sosl/ast/factories/search-option.factory.js';
import type { SearchOption } from '../../soql/sosl/ast/search-option.js';
import type { SearchGroup, SoslSearch } from '../../soql/sosl/ast/sosl-search.js';
import { compileClauses } from '../find/find-clauses.js';
import { compileSearchTerm } from './search-term-compiler.js';

const GROUPS: Readonly<Record<string, SearchGroup>> = {
  all: 'ALL',
  name: 'NAME',
  email: 'EMAIL',
  phone: 'PHONE',
  sidebar: 'SIDEBAR',
};

/** The options of a search that are not about one entity. */
export const SCOPE_OPTIONS: readonly string[] = [
  'in',
  'match',
  'spellCorrection',
  'division',
  'networks',
  'priceBooks',
  'dataCategories',
];

/** {@link SearchScope} before it is checked. */
export interface UntypedSearchScope {
  readonly in?: unknown;
  readonly match?: unknown;
  readonly spellCorrection?: unknown;
  readonly division?: unknown;
  readonly networks?: unknown;
  readonly priceBooks?: unknown;
  readonly dataCategories?: unknown;
}

/** What is searched for, and where. @throws InvalidQueryException naming the option. */
export function compileSearchScope(
  term: unknown,
  scope: UntypedSearchScope,
  name: string,
): Pick<SoslSearch, 'find' | 'in' | 'with'> {
  const options = optionsOf(scope, name);
  return {
    find: compileSearchTerm(term, scope.match, name),
    in: scope.in === undefined ? undefined : groupOf(scope.in, name),
    with: options.length > 0 ? options : undefined,
  };
}

function groupOf(group: unknown, name: string): SearchGroup {
  const found = typeof group === 'string' && Object.hasOwn(GROUPS, group) ? GROUPS[group] : undefined;
  if (found) return found;
  throw new InvalidQueryException(`${name}: in is one of ${Object.keys(GROUPS).join(', ')}.`);
}

function optionsOf(scope: UntypedSearchScope, name: string): readonly SearchOption[] {
  const { division, networks, priceBooks, dataCategories, spellCorrection } = scope;
  const options: SearchOption[] = [];
  if (division !== undefined) options.push(divisionOption(textOf(division, `${name}: division`)));
  if (networks !== undefined) options.push(networkOption(idsOf(networks, `${name}: networks`)));
  if (priceBooks !== undefined) options.push(pricebookOption(idsOf(priceBooks, `${name}: priceBooks`)));
  if (dataCategories !== undefined) {
    const { with: clause } = compileClauses({ with: { dataCategories } }, name);
    if (clause?.kind === 'data-category') options.push(clause);
  }
  if (spellCorrection !== undefined) {
    if (typeof spellCorrection !== 'boolean') {
      throw new InvalidQueryException(`${name}: spellCorrection is true or false.`);
    }
    options.push(spellCorrectionOption(spellCorrection));
  }
  return options;
}

function textOf(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new InvalidQueryException(`${name} is a text.`);
}

function idsOf(value: unknown, name: string): readonly string[] {
  if (Array.isArray(value) && value.length > 0 && value.every(isSalesforceId)) return value;
  throw new InvalidQueryException(`${name} are ids, one at least.`);
}
