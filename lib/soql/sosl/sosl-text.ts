/**
 * A piece of SOSL that is safe to put into a search as it is: every value in it is written so that it can only be itself. Made
 * by the `sosl` tag; `String(text)` is its text.
 *
 * @publicApi
 */
export class SoslText {
  readonly #text: string;

  /** @internal The tag is the way to make one: it is what keeps values from becoming syntax. */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}
