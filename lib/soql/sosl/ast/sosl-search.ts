import type { ReturningItem } from './returning-item.js';
import type { SearchExpression } from './search-expression.js';
import type { SearchOption } from './search-option.js';

/** The kinds of fields that can be searched. */
export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE' | 'SIDEBAR';

/** One SOSL search: plain data that nobody changes, as a query is. */
export interface SoslSearch {
  readonly kind: 'search';
  readonly find: SearchExpression;
  /** `USING PHRASE SEARCH`, `USING ADVANCED SEARCH` */
  readonly mode?: 'PHRASE' | 'ADVANCED';
  readonly in?: SearchGroup;
  readonly returning?: readonly ReturningItem[];
  readonly with?: readonly SearchOption[];
  readonly limit?: number;
  readonly update?: readonly ('TRACKING' | 'VIEWSTAT')[];
}
