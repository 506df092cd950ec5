import { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['N', '\n'],
  ['r', '\r'],
  ['R', '\r'],
  ['t', '\t'],
  ['T', '\t'],
  ['b', '\b'],
  ['B', '\b'],
  ['f', '\f'],
  ['F', '\f'],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
]);

const HEX_DIGITS = /^[0-9a-f]{4}$/i;

/** The text that the inside of a quoted string stands for. */
export function unescapeString(source: string): string {
  return unescape(source, false);
}

/** The pattern that the inside of a quoted string after `LIKE` stands for; `\%`, `\_` and `\\` stay escaped in it. */
export function unescapeLikePattern(source: string): string {
  return unescape(source, true);
}

function unescape(source: string, isPattern: boolean): string {
  let result = '';
  let copied = 0;
  for (let at = source.indexOf('\\'); at !== -1; at = source.indexOf('\\', copied)) {
    const letter = source.charAt(at + 1);
    result += source.slice(copied, at);
    copied = at + 2;
    if (isPattern && (letter === '%' || letter === '_' || letter === '\\')) {
      result += `\\${letter}`;
    } else if (letter === 'u' && HEX_DIGITS.test(source.slice(copied, copied + 4))) {
      result += String.fromCharCode(Number.parseInt(source.slice(copied, copied + 4), 16));
      copied += 4;
    } else {
      result += ESCAPES.get(letter) ?? refuse(source, letter);
    }
  }
  return result + source.slice(copied);
}

function refuse(source: string, letter: string): never {
  throw new MalformedQueryException(
    `Invalid string literal '${source}'. Illegal character sequence '\\${letter}' in string literal.`,
    { errorCode: 'MALFORMED_QUERY' },
  );
}
