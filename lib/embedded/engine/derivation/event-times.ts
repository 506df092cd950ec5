import type { OrgRow } from '../org-row.js';
import type { SqliteValue } from '../sqlite-database.interface.js';
import { toStoredInstant } from '../value/temporal-value.js';
import type { Derivation, Derived } from './derivation.interface.js';

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
const DATE_LENGTH = 10;

/** When an event begins and ends: clients say one of the fields that stand for it, and the others follow. */
export const eventTimes: Derivation = {
  appliesTo: ({ name }) => name === 'Event',
  reads: [
    'StartDateTime',
    'ActivityDateTime',
    'ActivityDate',
    'EndDateTime',
    'DurationInMinutes',
    'IsAllDayEvent',
  ],
  sets: ['StartDateTime', 'ActivityDateTime', 'ActivityDate', 'EndDateTime', 'EndDate', 'DurationInMinutes'],
  derive({ after, given }) {
    const start = startOf(given, after);
    if (start === undefined) return {};
    // Days of an event count from their beginning: one day ends where it begins.
    const atLeast = after['IsAllDayEvent'] === 1 ? DAY_MINUTES : 0;
    const end = given['EndDateTime'];
    const minutes = end == null ? after['DurationInMinutes'] : (instant(end) - start) / MINUTE + atLeast;
    const duration = minutes == null ? atLeast : Number(minutes);
    return times(start, duration, start + (duration - atLeast) * MINUTE);
  },
};

/** In milliseconds; undefined as long as nobody said it. */
function startOf(given: OrgRow, after: OrgRow): number | undefined {
  const isAllDay = after['IsAllDayEvent'] === 1;
  const value =
    (isAllDay ? given['ActivityDate'] : undefined) ??
    given['StartDateTime'] ??
    given['ActivityDateTime'] ??
    after['StartDateTime'] ??
    after['ActivityDateTime'] ??
    after['ActivityDate'];
  if (value == null) return undefined;
  return instant(isAllDay ? dateOf(value) : value);
}

function times(start: number, duration: number, end: number): Derived {
  const [from, to] = [toStoredInstant(new Date(start)), toStoredInstant(new Date(end))];
  return {
    StartDateTime: from,
    ActivityDateTime: from,
    ActivityDate: dateOf(from),
    EndDateTime: to,
    EndDate: dateOf(to),
    DurationInMinutes: duration,
  };
}

function instant(value: SqliteValue): number {
  return Date.parse(String(value));
}

function dateOf(value: SqliteValue): string {
  return String(value).slice(0, DATE_LENGTH);
}
