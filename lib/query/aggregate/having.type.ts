import type { PropertyKind } from '../select/property-kind.type.js';
import type { ComparisonCondition } from '../where/where.type.js';

/**
 * A condition on the rows of an aggregating query, by their columns: every named one must hold, and so must `AND`, `OR` and
 * `NOT`.
 *
 * @publicApi
 */
export type Having<Row> = {
  readonly [K in keyof Row]?: PropertyKind<Row[K]> extends 'parent'
    ? Having<NonNullable<Row[K]>>
    : ComparisonCondition<Row[K]>;
} & {
  readonly AND?: readonly Having<Row>[];
  readonly OR?: readonly Having<Row>[];
  readonly NOT?: Having<Row>;
};
