import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import { NUMERIC_FIELD_TYPES } from '../../protocol/field-type.type.js';
import { isOrderedAlike } from '../execution/merge-order.js';
import type { AggregatePlan } from './aggregate-plan.js';
import type { RowColumn } from './row-columns.js';
import { rowOfNothing } from './row-reader.js';

type Row = Readonly<Record<string, unknown>>;
type Value = number | string | Date;
type Merge = (one: Value, other: Value) => Value;

/**
 * Makes the row of an aggregate over all records of the rows of its parts, which have no record in common.
 *
 * @throws InvalidQueryException for rows that cannot be put together: those of groups, and those without what it takes.
 */
export function compileRowMerger({
  entity,
  query,
  columns,
}: AggregatePlan): (parts: readonly object[]) => object {
  const refuse = (reason: string): never => {
    throw new InvalidQueryException(
      `${entity.target.name}: the query is too long for the platform, and ${reason}`,
    );
  };
  if (query.groupBy) refuse('groups cannot be put together from its parts. Ask for them in several queries.');
  const merges = columns.map((column) => {
    const name = column.place.join('.');
    const merge = mergeOf(column);
    return {
      name,
      merge: merge ?? refuse(`${name} cannot be put together from its parts. Ask for it in several queries.`),
    };
  });
  const mergeTwo = (one: Row, other: Row): Row =>
    Object.fromEntries(merges.map(({ name, merge }) => [name, merged(merge, one[name], other[name])]));
  return (parts) => (parts as readonly Row[]).reduce(mergeTwo, rowOfNothing(columns) as Row);
}

/** Undefined where two values do not tell the one of both: an average, and an order that only the platform knows. */
function mergeOf({ expression, type }: RowColumn): Merge | undefined {
  const isOrdered = isOrderedAlike(type) || NUMERIC_FIELD_TYPES.has(type);
  switch (expression.kind === 'function' && expression.name) {
    case 'COUNT':
    case 'SUM':
      return (one, other) => Number(one) + Number(other);
    case 'MIN':
      return isOrdered ? (one, other) => (other < one ? other : one) : undefined;
    case 'MAX':
      return isOrdered ? (one, other) => (other > one ? other : one) : undefined;
    default:
      return undefined;
  }
}

/** What has no value adds none. */
function merged(merge: Merge, one: unknown, other: unknown): unknown {
  if (one === null || other === null) return one ?? other;
  return merge(one as Value, other as Value);
}
