import type { Condition } from '../condition.js';
import type {
  DataCategories,
  DataCategoryFilter,
  SecurityMode,
  WithContext,
  WithFilter,
} from '../with-clause.js';
import { frozenList } from './frozen-list.js';

export function securityMode(mode: SecurityMode['mode']): SecurityMode {
  return Object.freeze({ kind: 'security', mode });
}

/** `WITH DATA CATEGORY filters`, which all hold. */
export function dataCategories(filters: readonly DataCategoryFilter[]): DataCategories {
  return Object.freeze({
    kind: 'data-category',
    filters: frozenList(
      filters.map(({ group, selector, categories }) =>
        Object.freeze({ group, selector, categories: frozenList(categories) }),
      ),
    ),
  });
}

export function withFilter(condition: Condition): WithFilter {
  return Object.freeze({ kind: 'filter', condition });
}

/** `WITH name (settings)` */
export function withContext(name: string, settings: WithContext['settings']): WithContext {
  return Object.freeze({
    kind: 'context',
    name,
    settings: frozenList(
      settings.map((setting) => Object.freeze({ name: setting.name, value: setting.value })),
    ),
  });
}
