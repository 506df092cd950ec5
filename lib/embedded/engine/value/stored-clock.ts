import { toStoredInstant } from './temporal-value.js';

const SECOND = 1000;

/** The org's time as it is stored, to the second: written down once for all that happens within one. */
export class StoredClock {
  readonly #now: () => Date;
  #second = Number.NaN;
  #text = '';

  constructor(now: () => Date) {
    this.#now = now;
  }

  now(): string {
    const instant = this.#now();
    const second = Math.floor(instant.getTime() / SECOND);
    if (second !== this.#second) {
      this.#second = second;
      this.#text = toStoredInstant(instant);
    }
    return this.#text;
  }
}
