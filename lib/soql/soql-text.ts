/**
 * A piece of SOQL that is safe to put into a query as it is: every value in it is written as a literal. Made by the
 * `soql` tag; `String(text)` is its text.
 *
 * @publicApi
 */
export class SoqlText {
  readonly #text: string;

  /** @internal The tag is the way to make one: it is what keeps values from becoming syntax. */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}
