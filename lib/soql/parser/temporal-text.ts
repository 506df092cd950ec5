import { isCalendarDay } from '../../protocol/date-string.js';
import { Character } from './character.enum.js';
import { CASE_BIT, characterAt, isDigit } from './characters.js';

/** The position behind `YYYY-MM-DD`, or -1 when the text has something else there. */
export function endOfDate(start: number): number {
  const fits =
    isPair(start) &&
    isPair(start + 2) &&
    characterAt(start + 4) === Character.MINUS &&
    isPair(start + 5) &&
    characterAt(start + 7) === Character.MINUS &&
    isPair(start + 8);
  return fits ? start + 10 : -1;
}

/** The position behind the rest of a datetime, `Thh:mm:ss[.fraction](Z|±hh:mm|±hhmm)`, that follows its date, or -1. */
export function endOfDateTime(dateEnd: number): number {
  if ((characterAt(dateEnd) & ~CASE_BIT) !== Character.UPPER_T) return -1;
  const timeEnd = endOfClock(dateEnd + 1);
  if (timeEnd === -1) return -1;
  const zone = characterAt(timeEnd);
  if ((zone & ~CASE_BIT) === Character.UPPER_Z) return timeEnd + 1;
  if (zone !== Character.PLUS && zone !== Character.MINUS) return -1;
  if (!isPair(timeEnd + 1)) return -1;
  const minutes = characterAt(timeEnd + 3) === Character.COLON ? timeEnd + 4 : timeEnd + 3;
  return isPair(minutes) ? minutes + 2 : -1;
}

/** The position behind `hh:mm:ss[.fraction][Z]`, or -1. */
export function endOfTimeOfDay(start: number): number {
  const end = endOfClock(start);
  return end !== -1 && (characterAt(end) & ~CASE_BIT) === Character.UPPER_Z ? end + 1 : end;
}

/** Whether the text in the form of a date at `start` names a day that exists. */
export function isDay(start: number): boolean {
  return isCalendarDay(pairAt(start) * 100 + pairAt(start + 2), pairAt(start + 5), pairAt(start + 8));
}

/** Whether the text in the form `hh:mm:ss…` at `start` names a time of day that exists. */
export function isTimeOfDay(start: number): boolean {
  return isHourAndMinute(start, start + 3) && pairAt(start + 6) < 60;
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
  return pairAt(hour) < 24 && pairAt(minute) < 60;
}

function endOfClock(start: number): number {
  const fits =
    isPair(start) &&
    characterAt(start + 2) === Character.COLON &&
    isPair(start + 3) &&
    characterAt(start + 5) === Character.COLON &&
    isPair(start + 6);
  if (!fits) return -1;
  const end = start + 8;
  if (characterAt(end) !== Character.DOT) return end;
  let position = end + 1;
  while (isDigit(characterAt(position))) position++;
  return position === end + 1 ? -1 : position;
}

/** Whether two digits are there. */
function isPair(position: number): boolean {
  return isDigit(characterAt(position)) && isDigit(characterAt(position + 1));
}

/** The number that the two digits there are. */
function pairAt(position: number): number {
  return characterAt(position) * 10 + characterAt(position + 1) - 11 * Character.ZERO;
}
