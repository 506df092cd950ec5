import { Character } from './character.enum.js';
import { characterAt, isDigit, isNamePart } from './characters.js';
import { endOfDate, endOfDateTime, endOfTimeOfDay } from './temporal-text.js';

export type NumericKind = 'number' | 'date' | 'time';

/** What starts with a digit, sign or dot is a number unless its first digits are followed as those of a date or time are. */
export function numericKind(start: number, end = endOfDigits(start)): NumericKind {
  const next = characterAt(end);
  if (next === Character.MINUS && end === start + 4) return 'date';
  return next === Character.COLON && end === start + 2 ? 'time' : 'number';
}

/** The position behind the number, date or datetime, or time of day, or -1 when the text has something else there. */
export function endOfNumeric(start: number, kind: NumericKind): number {
  const end = endOfKind(start, kind);
  // `12ab` is neither a number nor a name.
  return end !== -1 && isNamePart(characterAt(end)) ? -1 : end;
}

/** The position behind a number with sign and fraction, or -1. A dot without digits after it is no part of it. */
export function endOfNumber(start: number): number {
  const sign = characterAt(start);
  const integerStart = sign === Character.MINUS || sign === Character.PLUS ? start + 1 : start;
  const integerEnd = endOfDigits(integerStart);
  const fractionEnd = characterAt(integerEnd) === Character.DOT ? endOfDigits(integerEnd + 1) : integerEnd;
  if (fractionEnd > integerEnd + 1) return fractionEnd;
  return integerEnd > integerStart ? integerEnd : -1;
}

export function endOfDigits(start: number): number {
  let position = start;
  while (isDigit(characterAt(position))) position++;
  return position;
}

function endOfKind(start: number, kind: NumericKind): number {
  switch (kind) {
    case 'number':
      return endOfNumber(start);
    case 'time':
      return endOfTimeOfDay(start);
    case 'date': {
      const dateEnd = endOfDate(start);
      const end = dateEnd === -1 ? -1 : endOfDateTime(dateEnd);
      return end === -1 ? dateEnd : end;
    }
  }
}
