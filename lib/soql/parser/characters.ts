import { CharacterClass } from './character-class.enum.js';
import { Character } from './character.enum.js';

/** Clearing this bit turns a lower-case letter into the upper-case one and leaves upper-case letters and the underscore alone. */
export const CASE_BIT = 0x20;

/** In place of every character beyond ASCII: none of them means anything outside a quoted string. */
const BEYOND_ASCII = 0xff;

/** The longest text that is read: the platform takes no longer query, and no longer search. */
export const MAX_TEXT_LENGTH = 100_000;

/** How many positions behind the end are read in passing. */
const LOOKAHEAD = 2;

/** How many characters before a position are read at once. */
const LOOKBEHIND = 4;

/** Room for the text, for what is read beside it, and for one character more than fits, which shows that not all did. */
const BYTES = new ArrayBuffer(LOOKBEHIND + MAX_TEXT_LENGTH + LOOKAHEAD + 4);

/**
 * The characters of the text that is being read, a byte each, and then {@link Character.END}. Reading bytes is much cheaper than asking
 * a string, which the engine keeps in one of many forms, for one character after the other; and of an array that is always
 * the same one, the engine compiles the address in.
 *
 * They hold good until the next text: a parser reads its text to the end without letting anybody else have a turn.
 */
export const CHARACTERS = new Uint8Array(BYTES, LOOKBEHIND);

// The engine compiles the constants of a module in, but not what is exported or imported: that it looks up each time.
const CODES = CHARACTERS;

/** The same bytes: what it reads at a position are the four characters before it. Before the text may stand anything. */
export const BYTES_BEFORE = new DataView(BYTES);

const ENCODER = new TextEncoder();

/** Classes of the characters as bits. */
export const CHARACTER_CLASSES = Uint8Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (' \t\n\r\f\v'.includes(character)) return CharacterClass.SPACE;
  if (/\d/.test(character)) return CharacterClass.DIGIT | CharacterClass.NAME_PART;
  if (/[a-z]/i.test(character)) return CharacterClass.LETTER | CharacterClass.NAME_PART;
  if (character === '_') return CharacterClass.NAME_PART;
  return "!'()*+,-./:<=>".includes(character) ? CharacterClass.SYMBOL : 0;
});

const CLASSES = CHARACTER_CLASSES;

export function isSpace(code: number): boolean {
  return (classOf(code) & CharacterClass.SPACE) !== 0;
}

export function isLetter(code: number): boolean {
  return (classOf(code) & CharacterClass.LETTER) !== 0;
}

export function isDigit(code: number): boolean {
  return (classOf(code) & CharacterClass.DIGIT) !== 0;
}

/** Letters, digits and the underscore. */
export function isNamePart(code: number): boolean {
  return (classOf(code) & CharacterClass.NAME_PART) !== 0;
}

/** Whether no query has the character anywhere outside a quoted string. */
export function isForeign(code: number): boolean {
  return (classOf(code) & ~CharacterClass.NAME_PART) === 0;
}

/** Makes a text, which is not longer than {@link MAX_TEXT_LENGTH}, the one that is being read. */
export function readCharacters(text: string): void {
  const { length } = text;
  // UTF-8 has one byte for a character of ASCII and more for any other.
  if (ENCODER.encodeInto(text, CHARACTERS).written !== length) readOneByOne(text);
  for (let i = 0; i < LOOKAHEAD; i++) CHARACTERS[length + i] = Character.END;
}

/** The character at a position, which may be one of the two behind the end. */
export function characterAt(position: number): number {
  return CODES[position] as number;
}

function readOneByOne(text: string): void {
  for (let i = 0; i < text.length; i++) CHARACTERS[i] = Math.min(text.charCodeAt(i), BEYOND_ASCII);
}

function classOf(code: number): number {
  return CLASSES[code] as number;
}
