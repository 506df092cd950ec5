const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A calendar date, `YYYY-MM-DD`: the value of a `date` field. It is a text and not a `Date` because a birthday has no time
 * zone: nothing that formats, stores or compares it can move it to the day before. Texts compare in calendar order.
 *
 * @publicApi
 */
export type DateString = `${number}-${number}-${number}`;

function isCalendarDate(text: unknown): text is DateString {
  const parts = typeof text === 'string' ? DATE.exec(text) : null;
  return parts !== null && isCalendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Whether there is such a day; months and days are counted from one. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const lastDay =
    month === 2 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0)) ? 28 : DAYS[month];
  return lastDay !== undefined && day >= 1 && day <= lastDay;
}

const DAYS: readonly (number | undefined)[] = [undefined, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Checks and makes {@link DateString} values.
 *
 * @example
 * ```ts
 * const due: DateString = DateString.from(new Date(), 'Europe/Berlin');
 * if (DateString.is(dto.closeDate)) await opportunities.update(id, { closeDate: dto.closeDate });
 * ```
 * @publicApi
 */
export const DateString = {
  /** Whether a value is the text of a day that exists. */
  is: isCalendarDate,

  /**
   * The calendar day of an instant.
   *
   * @param timeZone IANA name of the zone whose calendar counts. @default 'UTC'
   * @throws RangeError for an invalid `Date` or an unknown zone.
   */
  from(instant: Date, timeZone = 'UTC'): DateString {
    const format = new Intl.DateTimeFormat('en', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}` as DateString;
  },
};
