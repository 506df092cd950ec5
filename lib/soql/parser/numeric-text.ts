import { Character } from './character.enum.js';
import { characterAt, isDigit, isNamePart } from './characters.js';
import { endOfDate, endOfDateTime, endOfTimeOfDay } from './temporal-text.js';

/** The position behind the number, date or datetime, or time of day, or -1 when the text has something else there. */
export function endOfNumeric(start: number): number {
  const digitsEnd = endOfDigits(start);
  if (startsDate(start, digitsEnd)) return endOfDay(start);
  return startsTime(start, digitsEnd) ? endOfTime(start) : endOfNumber(start, digitsEnd);
}

/** The position behind a date or datetime, or -1. */
export function endOfDay(start: number): number {
  const dateEnd = endOfDate(start);
  if (dateEnd === -1) return -1;
  const end = endOfDateTime(dateEnd);
  return endOfWhole(end === -1 ? dateEnd : end);
}

/** The position behind a time of day, or -1. */
export function endOfTime(start: number): number {
  return endOfWhole(endOfTimeOfDay(start));
}

/** Whether dates start like what starts with these digits: only a date has four of them before a hyphen. */
export function startsDate(start: number, digitsEnd: number): boolean {
  return digitsEnd === start + 4 && characterAt(digitsEnd) === Character.MINUS;
}

/** Whether times of day start like what starts with these digits. */
export function startsTime(start: number, digitsEnd: number): boolean {
  return digitsEnd === start + 2 && characterAt(digitsEnd) === Character.COLON;
}

/** What is no number and no date is all that hangs together, so that the message shows what was meant. */
export function endOfMalformed(start: number): number {
  if (!isNamePart(characterAt(start)) && !isNamePart(characterAt(start + 1))) return start + 1;
  let position = start;
  while (isNumericPart(characterAt(position))) position++;
  return position;
}

/**
 * The position behind a number with sign and fraction, or -1. A dot without digits after it is no part of it.
 *
 * @param digitsEnd the position behind the digits at `start`
 */
export function endOfNumber(start: number, digitsEnd = endOfDigits(start)): number {
  const code = characterAt(start);
  if (code === Character.MINUS || code === Character.PLUS) {
    return endOfFraction(start + 1, endOfDigits(start + 1));
  }
  return endOfFraction(start, digitsEnd);
}

function endOfFraction(integerStart: number, integerEnd: number): number {
  const fractionEnd = characterAt(integerEnd) === Character.DOT ? endOfDigits(integerEnd + 1) : integerEnd;
  if (fractionEnd > integerEnd + 1) return endOfWhole(fractionEnd);
  return integerEnd > integerStart ? endOfWhole(integerEnd) : -1;
}

/** A position, or -1 when what ends there goes on: `12ab` is neither a number nor a name. */
function endOfWhole(end: number): number {
  return end !== -1 && isNamePart(characterAt(end)) ? -1 : end;
}

export function endOfDigits(start: number): number {
  let position = start;
  while (isDigit(characterAt(position))) position++;
  return position;
}

/** Whether numbers, dates and times, written well or not, have the character. */
function isNumericPart(code: number): boolean {
  return (
    isNamePart(code) ||
    code === Character.MINUS ||
    code === Character.COLON ||
    code === Character.DOT ||
    code === Character.PLUS
  );
}
