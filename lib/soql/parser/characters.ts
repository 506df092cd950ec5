export const BANG = 0x21;
export const QUOTE = 0x27;
export const LEFT_PAREN = 0x28;
export const RIGHT_PAREN = 0x29;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const DOT = 0x2e;
export const COLON = 0x3a;
export const LESS = 0x3c;
export const EQUAL = 0x3d;
export const GREATER = 0x3e;
export const UPPER_T = 0x54;
export const UPPER_Z = 0x5a;
export const BACKSLASH = 0x5c;

/** Clearing this bit turns a lower-case letter into the upper-case one and leaves upper-case letters and the underscore alone. */
export const CASE_BIT = 0x20;

/** In place of a character behind the end of a text. */
export const END = 0;

/** In place of every character beyond ASCII: none of them means anything outside a quoted string. */
const BEYOND_ASCII = 0xff;

export const SPACE = 1;
export const LETTER = 2;
const DIGIT = 4;
export const NAME_PART = 8;
const SYMBOL = 16;

/** How many positions behind the end are read in passing. */
const LOOKAHEAD = 2;

/** Up to what length texts share an array, as making one takes longer than filling it. */
const MAX_SHARED = 8_192;

/** The shared array, with room for the three bytes that UTF-8 has for a character at most. */
const SCRATCH = Buffer.alloc(3 * MAX_SHARED + LOOKAHEAD);

/** Classes of the characters as bits. */
export const CHARACTER_CLASSES = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (' \t\n\r\f\v'.includes(character)) return SPACE;
  if (/\d/.test(character)) return DIGIT | NAME_PART;
  if (/[a-z]/i.test(character)) return LETTER | NAME_PART;
  if (character === '_') return NAME_PART;
  return "!'()*+,-./:<=>".includes(character) ? SYMBOL : 0;
});

export function isSpace(code: number): boolean {
  return (classOf(code) & SPACE) !== 0;
}

export function isLetter(code: number): boolean {
  return (classOf(code) & LETTER) !== 0;
}

export function isDigit(code: number): boolean {
  return (classOf(code) & DIGIT) !== 0;
}

/** Letters, digits and the underscore. */
export function isNamePart(code: number): boolean {
  return (classOf(code) & NAME_PART) !== 0;
}

/** Whether no query has the character anywhere outside a quoted string. */
export function isForeign(code: number): boolean {
  return (classOf(code) & ~NAME_PART) === 0;
}

/**
 * The characters of a text, a byte each: reading an array of bytes is much cheaper than asking a string, which the engine
 * keeps in one of many forms, for one character after the other.
 *
 * The array holds good until the next call: a parser reads its text to the end without letting anybody else have a turn.
 */
export function charactersOf(text: string): Uint8Array {
  const { length } = text;
  // UTF-8 has one byte for a character of ASCII and more for any other.
  if (length > MAX_SHARED || SCRATCH.write(text) !== length) return charactersOneByOne(text);
  for (let i = 0; i < LOOKAHEAD; i++) SCRATCH[length + i] = END;
  return SCRATCH.subarray(0, length + LOOKAHEAD);
}

/** The character at a position that may be behind the end. */
export function characterAt(codes: Uint8Array, position: number): number {
  return codes[position] ?? END;
}

function charactersOneByOne(text: string): Uint8Array {
  const codes = Buffer.alloc(text.length + LOOKAHEAD);
  for (let i = 0; i < text.length; i++) codes[i] = Math.min(text.charCodeAt(i), BEYOND_ASCII);
  return codes;
}

function classOf(code: number): number {
  return CHARACTER_CLASSES[code] ?? 0;
}
