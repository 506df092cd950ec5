/** Attributes of the rows of an aggregate. They know which values may have decimals, which the rows themselves do not say. */
export class AggregateAttributes {
  readonly type = 'AggregateResult';
  readonly #decimals: readonly string[];

  /** @param decimals may grow until the first row is read */
  constructor(decimals: readonly string[]) {
    this.#decimals = decimals;
  }

  /** Names of the values of such a row that may have decimals. */
  static decimalsOf(attributes: AggregateAttributes): readonly string[] {
    return attributes.#decimals;
  }
}
