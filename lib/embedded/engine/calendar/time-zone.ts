const DAY = 86_400_000;
/** No zone changes its offset more often than at full quarters of an hour. */
const QUARTER_HOUR = 900_000;
/** Enough for years of hours; a zone asked about centuries must not hold memory. */
const MAX_OFFSETS = 50_000;
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/;

/** The wall clock of a place. */
export class TimeZone {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  /** @param name as IANA and `TimeZoneSidKey` have it; one that is unknown is taken for GMT. */
  constructor(name: string) {
    this.#format = formatOf(name);
  }

  /** The name the platform and `Intl` know the zone by. */
  get name(): string {
    return this.#format.resolvedOptions().timeZone;
  }

  /** What a clock there shows at an instant, as if it were UTC: the parts of a date can be taken from it. */
  local(instant: Date): Date {
    return new Date(instant.getTime() + this.#offset(instant.getTime()));
  }

  /** The instant a local day begins at; where the clock leaves midnight out, it begins later, and where it repeats it, once. */
  startOfDay(day: string): Date {
    const midnight = Date.parse(`${day}T00:00:00Z`);
    const candidates = [midnight - DAY, midnight + DAY]
      .map((time) => midnight - this.#offset(time))
      .sort((a, b) => a - b);
    const start = candidates.find((time) => time + this.#offset(time) === midnight);
    return new Date(start ?? Math.max(...candidates));
  }

  #offset(time: number): number {
    const key = Math.floor(time / QUARTER_HOUR);
    const known = this.#offsets.get(key);
    if (known !== undefined) return known;
    if (this.#offsets.size >= MAX_OFFSETS) this.#offsets.clear();
    const [, sign = '+', hours, minutes, seconds] =
      OFFSET.exec(this.#format.format(key * QUARTER_HOUR)) ?? [];
    const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
    const offset = (sign === '-' ? -size : size) * 1000;
    this.#offsets.set(key, offset);
    return offset;
  }
}

function formatOf(name: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
  } catch {
    return new Intl.DateTimeFormat('en-US', { timeZone: 'GMT', timeZoneName: 'longOffset' });
  }
}
