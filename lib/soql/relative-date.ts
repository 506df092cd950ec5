/**
 * A range of days named relative to today, such as `LAST_N_DAYS:30`. The org resolves it in the time zone of the connected
 * user. Made by `DateLiteral`; nothing else makes one, so data that came from outside cannot pass for it.
 *
 * @publicApi
 */
export class RelativeDate {
  /** Name of the range in SOQL. */
  readonly #name: string;
  readonly #n: number | undefined;

  /** @internal */
  constructor(name: string, n?: number) {
    this.#name = name;
    this.#n = n;
  }

  get name(): string {
    return this.#name;
  }

  /** How many units, where the range counts them. */
  get n(): number | undefined {
    return this.#n;
  }

  toString(): string {
    return this.#n === undefined ? this.#name : `${this.#name}:${this.#n}`;
  }
}
