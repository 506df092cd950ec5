import type { DateFunctionName } from '../where/date-function.js';
import { DatePart, type DatePartOptions } from './date-part.js';
import type { FieldReference } from './field-reference.type.js';

/**
 * Makes a part of a date to group by.
 *
 * @publicApi
 */
export type DateFunction<Name extends DateFunctionName> = <const Field extends FieldReference>(
  field: Field,
  options?: DatePartOptions,
) => DatePart<Name, Field>;

function dateFunction<Name extends DateFunctionName>(name: Name): DateFunction<Name> {
  return (field, options) => new DatePart(name, field, options);
}

/**
 * The year of a date.
 *
 * @example
 * ```ts
 * const byYear = await opportunities
 *   .query()
 *   .groupBy({ year: calendarYear('closeDate') })
 *   .aggregate({ total: sum('amount') })
 *   .all();
 * ```
 * @publicApi
 */
export const calendarYear = dateFunction('calendarYear');

/** The quarter of a date, 1 to 4. @publicApi */
export const calendarQuarter = dateFunction('calendarQuarter');

/** The month of a date, 1 to 12. @publicApi */
export const calendarMonth = dateFunction('calendarMonth');

/** The day of a date within its month, 1 to 31. @publicApi */
export const dayInMonth = dateFunction('dayInMonth');

/** The day of a date within its week, 1 (Sunday) to 7 (Saturday). @publicApi */
export const dayInWeek = dateFunction('dayInWeek');

/** The day of a date within its year, 1 to 366. @publicApi */
export const dayInYear = dateFunction('dayInYear');

/** The day of a datetime, as a date. @publicApi */
export const dayOnly = dateFunction('dayOnly');

/** The fiscal year of a date. @publicApi */
export const fiscalYear = dateFunction('fiscalYear');

/** The fiscal quarter of a date, 1 to 4. @publicApi */
export const fiscalQuarter = dateFunction('fiscalQuarter');

/** The month of a date within its fiscal year, 1 to 12. @publicApi */
export const fiscalMonth = dateFunction('fiscalMonth');

/** The hour of a datetime, 0 to 23. @publicApi */
export const hourInDay = dateFunction('hourInDay');

/** The week of a date within its month: the first seven days are week 1. @publicApi */
export const weekInMonth = dateFunction('weekInMonth');

/** The week of a date within its year: the first seven days are week 1. @publicApi */
export const weekInYear = dateFunction('weekInYear');
