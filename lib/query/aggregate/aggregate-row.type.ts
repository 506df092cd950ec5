import type { DateString } from '../../protocol/date-string.js';
import type { DateFunctionName } from '../where/date-function.js';
import type { Exact } from '../select/exact.type.js';
import type { RelatedEntity } from '../select/property-kind.type.js';
import type { Aggregate } from './aggregate.js';
import type { DatePart } from './date-part.js';
import type { FormattedAggregate } from './formatted-aggregate.js';
import type {
  FieldReference,
  KeyOf,
  ParentFieldOf,
  ReferencedValue,
  ReferenceTo,
} from './field-reference.type.js';

/** What an entity's records are aggregated over: all of them, groups, or groups with subtotals. */
export type GroupingKind = 'none' | 'plain' | 'rollup' | 'cube';

/** Datetimes are grouped by a part of them, such as `dayOnly`. */
type GroupableValue = string | number | boolean;
type DatedValue = Date | DateString;
type ComparableValue = string | number | Date;

/**
 * What records are grouped by: a property; fields of parents, `{ owner: { name: true } }`; parts of dates by the name they
 * are to have in the row, `{ year: calendarYear('closeDate') }`.
 *
 * @publicApi
 */
export type GroupTerm<E> =
  | KeyOf<E, GroupableValue>
  | GroupedFields<E>
  | { readonly [column: string]: DatePart<DateFunctionName, ReferenceTo<E, DatedValue>> };

type GroupedFields<E> = { readonly [K in KeyOf<E, GroupableValue>]?: true } & ParentFieldOf<
  E,
  GroupableValue
>;

// What needs no check is `unknown` and not the term itself: intersected with the properties of a large entity, those would
// make more combinations than the compiler takes.
type ExactTerm<E, Term> = Term extends string | Readonly<Record<string, DatePart>>
  ? unknown
  : Exact<GroupedFields<E>, Term>;

/** Terms without a property that there is not. @internal */
export type ExactTerms<E, Terms> = { readonly [I in keyof Terms]: ExactTerm<E, Terms[I]> };

/**
 * Aggregates by the name they are to have in the row.
 *
 * @publicApi
 */
export interface AggregateColumns<E> {
  readonly [column: string]:
    | Aggregate<'SUM' | 'AVG', ReferenceTo<E, number>>
    | Aggregate<'COUNT' | 'COUNT_DISTINCT' | 'MIN' | 'MAX', ReferenceTo<E, ComparableValue>>
    | Aggregate<'COUNT', undefined>
    | FormattedAggregate<Aggregate<'SUM' | 'AVG', ReferenceTo<E, number>>>
    | FormattedAggregate<Aggregate<'MIN' | 'MAX', ReferenceTo<E, number | Date | DateString>>>
    | Aggregate<'GROUPING', FieldReference>;
}

/** Subtotals leave grouped fields out, and over no records at all there is no value. */
type Missing<Kind extends GroupingKind> = Kind extends 'plain' ? never : null;

type GroupedTree<E, Tree, Null> = {
  -readonly [K in keyof Tree]: K extends keyof E
    ? Tree[K] extends true
      ? Exclude<E[K], undefined> | Null
      : GroupedTree<RelatedEntity<E[K]>, Tree[K], Null | Extract<E[K], null>>
    : never;
};

type PartValue<E, Part> =
  Part extends DatePart<infer Name, infer Reference>
    ? (Name extends 'dayOnly' ? DateString : number) | Extract<ReferencedValue<E, Reference>, null>
    : never;

type TermColumns<E, Term, Null> = Term extends keyof E
  ? { [K in Term]: Exclude<E[K], undefined> | Null }
  : Term extends Readonly<Record<string, DatePart>>
    ? { -readonly [Column in keyof Term]: PartValue<E, Term[Column]> | Null }
    : GroupedTree<E, Term, Null>;

type GroupColumns<E, Terms, Null> = Terms extends readonly [infer First, ...infer Rest]
  ? TermColumns<E, First, Null> & GroupColumns<E, Rest, Null>
  : unknown;

type AggregateValue<E, Column, Null> =
  Column extends FormattedAggregate<infer Of>
    ? string | Extract<AggregateValue<E, Of, Null>, null>
    : Column extends Aggregate<infer Name, infer Reference>
      ? Name extends 'COUNT' | 'COUNT_DISTINCT'
        ? number
        : Name extends 'GROUPING'
          ? 0 | 1
          : Name extends 'SUM' | 'AVG'
            ? number | Null | Extract<ReferencedValue<E, Reference>, null>
            : ReferencedValue<E, Reference> | Null
      : never;

type AggregatedColumns<E, Columns, Null> = {
  -readonly [Column in keyof Columns]: AggregateValue<E, Columns[Column], Null>;
};

type Flat<T> = { [K in keyof T]: T[K] };

/**
 * A row of an aggregating query: what it groups by and what it aggregates, by name, nullable where there may be no value.
 *
 * @publicApi
 */
export type AggregateRow<E, Terms, Columns, Kind extends GroupingKind> = Flat<
  GroupColumns<E, Terms, Kind extends 'plain' ? never : null> & AggregatedColumns<E, Columns, Missing<Kind>>
>;
