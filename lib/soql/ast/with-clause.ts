import type { Condition } from './condition.js';
import type { Literal } from './literal.js';

/** `WITH SECURITY_ENFORCED`, `WITH USER_MODE`, `WITH SYSTEM_MODE` */
export interface SecurityMode {
  readonly kind: 'security';
  readonly mode: 'SECURITY_ENFORCED' | 'USER_MODE' | 'SYSTEM_MODE';
}

export interface DataCategoryFilter {
  readonly group: string;
  readonly selector: 'AT' | 'ABOVE' | 'BELOW' | 'ABOVE_OR_BELOW';
  readonly categories: readonly string[];
}

/** `WITH DATA CATEGORY Geography__c AT (usa__c, uk__c) AND …` */
export interface DataCategories {
  readonly kind: 'data-category';
  readonly filters: readonly DataCategoryFilter[];
}

/** `WITH UserId = '005…'`: a filter that some objects ask for beside WHERE. */
export interface WithFilter {
  readonly kind: 'filter';
  readonly condition: Condition;
}

/** `WITH RecordVisibilityContext (maxDescriptorPerRecord = 100, supportsDomains = true)` */
export interface WithContext {
  readonly kind: 'context';
  readonly name: string;
  readonly settings: readonly { readonly name: string; readonly value: Literal }[];
}

export type WithClause = SecurityMode | DataCategories | WithFilter | WithContext;
