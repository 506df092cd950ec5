import stringWidth from 'string-width';
import { printable } from '../../output/printable.js';
import { plainValue } from '../result/plain-record.js';
import { isChildren } from '../result/record-column.js';

const PLAIN = /^[\u0020-\u007E]*$/;
const ELLIPSIS = '…';
const GRAPHEMES = new Intl.Segmenter();

/** A value in one line, for people: the records of a subquery are their number, an address its parts. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (isChildren(value)) return String(value.totalSize);
  if (typeof value === 'string') return PLAIN.test(value) ? value : printable(value);
  return typeof value === 'object' ? printable(compoundText(value)) : String(value);
}

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

/** A text that takes no more columns than that; what is left out shows. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (PLAIN.test(text)) return text.slice(0, width - 1) + ELLIPSIS;
  let kept = '';
  let room = width - 1;
  for (const { segment } of GRAPHEMES.segment(text)) {
    room -= stringWidth(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept + ELLIPSIS;
}

/** A text and the blanks that fill a column. */
export function padded(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

function compoundText(value: object): string {
  const parts = Object.values(value);
  const isFlat = parts.every((part) => typeof part !== 'object' || part === null);
  if (!isFlat) return JSON.stringify(plainValue(value));
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
