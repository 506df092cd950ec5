import { isCalendarDay } from '../../protocol/date-string.js';
import { CASE_BIT, characterAt, COLON, DOT, isDigit, MINUS, PLUS, UPPER_T, UPPER_Z } from './characters.js';

const ZERO = 0x30;

/** The position behind `YYYY-MM-DD`, or -1 when the text has something else there. */
export function endOfDate(codes: Uint8Array, start: number): number {
  return endOfShape(codes, start, '0000-00-00');
}

/** The position behind the rest of a datetime, `Thh:mm:ss[.fraction](Z|±hh:mm|±hhmm)`, that follows its date, or -1. */
export function endOfDateTime(codes: Uint8Array, dateEnd: number): number {
  if ((characterAt(codes, dateEnd) & ~CASE_BIT) !== UPPER_T) return -1;
  const timeEnd = endOfClock(codes, dateEnd + 1);
  if (timeEnd === -1) return -1;
  const zone = characterAt(codes, timeEnd);
  if ((zone & ~CASE_BIT) === UPPER_Z) return timeEnd + 1;
  if (zone !== PLUS && zone !== MINUS) return -1;
  const withColon = endOfShape(codes, timeEnd + 1, '00:00');
  return withColon === -1 ? endOfShape(codes, timeEnd + 1, '0000') : withColon;
}

/** The position behind `hh:mm:ss[.fraction][Z]`, or -1. */
export function endOfTimeOfDay(codes: Uint8Array, start: number): number {
  const end = endOfClock(codes, start);
  return end !== -1 && (characterAt(codes, end) & ~CASE_BIT) === UPPER_Z ? end + 1 : end;
}

/** Whether the text in the form of a date at `start` names a day that exists. */
export function isDay(codes: Uint8Array, start: number): boolean {
  return isCalendarDay(
    wholeNumber(codes, start, start + 4),
    wholeNumber(codes, start + 5, start + 7),
    wholeNumber(codes, start + 8, start + 10),
  );
}

/** Whether the text in the form `hh:mm:ss…` at `start` names a time of day that exists. */
export function isTimeOfDay(codes: Uint8Array, start: number): boolean {
  return isHourAndMinute(codes, start, start + 3) && wholeNumber(codes, start + 6, start + 8) < 60;
}

/** Whether the text in the form of a datetime names an instant: a day, a time of day and an offset that exist. */
export function isInstant(codes: Uint8Array, start: number, end: number): boolean {
  if (!isDay(codes, start) || !isTimeOfDay(codes, start + 11)) return false;
  if ((characterAt(codes, end - 1) & ~CASE_BIT) === UPPER_Z) return true;
  const hasColon = characterAt(codes, end - 3) === COLON;
  return isHourAndMinute(codes, end - (hasColon ? 5 : 4), end - 2);
}

/** The number that the digits of a text from `start` to before `end` are. */
export function wholeNumber(codes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + characterAt(codes, i) - ZERO;
  return value;
}

function isHourAndMinute(codes: Uint8Array, hour: number, minute: number): boolean {
  return wholeNumber(codes, hour, hour + 2) < 24 && wholeNumber(codes, minute, minute + 2) < 60;
}

function endOfClock(codes: Uint8Array, start: number): number {
  const end = endOfShape(codes, start, '00:00:00');
  if (end === -1 || characterAt(codes, end) !== DOT) return end;
  let position = end + 1;
  while (isDigit(characterAt(codes, position))) position++;
  return position === end + 1 ? -1 : position;
}

/** In a shape, `0` is any digit and every other character itself. */
function endOfShape(codes: Uint8Array, start: number, shape: string): number {
  for (let i = 0; i < shape.length; i++) {
    const code = characterAt(codes, start + i);
    const expected = shape.charCodeAt(i);
    const fits = expected === ZERO ? isDigit(code) : code === expected;
    if (!fits) return -1;
  }
  return start + shape.length;
}
