import type { Condition } from '../condition.js';
import type {
  DataCategories,
  DataCategoryFilter,
  SecurityMode,
  WithContext,
  WithFilter,
} from '../with-clause.js';

export function securityMode(mode: SecurityMode['mode']): SecurityMode {
  return { kind: 'security', mode };
}

/** `WITH DATA CATEGORY filters`, which all hold. */
export function dataCategories(filters: readonly DataCategoryFilter[]): DataCategories {
  return { kind: 'data-category', filters };
}

export function withFilter(condition: Condition): WithFilter {
  return { kind: 'filter', condition };
}

/** `WITH name (settings)` */
export function withContext(name: string, settings: WithContext['settings']): WithContext {
  return { kind: 'context', name, settings };
}
