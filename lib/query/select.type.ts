import type { OrderBy } from './order-by.type.js';
import type { FieldKind, PropertyKind, RelatedEntity } from './property-kind.type.js';
import type { Where } from './where.type.js';

/**
 * Which fields of a parent to read. Child records of a parent are out of the query language's reach.
 *
 * @publicApi
 */
export type SelectParent<E> = {
  readonly [K in keyof E as PropertyKind<E[K]> extends FieldKind | 'parent' ? K : never]?: PropertyKind<
    E[K]
  > extends 'parent'
    ? true | SelectParent<RelatedEntity<E[K]>>
    : true;
};

/**
 * Which child records to read with each record, and what of them.
 *
 * @publicApi
 */
export interface SelectChildren<E> {
  /** @default all scalar fields */
  readonly select?: Select<E>;
  readonly where?: Where<E>;
  readonly orderBy?: OrderBy<E> | readonly OrderBy<E>[];
  /** At most so many children of each record. @default all of them */
  readonly take?: number;
}

/**
 * Which properties of an entity a find reads: `true` for a field; `true` (all its scalar fields) or a selection of its own
 * for a parent, up to five levels up; `true` or {@link SelectChildren} for child records.
 *
 * The id is always read, of related records too, so that whatever was found can be updated and deleted.
 *
 * @example
 * ```ts
 * const select = {
 *   name: true,
 *   owner: { email: true },
 *   contacts: { select: { lastName: true }, orderBy: { lastName: 'asc' }, take: 5 },
 * } satisfies Select<Account>;
 * ```
 * @publicApi
 */
export type Select<E> = {
  readonly [K in keyof E as PropertyKind<E[K]> extends 'method' ? never : K]?: PropertyKind<
    E[K]
  > extends 'parent'
    ? true | SelectParent<RelatedEntity<E[K]>>
    : PropertyKind<E[K]> extends 'children'
      ? true | SelectChildren<RelatedEntity<E[K]>>
      : true;
};
