import type { SoslSearch } from '../../../soql/sosl/ast/sosl-search.js';
import type { SoqlSource } from '../query/soql-source.js';

const MAX_OFFSET = 2000;

/** Refuses what the platform takes in no search, and what needs something that this org does not have. */
export function refuseSearch(search: SoslSearch, source: SoqlSource): void {
  const refuse = (reason: string, node?: object): never => {
    throw source.refusal('MALFORMED_SEARCH', reason, node);
  };
  for (const item of search.returning ?? []) {
    if (item.offset !== undefined && item.offset > MAX_OFFSET) {
      refuse(`SOSL offset should be between 0 to ${MAX_OFFSET}`, item);
    }
    if (item.offset !== undefined && search.returning!.length > 1) {
      refuse('OFFSET is only allowed in a search that returns a single object', item);
    }
    if (item.using) refuse(`${item.sobject} has no list view or lookup filter of that name`, item);
  }
  for (const option of search.with ?? []) {
    if (option.kind === 'data-category') refuse('WITH DATA CATEGORY is not supported', option);
    if (option.kind === 'division') refuse(`Division ${option.name} does not exist`, option);
  }
}
