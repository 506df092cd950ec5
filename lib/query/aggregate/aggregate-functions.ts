import { Aggregate } from './aggregate.js';
import type { FieldReference } from './field-reference.type.js';
import { FormattedAggregate } from './formatted-aggregate.js';

/**
 * How many records there are; of a field, how many have a value.
 *
 * @example
 * ```ts
 * const { all, reachable } = await contacts.query().aggregate({ all: count(), reachable: count('email') }).one();
 * ```
 * @publicApi
 */
export function count(): Aggregate<'COUNT', undefined>;
export function count<const Field extends FieldReference>(field: Field): Aggregate<'COUNT', Field>;
export function count(field?: FieldReference): Aggregate<'COUNT'> {
  return new Aggregate('COUNT', field);
}

/**
 * How many different values a field has.
 *
 * @publicApi
 */
export function countDistinct<const Field extends FieldReference>(
  field: Field,
): Aggregate<'COUNT_DISTINCT', Field> {
  return new Aggregate('COUNT_DISTINCT', field);
}

/**
 * The sum of a number; null where no record has one.
 *
 * @example
 * ```ts
 * const rows = await opportunities.query().groupBy('stageName').aggregate({ total: sum('amount') }).all();
 * ```
 * @publicApi
 */
export function sum<const Field extends FieldReference>(field: Field): Aggregate<'SUM', Field> {
  return new Aggregate('SUM', field);
}

/**
 * The average of a number among the records that have one; null where none has.
 *
 * @publicApi
 */
export function avg<const Field extends FieldReference>(field: Field): Aggregate<'AVG', Field> {
  return new Aggregate('AVG', field);
}

/**
 * The least value; of a picklist, the one that stands first in its setup.
 *
 * @publicApi
 */
export function min<const Field extends FieldReference>(field: Field): Aggregate<'MIN', Field> {
  return new Aggregate('MIN', field);
}

/**
 * The greatest value; of a picklist, the one that stands last in its setup.
 *
 * @publicApi
 */
export function max<const Field extends FieldReference>(field: Field): Aggregate<'MAX', Field> {
  return new Aggregate('MAX', field);
}

/**
 * Tells the subtotals of a rollup or cube: 1 in the rows that sum up over all values of a grouped field, else 0.
 *
 * @example
 * ```ts
 * const rows = await opportunities
 *   .query()
 *   .groupByRollup('stageName')
 *   .aggregate({ total: sum('amount'), isTotal: grouping('stageName') })
 *   .all();
 * ```
 * @publicApi
 */
export function grouping<const Field extends FieldReference>(field: Field): Aggregate<'GROUPING', Field> {
  return new Aggregate('GROUPING', field);
}

/**
 * An aggregate of numbers or dates as text, written as the connected user's locale has it. It is for showing: conditions and
 * orders are those of the aggregate itself, as another column.
 *
 * @example
 * ```ts
 * const { total } = await opportunities.query().aggregate({ total: formatted(sum('amount')) }).one();
 * ```
 * @publicApi
 */
export function formatted<const Of extends Aggregate<'SUM' | 'AVG' | 'MIN' | 'MAX', FieldReference>>(
  aggregate: Of,
): FormattedAggregate<Of> {
  return new FormattedAggregate(aggregate);
}
