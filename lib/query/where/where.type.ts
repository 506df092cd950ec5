import type { DateString } from '../../protocol/date-string.js';
import type { TimeString } from '../../protocol/time-string.js';
import type { NameRecord } from '../polymorphic/name-record.js';
import type { AlternativeName, PropertyKind, RelatedEntity } from '../select/property-kind.type.js';
import type { RelativeDate } from '../../soql/relative-date.js';

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

/** A part of a date is a number, equal to this one or compared with others. */
type PartCondition<T = number> = T | (EqualityOperators<T> & MembershipOperators<T> & OrderingOperators<T>);

/** Parts of a date, as SOQL's date functions have them. Those of a datetime are taken in UTC. */
interface DateParts {
  readonly year?: PartCondition;
  /** 1 to 4 */
  readonly quarter?: PartCondition;
  /** 1 to 12 */
  readonly month?: PartCondition;
  /** Within the month, 1 to 31. */
  readonly day?: PartCondition;
  readonly dayOfYear?: PartCondition;
  /** 1 is Sunday. */
  readonly weekDay?: PartCondition;
  /** Within the year; the first seven days are week 1. */
  readonly week?: PartCondition;
  /** Within the month; the first seven days are week 1. */
  readonly weekOfMonth?: PartCondition;
  readonly fiscalYear?: PartCondition;
  readonly fiscalQuarter?: PartCondition;
  readonly fiscalMonth?: PartCondition;
}

interface InstantParts extends DateParts {
  /** 0 to 23 */
  readonly hour?: PartCondition;
  /** The day as a date. */
  readonly date?: PartCondition<DateString>;
}

interface InstantConditions extends InstantParts {
  /** The parts in the time zone of the connected user. */
  readonly inUserTimeZone?: InstantParts;
}

interface LabelConditions {
  /** The label of a picklist's value, in the language of the connected user. */
  readonly label?:
    | string
    | (EqualityOperators<string> & MembershipOperators<string> & OrderingOperators<string> & TextOperators);
}

type DerivedConditions<T> = [T] extends [Date]
  ? InstantConditions
  : [T] extends [DateString]
    ? DateParts
    : [T] extends [boolean | number | TimeString]
      ? unknown
      : LabelConditions;

/**
 * How far a place is from a point.
 *
 * @publicApi
 */
export interface Distance {
  readonly to: { readonly latitude: number; readonly longitude: number };
  readonly unit: 'km' | 'mi';
}

/**
 * The condition on a place: nearer than `lt`, further than `gt`.
 *
 * @example
 * ```ts
 * const near: Where<Opportunity> = {
 *   site: { distance: { to: { latitude: 52.52, longitude: 13.4 }, unit: 'km', lt: 20 } },
 * };
 * ```
 * @publicApi
 */
export interface PlaceCondition {
  readonly distance: Distance & { readonly lt?: number; readonly gt?: number };
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

/** A value to be equal to, or operators that must all hold. @internal */
export type ComparisonCondition<V> =
  Value<NonNullable<V>> | Extract<V, null> | Operators<NonNullable<V>, Extract<V, null>>;

/**
 * The condition on one field: a value to be equal to, or operators that must all hold, among them parts of a date and the
 * label of a picklist. `null` is there only for fields declared nullable.
 *
 * @publicApi
 */
export type FieldCondition<V> =
  | Value<NonNullable<V>>
  | Extract<V, null>
  | (Operators<NonNullable<V>, Extract<V, null>> & DerivedConditions<NonNullable<V>>);

/**
 * The condition on a polymorphic parent: its kind, and the fields that all kinds have.
 *
 * @publicApi
 */
export type PolymorphicCondition<Name extends string> = Where<Omit<NameRecord, 'type'> & { type: Name }>;

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
  readonly [K in keyof E as PropertyKind<E[K]> extends 'method' | 'opaque' ? never : K]?: PropertyKind<
    E[K]
  > extends 'parent'
    ? Where<RelatedEntity<E[K]>>
    : PropertyKind<E[K]> extends 'children'
      ? ChildrenCondition<RelatedEntity<E[K]>>
      : PropertyKind<E[K]> extends 'compound'
        ? PlaceCondition
        : PropertyKind<E[K]> extends 'polymorphic'
          ? PolymorphicCondition<AlternativeName<E[K]>>
          : FieldCondition<E[K]>;
};
