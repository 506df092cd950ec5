import type { RelativeDateLiteral } from '../../../../soql/ast/literal.js';

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

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
const NEIGHBOUR = /^(LAST|THIS|NEXT)_(?:FISCAL_)?(WEEK|MONTH|QUARTER|YEAR)$/;
const SPAN = /^(LAST|NEXT)_(?:N|90)_(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S$/;
const AGO = /^N_(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO$/;

/** The dates that Salesforce knows. */
const [FIRST_DAY, LAST_DAY] = ['1700-01-01', '4000-12-31'];

/**
 * The days that a named range of dates means at an instant, in UTC. Weeks begin on Sunday, and the fiscal year is the
 * calendar year.
 */
export function relativeDateRange(literal: RelativeDateLiteral, now: Date): DateRange | undefined {
  const range = unitRange(literal);
  return range && { from: dayOf(range.unit, range.from, now), to: dayOf(range.unit, range.to, now) };
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

function dayOf(unit: Unit, distance: number, now: Date): string {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  switch (unit) {
    case 'DAY':
      return calendarDay(year, month, day + distance);
    case 'WEEK':
      return calendarDay(year, month, day - now.getUTCDay() + 7 * distance);
    case 'MONTH':
      return calendarDay(year, month + distance, 1);
    case 'QUARTER':
      return calendarDay(year, month - (month % 3) + 3 * distance, 1);
    case 'YEAR':
      return calendarDay(year + distance, 0, 1);
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
