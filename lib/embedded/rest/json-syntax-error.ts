import { OrgError } from '../org-error.js';

/** Any token but a text: those are of any length, which is more than a regular expression with alternatives can go through. */
const TOKEN = /(?:[{}[\],:]|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;
const BLANKS = /\s*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** JSON forbids the characters below it inside a text. */
const FIRST_PRINTABLE = 0x20;

type Expectation = 'value' | 'value or ]' | 'name' | 'name or }' | 'colon' | 'end' | 'comma';

/** What is never a name, but may be a value that is misspelt. */
const WORD = /^(?:[tfn]|NaN|NULL|Infinity)[A-Za-z]*/;

/** The refusal of a text that is no JSON, in the words of the platform's parser, naming the place where it stops being any. */
export function jsonSyntaxError(text: string): OrgError {
  const { offset, expected, container } = locate(text);
  const reason = reasonOf(text, offset, expected, container);
  const before = text.slice(0, offset + reason.behind);
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  return new OrgError('JSON_PARSER_ERROR', `${reason.message} at [line:${line}, column:${column}]`);
}

interface Reason {
  readonly message: string;
  /** How far behind the beginning of the token that is wrong the reason is. */
  readonly behind: number;
}

function reasonOf(text: string, offset: number, expected: Expectation, container: string): Reason {
  const character = text.codePointAt(offset);
  if (character === undefined) return { message: 'Unexpected end-of-input', behind: 0 };
  if (character === QUOTE && expected !== 'comma' && expected !== 'colon' && expected !== 'end') {
    return brokenString(text, offset);
  }
  if (expected.startsWith('value')) {
    const rest = text.slice(offset, offset + 100);
    const [word] = WORD.exec(rest) ?? [];
    if (word !== undefined) {
      return { message: `Unrecognized token '${word}': was expecting 'null', 'true' or 'false'`, behind: 0 };
    }
    if (/^-?0\d/.test(rest)) {
      return { message: 'Invalid numeric value: Leading zeroes not allowed', behind: 0 };
    }
  }
  return {
    message: `Unexpected character (${described(character)}): ${wanted(expected, container)}`,
    behind: 0,
  };
}

function wanted(expected: Expectation, container: string): string {
  switch (expected) {
    case 'name':
    case 'name or }':
      return 'was expecting double-quote to start field name';
    case 'colon':
      return 'was expecting a colon to separate field name and value';
    case 'comma':
      return `was expecting comma to separate ${container === '{' ? 'OBJECT' : 'ARRAY'} entries`;
    case 'end':
      return 'was expecting end-of-input';
    default:
      return "expected a valid value (number, String, array, object, 'true', 'false' or 'null')";
  }
}

function described(character: number): string {
  if (character < 0x20) return `(CTRL-CHAR, code ${character})`;
  const code = character > 0xff ? `${character} / 0x${character.toString(16)}` : character;
  return `'${String.fromCodePoint(character)}' (code ${code})`;
}

/** @param offset of the opening quote */
function brokenString(text: string, offset: number): Reason {
  const { end } = scanString(text, offset);
  const behind = end - offset;
  const character = text.codePointAt(end);
  if (character === undefined) return { message: 'Unexpected end-of-input in VALUE_STRING', behind };
  if (character !== BACKSLASH) {
    const message = `Illegal unquoted character (${described(character)}): has to be escaped using backslash to be included in string value`;
    return { message, behind };
  }
  const escaped = text.codePointAt(end + 1);
  if (escaped === undefined)
    return { message: 'Unexpected end-of-input in character escape sequence', behind };
  return { message: `Unrecognized character escape ${described(escaped)}`, behind: behind + 1 };
}

/**
 * @param start of the opening quote
 * @returns the place behind the closing quote, or else of what a text cannot have
 */
function scanString(text: string, start: number): { readonly end: number; readonly closed: boolean } {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) return { end: at + 1, closed: true };
    if (character < FIRST_PRINTABLE) return { end: at, closed: false };
    if (character !== BACKSLASH) continue;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) return { end: at, closed: false };
    at = ESCAPE.lastIndex - 1;
  }
  return { end: text.length, closed: false };
}

/** Walks the tokens as far as they make sense. */
function locate(text: string): {
  readonly offset: number;
  readonly expected: Expectation;
  readonly container: string;
} {
  const open: string[] = [];
  let expected: Expectation = 'value';
  let offset = 0;
  for (;;) {
    BLANKS.lastIndex = offset;
    BLANKS.test(text);
    const start = BLANKS.lastIndex;
    const token = tokenAt(text, start);
    const next: Expectation | undefined = token && advance(expected, token.kind, open);
    if (token === undefined || next === undefined) {
      return { offset: start, expected, container: open.at(-1) ?? '' };
    }
    expected = next;
    offset = token.end;
  }
}

/** @returns undefined where no token begins; a text is known by its opening quote */
function tokenAt(text: string, start: number): { readonly kind: string; readonly end: number } | undefined {
  if (text.charCodeAt(start) === QUOTE) {
    const { end, closed } = scanString(text, start);
    return closed ? { kind: '"', end } : undefined;
  }
  TOKEN.lastIndex = start;
  const [kind] = TOKEN.exec(text) ?? [];
  return kind === undefined ? undefined : { kind, end: TOKEN.lastIndex };
}

/** What may follow a token, or `undefined` where the token itself may not stand. */
function advance(expected: Expectation, token: string, open: string[]): Expectation | undefined {
  const afterValue = (): Expectation => (open.length > 0 ? 'comma' : 'end');
  const isText = token === '"';
  if (token === '}' || token === ']') {
    const closes = open.at(-1) === (token === '}' ? '{' : '[');
    if (!closes || !(expected === 'comma' || expected.endsWith(token))) return undefined;
    open.pop();
    return afterValue();
  }
  if (expected === 'comma') return token === ',' ? (open.at(-1) === '{' ? 'name' : 'value') : undefined;
  if (expected === 'colon') return token === ':' ? 'value' : undefined;
  if (expected.startsWith('name')) return isText ? 'colon' : undefined;
  if (expected === 'end' || token === ',' || token === ':') return undefined;
  if (token === '{' || token === '[') {
    open.push(token);
    return token === '{' ? 'name or }' : 'value or ]';
  }
  return afterValue();
}
