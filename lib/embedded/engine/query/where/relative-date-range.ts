import type { RelativeDateLiteral } from '../../../../soql/ast/literal.js';
import type { UserSettings } from '../user-settings.interface.js';

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

/** From the first day to the day after the last one, as `YYYY-MM-DD`. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** Units counted from the current one, which is 0; `to` is excluded. */
interface UnitRange {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
}

const SINGLE_DAYS: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 };
const NEIGHBOURS: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 };
const NEIGHBOUR = /^(LAST|THIS|NEXT)_(WEEK|MONTH|(?:FISCAL_)?(?:QUARTER|YEAR))$/;
const SPAN = /^(LAST|NEXT)_(?:N|90)_(DAY|WEEK|MONTH|(?:FISCAL_)?(?:QUARTER|YEAR))S$/;
const AGO = /^N_(DAY|WEEK|MONTH|(?:FISCAL_)?(?:QUARTER|YEAR))S_AGO$/;

/** The dates that Salesforce knows. */
const [FIRST_DAY, LAST_DAY] = ['1700-01-01', '4000-12-31'];

/** Where weeks and fiscal years begin. */
export type Calendar = Pick<UserSettings, 'firstDayOfWeek' | 'fiscalYear'>;

/** The days that a named range of dates means today. @param now the local time, as if it were UTC */
export function relativeDateRange(
  literal: RelativeDateLiteral,
  now: Date,
  calendar: Calendar,
): DateRange | undefined {
  const range = unitRange(literal);
  if (!range) return undefined;
  const [from, to] = [range.from, range.to].map((distance) => dayOf(range.unit, distance, now, calendar));
  return { from: from!, to: to! };
}

/** Whether there is a range of dates of that name. */
export function isRelativeDate(literal: RelativeDateLiteral): boolean {
  return unitRange(literal) !== undefined;
}

function unitRange({ name, n = 90 }: RelativeDateLiteral): UnitRange | undefined {
  const day = SINGLE_DAYS[name];
  if (day !== undefined) return { unit: 'DAY', from: day, to: day + 1 };
  const neighbour = NEIGHBOUR.exec(name);
  if (neighbour) {
    const from = NEIGHBOURS[neighbour[1]!]!;
    return { unit: neighbour[2] as Unit, from, to: from + 1 };
  }
  const ago = AGO.exec(name);
  if (ago) return { unit: ago[1] as Unit, from: -n, to: 1 - n };
  const span = SPAN.exec(name);
  if (!span) return undefined;
  const unit = span[2] as Unit;
  if (span[1] === 'NEXT') return { unit, from: 1, to: n + 1 };
  // The last n days reach to the end of today; the last n of every other unit end before the current one begins.
  return { unit, from: -n, to: unit === 'DAY' ? 1 : 0 };
}

function dayOf(unit: Unit, distance: number, now: Date, { firstDayOfWeek, fiscalYear }: Calendar): string {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  switch (unit) {
    case 'DAY':
      return calendarDay(year, month, day + distance);
    case 'WEEK':
      return calendarDay(year, month, day - ((now.getUTCDay() - firstDayOfWeek + 7) % 7) + 7 * distance);
    case 'MONTH':
      return calendarDay(year, month + distance, 1);
    case 'QUARTER':
      return calendarDay(year, month - (month % 3) + 3 * distance, 1);
    case 'YEAR':
      return calendarDay(year + distance, 0, 1);
    case 'FISCAL_QUARTER':
      return calendarDay(year, month - (fiscalYear.monthOf(month) % 3) + 3 * distance, 1);
    case 'FISCAL_YEAR':
      return calendarDay(year + distance, month - fiscalYear.monthOf(month), 1);
  }
}

function calendarDay(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month, day);
  const beyond = Number.isNaN(date.getTime()) ? year + month + day : date.getUTCFullYear();
  if (beyond < 1700) return FIRST_DAY;
  if (beyond > 4000) return LAST_DAY;
  return date.toISOString().slice(0, 10);
}
