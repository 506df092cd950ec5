import type { DateString } from '../protocol/date-string.js';
import type { TimeString } from '../protocol/time-string.js';
import type { PropertyKind, RelatedEntity } from './property-kind.type.js';
import type { RelativeDate } from '../soql/relative-date.js';

/** Equality; `null` asks for records without a value and `not` a value finds those as well, as the platform has it. */
interface EqualityOperators<T> {
  readonly equals?: T;
  readonly not?: T;
}

/** Membership of a list. An empty `in` finds nothing and calls nobody; an empty `notIn` excludes nothing. */
interface MembershipOperators<T> {
  readonly in?: readonly T[];
  readonly notIn?: readonly T[];
}

interface OrderingOperators<T> {
  readonly gt?: T;
  readonly gte?: T;
  readonly lt?: T;
  readonly lte?: T;
}

/** Comparison of text, without regard to case. */
interface TextOperators {
  readonly contains?: string;
  readonly startsWith?: string;
  readonly endsWith?: string;
  /** A pattern: `%` stands for any text, `_` for one character, `\%` and `\_` for themselves. */
  readonly like?: string;
}

/** Each item is one value, or several that a record must have together. */
interface InclusionOperators<Item> {
  /** Has at least one of the items. */
  readonly includes?: readonly (Item | readonly Item[])[];
  /** Has none of the items. */
  readonly excludes?: readonly (Item | readonly Item[])[];
}

type Operators<T, Null> = [T] extends [boolean]
  ? EqualityOperators<T | Null>
  : [T] extends [Date | DateString]
    ? EqualityOperators<T | RelativeDate | Null> &
        MembershipOperators<T> &
        OrderingOperators<T | RelativeDate>
    : [T] extends [number | TimeString]
      ? EqualityOperators<T | Null> & MembershipOperators<T> & OrderingOperators<T>
      : [T] extends [readonly (infer Item)[]]
        ? EqualityOperators<readonly Item[] | Null> & InclusionOperators<Item>
        : EqualityOperators<T | Null> & MembershipOperators<T> & OrderingOperators<T> & TextOperators;

type Value<T> = [T] extends [Date | DateString]
  ? T | RelativeDate
  : [T] extends [readonly (infer Item)[]]
    ? readonly Item[]
    : T;

/**
 * The condition on one field: a value to be equal to, or operators that must all hold. `null` is there only for fields
 * declared nullable.
 *
 * @publicApi
 */
export type FieldCondition<V> =
  Value<NonNullable<V>> | Extract<V, null> | Operators<NonNullable<V>, Extract<V, null>>;

/**
 * The condition on child records: some of them, or none of them, match. Sent as a semi-join or anti-join, of which the
 * platform takes two a query, neither inside `OR` or `NOT` nor inside another one.
 *
 * @publicApi
 */
export type ChildrenCondition<E> =
  | { readonly some: Where<E>; readonly none?: Where<E> }
  | { readonly some?: Where<E>; readonly none: Where<E> };

/**
 * A condition as plain data: every named property must hold, and so must `AND`, `OR` and `NOT`.
 *
 * @example
 * ```ts
 * const where: Where<Account> = {
 *   industry: { in: ['Energy', 'Utilities'] },
 *   owner: { isActive: true },
 *   contacts: { some: { email: { endsWith: '@example.com' } } },
 *   OR: [{ annualRevenue: { gte: 1_000_000 } }, { createdDate: { gte: DateLiteral.lastNDays(30) } }],
 * };
 * ```
 * @publicApi
 */
export type Where<E> = WhereProperties<E> & {
  readonly AND?: readonly Where<E>[];
  /** At least one holds; an empty list finds nothing. */
  readonly OR?: readonly Where<E>[];
  readonly NOT?: Where<E>;
};

type WhereProperties<E> = {
  readonly [
    K in keyof E as PropertyKind<E[K]> extends 'scalar' | 'multi' | 'parent' | 'children' ? K : never
  ]?: PropertyKind<E[K]> extends 'parent'
    ? Where<RelatedEntity<E[K]>>
    : PropertyKind<E[K]> extends 'children'
      ? ChildrenCondition<RelatedEntity<E[K]>>
      : FieldCondition<E[K]>;
};
