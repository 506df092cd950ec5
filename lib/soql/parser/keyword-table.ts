import { WORDS } from './keywords.js';

/** Room for the letters of a keyword, of which none is as long. */
export const KEYWORD_ROOM = 32;

/** How many letters make an ending: as many as one number holds. */
export const ENDING_LENGTH = 4;

/**
 * Leaves of a letter its upper case and of the underscore itself, and makes of a digit what is no part of a name: of words,
 * only the case of letters is lost.
 */
export const UPPER_CASE = 0xdf;
const UPPER_CASES = 0xdfdfdfdf;

/** By the length of a word, what leaves of the four characters before its end those of the word, in upper case. */
export const ENDING_BITS = Int32Array.from({ length: KEYWORD_ROOM }, (_, length) =>
  length < ENDING_LENGTH ? UPPER_CASES & ((1 << (8 * length)) - 1) : UPPER_CASES,
);

/** The letters of all words, {@link KEYWORD_ROOM} bytes each; words are counted from one here. */
export const SPELLINGS = new Uint8Array((WORDS.length + 1) * KEYWORD_ROOM);

/** The lengths and the endings of all words. */
export const LENGTHS = new Uint8Array(WORDS.length + 1);
export const ENDINGS = new Int32Array(WORDS.length + 1);

/** Clearing the other bits of a number leaves that of a slot. */
export const SLOT_BITS = 4095;

/** Endings are spread by the upper bits of a product with the golden ratio. */
export const GOLDEN_RATIO = 0x9e3779b1;
export const SLOT_SHIFT = 20;

/** The words, each in the slot that its ending and length lead to, or in the next free one. */
export const SLOTS = new Uint8Array(SLOT_BITS + 1);

for (const [i, word] of WORDS.entries()) {
  const number = i + 1;
  const codes = Buffer.from(word).map((code) => code & UPPER_CASE);
  const ending = codes.reduce((letters, code) => (letters << 8) | code, 0);
  let slot = ((Math.imul(ending, GOLDEN_RATIO) >>> SLOT_SHIFT) + word.length) & SLOT_BITS;
  while (SLOTS[slot] !== 0) slot = (slot + 1) & SLOT_BITS;
  SLOTS[slot] = number;
  LENGTHS[number] = word.length;
  ENDINGS[number] = ending;
  SPELLINGS.set(codes, number * KEYWORD_ROOM);
}
