import type { FieldReference } from './field-reference.type.js';

/** The functions that make one value of many records, as SOQL names them, and what tells the rows of subtotals. */
export type AggregateFunctionName = 'COUNT' | 'COUNT_DISTINCT' | 'SUM' | 'AVG' | 'MIN' | 'MAX' | 'GROUPING';

/**
 * A value computed from many records. Made by `count`, `countDistinct`, `sum`, `avg`, `min`, `max` and `grouping`.
 *
 * @publicApi
 */
export class Aggregate<
  Name extends AggregateFunctionName = AggregateFunctionName,
  Reference extends FieldReference | undefined = FieldReference | undefined,
> {
  readonly #name: Name;
  readonly #field: Reference;

  /** @internal */
  constructor(name: Name, field: Reference) {
    this.#name = name;
    this.#field = field;
  }

  /** Name of the function in SOQL. */
  get name(): Name {
    return this.#name;
  }

  /** What is aggregated; undefined for the records themselves. */
  get field(): Reference {
    return this.#field;
  }
}
