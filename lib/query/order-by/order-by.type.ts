import type { NameRecord } from '../polymorphic/name-record.js';
import type { PropertyKind, RelatedEntity } from '../select/property-kind.type.js';
import type { Distance } from '../where/where.type.js';

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
 * An order by the distance of a place.
 *
 * @publicApi
 */
export interface DistanceSort extends Sort {
  readonly distance: Distance;
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
  readonly [
    K in keyof E as PropertyKind<E[K]> extends 'method' | 'opaque' | 'multi' | 'children' ? never : K
  ]?: PropertyKind<E[K]> extends 'parent'
    ? OrderBy<RelatedEntity<E[K]>>
    : PropertyKind<E[K]> extends 'compound'
      ? DistanceSort
      : PropertyKind<E[K]> extends 'polymorphic'
        ? OrderBy<NameRecord>
        : SortDirection | Sort;
};
