import type { Aggregate } from './aggregate.js';

/**
 * A value computed from many records, as the connected user's locale writes it. Made by `formatted`.
 *
 * @publicApi
 */
export class FormattedAggregate<Of extends Aggregate = Aggregate> {
  readonly #aggregate: Of;

  /** @internal */
  constructor(aggregate: Of) {
    this.#aggregate = aggregate;
  }

  /** What is formatted. */
  get aggregate(): Of {
    return this.#aggregate;
  }
}
