import type { Condition } from '../../ast/condition.js';
import type { Literal } from '../../ast/literal.js';
import type { FieldsExpansion, SelectedExpression } from '../../ast/select-item.js';
import type { OrderByItem } from '../../ast/soql-query.js';

/** `USING ListView=Name`: only the records of a list view. */
export interface ListViewFilter {
  readonly kind: 'list-view';
  /** Developer name, or `Recent`. */
  readonly name: string;
}

/** `USING ListView(id=…)` */
export interface ListViewIdFilter {
  readonly kind: 'list-view-id';
  readonly id: string;
}

/** `USING LOOKUP Object.Field BIND Field = '…'`: only what a lookup field with a filter takes. */
export interface LookupFilter {
  readonly kind: 'lookup';
  readonly path: readonly string[];
  readonly bindings: readonly { readonly name: string; readonly value: Literal }[];
}

export type ReturningFilter = ListViewFilter | ListViewIdFilter | LookupFilter;

/** `Account(Name, Phone WHERE … ORDER BY … LIMIT …)`: an object to search and what to give of its records. */
export interface ReturningItem {
  readonly sobject: string;
  /** None gives ids. */
  readonly fields?: readonly (SelectedExpression | FieldsExpansion)[];
  readonly where?: Condition;
  readonly using?: ReturningFilter;
  readonly orderBy?: readonly OrderByItem[];
  readonly limit?: number;
  readonly offset?: number;
}
