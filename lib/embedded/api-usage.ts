const HOUR = 3_600_000;

/** Counts API calls over a rolling day, to the hour. It only counts: a development org refuses nobody. */
export class ApiUsage {
  readonly max = 100_000;
  readonly #now: () => Date;
  readonly #calls = new Map<number, number>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  count(): void {
    const hour = this.#hour();
    if (!this.#calls.has(hour)) {
      for (const old of this.#calls.keys()) if (old <= hour - 24) this.#calls.delete(old);
    }
    this.#calls.set(hour, (this.#calls.get(hour) ?? 0) + 1);
  }

  get used(): number {
    const oldest = this.#hour() - 23;
    let used = 0;
    for (const [hour, calls] of this.#calls) if (hour >= oldest) used += calls;
    return used;
  }

  get remaining(): number {
    return Math.max(0, this.max - this.used);
  }

  #hour(): number {
    return Math.floor(this.#now().getTime() / HOUR);
  }
}
