import { isDigit } from './characters.js';

const PLUS = 0x2b;
const MINUS = 0x2d;
const DOT = 0x2e;
const UPPER_T = 0x54;
const UPPER_Z = 0x5a;

/** The position behind `YYYY-MM-DD`, or -1 when the text has something else there. */
export function endOfDate(text: string, start: number): number {
  return endOfShape(text, start, '0000-00-00');
}

/** The position behind the rest of a datetime, `Thh:mm:ss[.fraction](Z|±hh:mm|±hhmm)`, that follows its date, or -1. */
export function endOfDateTime(text: string, dateEnd: number): number {
  if (text.charCodeAt(dateEnd) !== UPPER_T) return -1;
  const timeEnd = endOfClock(text, dateEnd + 1);
  if (timeEnd === -1) return -1;
  const zone = text.charCodeAt(timeEnd);
  if (zone === UPPER_Z) return timeEnd + 1;
  if (zone !== PLUS && zone !== MINUS) return -1;
  const withColon = endOfShape(text, timeEnd + 1, '00:00');
  return withColon === -1 ? endOfShape(text, timeEnd + 1, '0000') : withColon;
}

/** The position behind `hh:mm:ss[.fraction][Z]`, or -1. */
export function endOfTimeOfDay(text: string, start: number): number {
  const end = endOfClock(text, start);
  return text.charCodeAt(end) === UPPER_Z ? end + 1 : end;
}

function endOfClock(text: string, start: number): number {
  const end = endOfShape(text, start, '00:00:00');
  if (end === -1 || text.charCodeAt(end) !== DOT) return end;
  let position = end + 1;
  while (isDigit(text.charCodeAt(position))) position++;
  return position === end + 1 ? -1 : position;
}

/** In a shape, `0` is any digit and every other character itself. */
function endOfShape(text: string, start: number, shape: string): number {
  for (let i = 0; i < shape.length; i++) {
    const code = text.charCodeAt(start + i);
    const fits = shape[i] === '0' ? isDigit(code) : code === shape.charCodeAt(i);
    if (!fits) return -1;
  }
  return start + shape.length;
}
