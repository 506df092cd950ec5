const HOUR = 3_600_000;

/** The limit that every call counts for. */
const CALLS = 'DailyApiRequests';

/** Counts what limits are on over a rolling day, to the hour. It only counts: a development org refuses nobody. */
export class ApiUsage {
  readonly max = 100_000;
  readonly #now: () => Date;
  /** By limit, then by hour. */
  readonly #counts = new Map<string, Map<number, number>>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** @param limit name in the list of limits. @default that of the API calls */
  count(limit: string = CALLS): void {
    const hour = this.#hour();
    const hours = this.#counts.get(limit) ?? new Map<number, number>();
    this.#counts.set(limit, hours);
    if (!hours.has(hour)) {
      for (const old of hours.keys()) if (old <= hour - 24) hours.delete(old);
    }
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }

  /** How often a limit was counted on within the last day. */
  usedOf(limit: string): number {
    const oldest = this.#hour() - 23;
    let used = 0;
    for (const [hour, count] of this.#counts.get(limit) ?? []) if (hour >= oldest) used += count;
    return used;
  }

  get used(): number {
    return this.usedOf(CALLS);
  }

  get remaining(): number {
    return Math.max(0, this.max - this.used);
  }

  #hour(): number {
    return Math.floor(this.#now().getTime() / HOUR);
  }
}
