import type { PropertyKind, RelatedEntity } from './property-kind.type.js';

/** @publicApi */
export type SortDirection = 'asc' | 'desc';

/**
 * A direction and where records without a value go.
 *
 * @publicApi
 */
export interface Sort {
  readonly direction: SortDirection;
  /** @default 'first', the platform's own */
  readonly nulls?: 'first' | 'last';
}

/**
 * The order of records, by fields of the entity and of its parents. Several keys of one object count in the order they are
 * written; an array says the same more plainly.
 *
 * @example
 * ```ts
 * const orderBy: OrderBy<Account>[] = [{ owner: { name: 'asc' } }, { annualRevenue: { direction: 'desc', nulls: 'last' } }];
 * ```
 * @publicApi
 */
export type OrderBy<E> = {
  readonly [K in keyof E as PropertyKind<E[K]> extends 'scalar' | 'parent' ? K : never]?: PropertyKind<
    E[K]
  > extends 'parent'
    ? OrderBy<RelatedEntity<E[K]>>
    : SortDirection | Sort;
};
