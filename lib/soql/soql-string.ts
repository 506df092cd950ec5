const QUOTE = 0x27;
const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const UNDERSCORE = 0x5f;

/** Escapes with a letter of their own; every other character that needs one is written `\uXXXX`. */
const SHORT_ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x22, '\\"'],
  [QUOTE, "\\'"],
  [BACKSLASH, '\\\\'],
]);

/** A text as a quoted SOQL string that reads back as the same text, whatever is in it. */
export function quoteSoqlString(text: string): string {
  return quote(text, false);
}

/**
 * A LIKE pattern as a quoted SOQL string. In a pattern `\%` and `\_` are the characters themselves, and those two escapes
 * have to reach the server as they are.
 */
export function quoteLikePattern(pattern: string): string {
  return quote(pattern, true);
}

/**
 * The LIKE pattern that a text itself matches: `%`, `_` and `\` lose their meaning.
 *
 * @example
 * ```ts
 * await connection.soql`SELECT Id FROM Account WHERE Name LIKE ${escapeLike('100%') + '%'}`;
 * ```
 * @publicApi
 */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

function quote(text: string, isPattern: boolean): string {
  let result = "'";
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isPlain(code)) continue;
    if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(i + 1))) {
      i++;
      continue;
    }
    result += text.slice(copied, i);
    if (isPattern && code === BACKSLASH && isPatternSpecial(text.charCodeAt(i + 1))) {
      result += text.slice(i, i + 2);
      i++;
    } else {
      result += SHORT_ESCAPES.get(code) ?? unicodeEscape(code);
    }
    copied = i + 1;
  }
  return `${result}${text.slice(copied)}'`;
}

/** Control characters, quotes, the backslash and surrogates are not plain; a lone surrogate would not survive UTF-8. */
function isPlain(code: number): boolean {
  if (code < 0x20 || code === QUOTE || code === BACKSLASH || code === 0x22) return false;
  return code < 0x7f || (code > 0x9f && (code < 0xd800 || code > 0xdfff));
}

function isPatternSpecial(code: number): boolean {
  return code === PERCENT || code === UNDERSCORE || code === BACKSLASH;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function unicodeEscape(code: number): string {
  return `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
