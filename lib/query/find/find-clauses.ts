import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { dataCategories } from '../../soql/ast/factories/with-clause.factory.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import type { DataCategoryFilter, WithClause } from '../../soql/ast/with-clause.js';
import { isPlainData, knownKeysOf } from './plain-data.js';

const SCOPES = {
  delegated: 'delegated',
  everything: 'everything',
  mine: 'mine',
  mineAndMyGroups: 'mine_and_my_groups',
  myTerritory: 'my_territory',
  myTeamTerritory: 'my_team_territory',
  scopingRule: 'scopingRule',
  team: 'team',
} as const;

/**
 * Whose records a query looks at. Which scopes an object has, its describe tells in `supportedScopes`.
 *
 * @publicApi
 */
export type QueryScope = keyof typeof SCOPES;

const SELECTORS = {
  at: 'AT',
  above: 'ABOVE',
  below: 'BELOW',
  aboveOrBelow: 'ABOVE_OR_BELOW',
} as const satisfies Record<string, DataCategoryFilter['selector']>;

/**
 * The place of articles in one group of data categories: at a category, above or below it.
 *
 * @publicApi
 */
export type DataCategorySelection =
  | { readonly at: string | readonly string[] }
  | { readonly above: string | readonly string[] }
  | { readonly below: string | readonly string[] }
  | { readonly aboveOrBelow: string | readonly string[] };

/**
 * What a query asks for beside its conditions, as far as the REST API takes it. The security modes are not among it: they
 * belong to Apex, and through the API every query runs with the rights of the connected user.
 *
 * @publicApi
 */
export interface WithOptions {
  /** By API name of the group; all of them must hold. Only knowledge articles and questions have data categories. */
  readonly dataCategories: Readonly<Record<string, DataCategorySelection>>;
}

const NAME = /^[a-z]\w*$/i;

/** The clauses that stand beside WHERE and ORDER BY. @throws InvalidQueryException naming the option. */
export function compileClauses(
  options: {
    readonly scope?: unknown;
    readonly with?: unknown;
    readonly for?: unknown;
    readonly update?: unknown;
  },
  name: string,
): Pick<SoqlQuery, 'scope' | 'with' | 'for' | 'update'> {
  return {
    scope: options.scope === undefined ? undefined : scopeOf(options.scope, name),
    with: options.with === undefined ? undefined : withOf(options.with, name),
    for: options.for === undefined ? undefined : purposeOf(options.for, name),
    update: options.update === undefined ? undefined : updateOf(options.update, name),
  };
}

function scopeOf(scope: unknown, name: string): string {
  if (typeof scope === 'string' && Object.hasOwn(SCOPES, scope)) return SCOPES[scope as QueryScope];
  throw new InvalidQueryException(`${name}: scope is one of ${Object.keys(SCOPES).join(', ')}.`);
}

function purposeOf(purpose: unknown, name: string): NonNullable<SoqlQuery['for']> {
  if (purpose === 'view') return ['VIEW'];
  if (purpose === 'reference') return ['REFERENCE'];
  throw new InvalidQueryException(`${name}: for is 'view' or 'reference'.`);
}

function updateOf(update: unknown, name: string): NonNullable<SoqlQuery['update']> {
  if (update === 'tracking') return ['TRACKING'];
  if (update === 'viewstat') return ['VIEWSTAT'];
  throw new InvalidQueryException(`${name}: update is 'tracking' or 'viewstat'.`);
}

function withOf(options: unknown, name: string): WithClause {
  const { dataCategories: groups } = knownKeysOf(options, ['dataCategories'], `${name}: with`);
  if (!isPlainData(groups) || Object.keys(groups).length === 0) {
    throw new InvalidQueryException(`${name}: with.dataCategories names at least one group of categories.`);
  }
  return dataCategories(
    Object.entries(groups).map(([group, selection]) =>
      filterOf(group, selection, `${name}: with.dataCategories`),
    ),
  );
}

function filterOf(group: string, selection: unknown, name: string): DataCategoryFilter {
  const entries = Object.entries(knownKeysOf(selection, Object.keys(SELECTORS), `${name}.${group}`));
  const [first, second] = entries;
  if (!first || second) {
    throw new InvalidQueryException(`${name}.${group}: say one of ${Object.keys(SELECTORS).join(', ')}.`);
  }
  const [selector, value] = first;
  const categories: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!NAME.test(group) || categories.length === 0 || !categories.every(isName)) {
    throw new InvalidQueryException(`${name}.${group}: groups and categories are given by their API names.`);
  }
  return { group, selector: SELECTORS[selector as keyof typeof SELECTORS], categories };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value);
}
