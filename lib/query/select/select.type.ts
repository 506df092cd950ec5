import type { DateString } from '../../protocol/date-string.js';
import type { TimeString } from '../../protocol/time-string.js';
import type { OrderBy } from '../order-by/order-by.type.js';
import type { NameRecord } from '../polymorphic/name-record.js';
import type {
  AlternativeEntity,
  AlternativeName,
  FieldKind,
  PropertyKind,
  RelatedEntity,
} from './property-kind.type.js';
import type { Distance, Where } from '../where/where.type.js';

/**
 * A field as it is, or as users see it: a picklist's value by its translated `label`, a number or a date `formatted` as a
 * text in the user's locale, a currency `converted` into the user's.
 */
type SelectField<V> = [V] extends [string | readonly string[]]
  ? true | 'label' | ([V] extends [DateString | TimeString] ? 'formatted' : never)
  : [V] extends [number]
    ? true | 'formatted' | 'converted'
    : [V] extends [Date]
      ? true | 'formatted'
      : true;

/**
 * Which kinds of a polymorphic parent to read, and what of each: `true` for all fields. `else` is what to read of every other
 * kind, of the fields that all kinds have; without it they are `null`.
 *
 * @publicApi
 */
export type SelectPolymorphic<V> = {
  readonly [Name in AlternativeName<V>]?: true | SelectParent<AlternativeEntity<NonNullable<V>, Name>>;
} & { readonly else?: true | SelectParent<NameRecord> };

/**
 * Which fields of a parent to read. Child records of a parent are out of the query language's reach.
 *
 * @publicApi
 */
export type SelectParent<E> = {
  readonly [
    K in keyof E as PropertyKind<E[K]> extends FieldKind | 'parent' | 'polymorphic' ? K : never
  ]?: PropertyKind<E[K]> extends 'parent'
    ? true | SelectParent<RelatedEntity<E[K]>>
    : PropertyKind<E[K]> extends 'polymorphic'
      ? true | SelectPolymorphic<E[K]>
      : SelectField<NonNullable<E[K]>>;
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
 * for a parent, up to five levels up; one for each kind of a polymorphic parent; `true` or {@link SelectChildren} for child
 * records. A field can also be read as users see it: `'label'`, `'formatted'`, `'converted'`; of a place the distance from
 * a point.
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
      : PropertyKind<E[K]> extends 'polymorphic'
        ? true | SelectPolymorphic<E[K]>
        : PropertyKind<E[K]> extends 'compound'
          ? true | { readonly distance: Distance }
          : SelectField<NonNullable<E[K]>>;
};
