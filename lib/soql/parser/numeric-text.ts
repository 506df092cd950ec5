import { characterAt, COLON, DOT, isDigit, isNamePart, MINUS, PLUS } from './characters.js';
import { endOfDate, endOfDateTime, endOfTimeOfDay } from './temporal-text.js';

export type NumericKind = 'number' | 'date' | 'time';

/** What starts with a digit, sign or dot is a number unless its first digits are followed as those of a date or time are. */
export function numericKind(codes: Uint8Array, start: number, end = endOfDigits(codes, start)): NumericKind {
  const next = characterAt(codes, end);
  if (next === MINUS && end === start + 4) return 'date';
  return next === COLON && end === start + 2 ? 'time' : 'number';
}

/** The position behind the number, date or datetime, or time of day, or -1 when the text has something else there. */
export function endOfNumeric(codes: Uint8Array, start: number, kind: NumericKind): number {
  const end = endOfKind(codes, start, kind);
  // `12ab` is neither a number nor a name.
  return end !== -1 && isNamePart(characterAt(codes, end)) ? -1 : end;
}

/** The position behind a number with sign and fraction, or -1. A dot without digits after it is no part of it. */
export function endOfNumber(codes: Uint8Array, start: number): number {
  const sign = characterAt(codes, start);
  const integerStart = sign === MINUS || sign === PLUS ? start + 1 : start;
  const integerEnd = endOfDigits(codes, integerStart);
  const fractionEnd =
    characterAt(codes, integerEnd) === DOT ? endOfDigits(codes, integerEnd + 1) : integerEnd;
  if (fractionEnd > integerEnd + 1) return fractionEnd;
  return integerEnd > integerStart ? integerEnd : -1;
}

export function endOfDigits(codes: Uint8Array, start: number): number {
  let position = start;
  while (isDigit(characterAt(codes, position))) position++;
  return position;
}

function endOfKind(codes: Uint8Array, start: number, kind: NumericKind): number {
  switch (kind) {
    case 'number':
      return endOfNumber(codes, start);
    case 'time':
      return endOfTimeOfDay(codes, start);
    case 'date': {
      const dateEnd = endOfDate(codes, start);
      const end = dateEnd === -1 ? -1 : endOfDateTime(codes, dateEnd);
      return end === -1 ? dateEnd : end;
    }
  }
}
