import type { Condition } from './condition.js';
import type { Expression } from './expression.js';
import type { SelectItem } from './select-item.js';
import type { WithClause } from './with-clause.js';

/** `FROM Contact c, c.Account a`: the object, its alias, and aliases of paths that start from it. */
export interface FromClause {
  readonly sobject: string;
  readonly alias?: string;
  readonly related?: readonly { readonly path: readonly string[]; readonly alias?: string }[];
}

export interface GroupByClause {
  readonly kind: 'plain' | 'rollup' | 'cube';
  readonly expressions: readonly Expression[];
}

export interface OrderByItem {
  readonly expression: Expression;
  readonly direction?: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST';
}

/**
 * One SOQL query. Trees are plain data: the builder makes them, the printer writes them, the parser reads them, the embedded
 * org plans them, and nothing else in the library knows what SOQL text looks like. Nothing changes a tree once it is made,
 * and a node keeps the list it is given; the types see to that, because freezing costs more than parsing or building.
 */
export interface SoqlQuery {
  readonly kind: 'query';
  readonly select: readonly SelectItem[];
  readonly from: FromClause;
  readonly scope?: string;
  readonly where?: Condition;
  readonly with?: WithClause;
  readonly groupBy?: GroupByClause;
  readonly having?: Condition;
  readonly orderBy?: readonly OrderByItem[];
  readonly limit?: number;
  readonly offset?: number;
  readonly for?: readonly ('VIEW' | 'REFERENCE' | 'UPDATE')[];
  readonly update?: readonly ('TRACKING' | 'VIEWSTAT')[];
  readonly allRows?: boolean;
}
