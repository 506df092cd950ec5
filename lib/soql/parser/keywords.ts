import { RESERVED_WORDS } from './reserved-words.js';

/** Words that mean something in their places, in queries and in searches, and are names anywhere else. */
const CONTEXTUAL = [
  'ABOVE',
  'ABOVE_OR_BELOW',
  'ADVANCED',
  'ALL',
  'AS',
  'AT',
  'BELOW',
  'BIND',
  'BY',
  'CATEGORY',
  'CUBE',
  'CUSTOM',
  'DATA',
  'DIVISION',
  'ELSE',
  'EMAIL',
  'END',
  'FALSE',
  'FIELDS',
  'FIND',
  'FOR',
  'GEOLOCATION',
  'HIGHLIGHT',
  'ID',
  'LISTVIEW',
  'LOOKUP',
  'METADATA',
  'NAME',
  'NETWORK',
  'OFFSET',
  'ORDER',
  'PHONE',
  'PHRASE',
  'PRICEBOOKID',
  'REFERENCE',
  'RETURNING',
  'ROLLUP',
  'ROWS',
  'SCOPE',
  'SEARCH',
  'SECURITY_ENFORCED',
  'SIDEBAR',
  'SNIPPET',
  'SPELL_CORRECTION',
  'STANDARD',
  'SYSTEM_MODE',
  'TARGET_LENGTH',
  'THEN',
  'TRACKING',
  'TRUE',
  'TYPEOF',
  'UPDATE',
  'USER_MODE',
  'VIEW',
  'VIEWSTAT',
  'WHEN',
] as const;

/** A word of the language, in upper case. */
export type Keyword = (typeof RESERVED_WORDS)[number] | (typeof CONTEXTUAL)[number];

/** In place of the keyword that a word is not. */
export const NO_KEYWORD = '';

/** The keywords by their numbers: none, then the reserved words, then the others. */
const KEYWORDS: readonly (Keyword | typeof NO_KEYWORD)[] = [NO_KEYWORD, ...RESERVED_WORDS, ...CONTEXTUAL];

/** Room for the letters of a keyword. */
const STRIDE = 32;

/** Leaves of a letter its upper case, and of the underscore itself. */
export const UPPER_CASE = 0xdf;

/** How many letters make an ending: as many as one number holds. */
const ENDING_LENGTH = 4;

/** The letters of all keywords, {@link STRIDE} bytes each. */
const SPELLINGS = new Uint8Array(KEYWORDS.length * STRIDE);

/** The lengths and the endings of all keywords. */
const LENGTHS = new Uint8Array(KEYWORDS.length);
const ENDINGS = new Int32Array(KEYWORDS.length);

/** The numbers of the keywords, each in the slot that its ending and length lead to, or in the next free one. */
const SLOTS = new Uint8Array(4096);

/** Clearing the other bits of a number leaves that of a slot. */
const SLOT_BITS = 4095;

KEYWORDS.forEach((keyword, number) => {
  if (keyword === NO_KEYWORD) return;
  const codes = Buffer.from(keyword);
  const ending = codes.reduce((letters, code) => (letters << 8) | code, 0);
  let slot = slotOf(ending, keyword.length);
  while (SLOTS[slot] !== 0) slot = slotAfter(slot);
  SLOTS[slot] = number;
  LENGTHS[number] = keyword.length;
  ENDINGS[number] = ending;
  SPELLINGS.set(codes, number * STRIDE);
});

/**
 * The number of the keyword that a word is, in any case; 0 when it is none.
 *
 * @param ending The last four characters of the word in upper case, a byte each. Collected while the word is read, they tell
 *   nearly every name from all keywords, and are most of a keyword.
 */
export function keywordNumber(codes: Uint8Array, start: number, end: number, ending: number): number {
  const length = end - start;
  let slot = slotOf(ending, length);
  let number = SLOTS[slot] as number;
  while (number !== 0 && (ENDINGS[number] !== ending || !isSpelledAs(number, codes, start, length))) {
    slot = slotAfter(slot);
    number = SLOTS[slot] as number;
  }
  return number;
}

/** The keyword of a number. It is the very string that the source text has, so that comparing them looks at no letters. */
export function keywordOf(number: number): Keyword | typeof NO_KEYWORD {
  return KEYWORDS[number] as Keyword | typeof NO_KEYWORD;
}

/** Whether the number is that of a reserved word. */
export function isReserved(number: number): boolean {
  return number !== 0 && number <= RESERVED_WORDS.length;
}

/** Whether a word has the length of a keyword, whose ending it has, and the letters before that. */
function isSpelledAs(number: number, codes: Uint8Array, start: number, length: number): boolean {
  const spelling = number * STRIDE;
  if (LENGTHS[number] !== length) return false;
  for (let i = 0; i < length - ENDING_LENGTH; i++) {
    if (((codes[start + i] as number) & UPPER_CASE) !== SPELLINGS[spelling + i]) return false;
  }
  return true;
}

/** Spreads the endings by the upper bits of a product with the golden ratio. */
function slotOf(ending: number, length: number): number {
  return ((Math.imul(ending, 0x9e3779b1) >>> 20) + length) & SLOT_BITS;
}

function slotAfter(slot: number): number {
  return (slot + 1) & SLOT_BITS;
}
