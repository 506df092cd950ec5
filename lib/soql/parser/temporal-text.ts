import { isCalendarDay } from '../../protocol/date-string.js';
import { Character } from './character.enum.js';
import { CASE_BIT, characterAt, isDigit } from './characters.js';

// In a shape, `0` is any digit and every other character itself.
const DATE = Buffer.from('0000-00-00');
const CLOCK = Buffer.from('00:00:00');
const OFFSET = Buffer.from('00:00');
const OFFSET_WITHOUT_COLON = Buffer.from('0000');

/** The position behind `YYYY-MM-DD`, or -1 when the text has something else there. */
export function endOfDate(start: number): number {
  return endOfShape(start, DATE);
}

/** The position behind the rest of a datetime, `Thh:mm:ss[.fraction](Z|±hh:mm|±hhmm)`, that follows its date, or -1. */
export function endOfDateTime(dateEnd: number): number {
  if ((characterAt(dateEnd) & ~CASE_BIT) !== Character.UPPER_T) return -1;
  const timeEnd = endOfClock(dateEnd + 1);
  if (timeEnd === -1) return -1;
  const zone = characterAt(timeEnd);
  if ((zone & ~CASE_BIT) === Character.UPPER_Z) return timeEnd + 1;
  if (zone !== Character.PLUS && zone !== Character.MINUS) return -1;
  const withColon = endOfShape(timeEnd + 1, OFFSET);
  return withColon === -1 ? endOfShape(timeEnd + 1, OFFSET_WITHOUT_COLON) : withColon;
}

/** The position behind `hh:mm:ss[.fraction][Z]`, or -1. */
export function endOfTimeOfDay(start: number): number {
  const end = endOfClock(start);
  return end !== -1 && (characterAt(end) & ~CASE_BIT) === Character.UPPER_Z ? end + 1 : end;
}

/** Whether the text in the form of a date at `start` names a day that exists. */
export function isDay(start: number): boolean {
  return isCalendarDay(
    wholeNumber(start, start + 4),
    wholeNumber(start + 5, start + 7),
    wholeNumber(start + 8, start + 10),
  );
}

/** Whether the text in the form `hh:mm:ss…` at `start` names a time of day that exists. */
export function isTimeOfDay(start: number): boolean {
  return isHourAndMinute(start, start + 3) && wholeNumber(start + 6, start + 8) < 60;
}

/** Whether the text in the form of a datetime names an instant: a day, a time of day and an offset that exist. */
export function isInstant(start: number, end: number): boolean {
  if (!isDay(start) || !isTimeOfDay(start + 11)) return false;
  if ((characterAt(end - 1) & ~CASE_BIT) === Character.UPPER_Z) return true;
  const hasColon = characterAt(end - 3) === Character.COLON;
  return isHourAndMinute(end - (hasColon ? 5 : 4), end - 2);
}

/** The number that the digits of a text from `start` to before `end` are. */
export function wholeNumber(start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + characterAt(i) - Character.ZERO;
  return value;
}

function isHourAndMinute(hour: number, minute: number): boolean {
  return wholeNumber(hour, hour + 2) < 24 && wholeNumber(minute, minute + 2) < 60;
}

function endOfClock(start: number): number {
  const end = endOfShape(start, CLOCK);
  if (end === -1 || characterAt(end) !== Character.DOT) return end;
  let position = end + 1;
  while (isDigit(characterAt(position))) position++;
  return position === end + 1 ? -1 : position;
}

function endOfShape(start: number, shape: Uint8Array): number {
  for (let i = 0; i < shape.length; i++) {
    const code = characterAt(start + i);
    const expected = shape[i] as number;
    const fits = expected === Character.ZERO ? isDigit(code) : code === expected;
    if (!fits) return -1;
  }
  return start + shape.length;
}
