import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How far a clock is moved; parts add up, and negative ones go back.
 *
 * @publicApi
 */
export interface ClockStep {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/**
 * The org's time: what `CreatedDate`, `TODAY`, the life of sessions and cursors, and everything else in it goes by. It runs with
 * the system's until it is stopped.
 *
 * @publicApi
 */
export class OrgClock {
  readonly #source: () => Date;
  #shift = 0;
  #stopped: number | undefined;

  /** @param source what a running clock shows. @default the system's time */
  constructor(source: () => Date = () => new Date()) {
    this.#source = source;
  }

  now(): Date {
    return new Date((this.#stopped ?? this.#source().getTime()) + this.#shift);
  }

  /**
   * Stops the clock, at a time of your choice or where it is.
   *
   * @example
   * ```ts
   * org.clock.stop('2026-01-31T10:00:00Z');
   * ```
   * @throws SalesforceConfigurationException when the time is none.
   */
  stop(at: Date | string = this.now()): void {
    this.#stopped = instantOf(at);
    this.#shift = 0;
  }

  /**
   * Moves the clock, a stopped one as well as a running one.
   *
   * @example
   * ```ts
   * org.clock.advance({ hours: 3 }); // every session has ended
   * ```
   */
  advance({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: ClockStep): void {
    this.#shift += days * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND + milliseconds;
  }

  /** Lets the clock run with the system's time again. */
  reset(): void {
    this.#stopped = undefined;
    this.#shift = 0;
  }
}

function instantOf(at: Date | string): number {
  const instant = new Date(at).getTime();
  if (!Number.isNaN(instant)) return instant;
  throw new SalesforceConfigurationException(
    `'${String(at)}' is no time for the clock of the embedded org: give a Date, or a text such as '2026-01-31T10:00:00Z'.`,
  );
}
