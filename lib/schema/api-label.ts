import { bareName } from '../metadata/naming-strategy.js';

/** What users see where nothing else is said: `AnnualRevenue` -> `Annual Revenue`, `acme__Tier_Level__c` -> `Tier Level`. */
export function labelOf(apiName: string): string {
  return bareName(apiName)
    .replaceAll('_', ' ')
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .replace(/\bId$/, 'ID');
}

/** The English plural of a label: `Account` -> `Accounts`, `Opportunity` -> `Opportunities`. */
export function pluralOf(label: string): string {
  if (/[^aeiou]y$/i.test(label)) return `${label.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(label) ? `${label}es` : `${label}s`;
}
