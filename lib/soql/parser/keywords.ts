import { FUNCTION_NAMES } from './function-names.js';
import { COUNTED_RANGES, PLAIN_RANGES } from './relative-dates.js';
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

/** All words. Those of a sort are next to each other, so that two comparisons tell whether a word is one of them. */
export const WORDS = [
  ...CONTEXTUAL,
  ...FUNCTION_NAMES,
  ...PLAIN_RANGES,
  ...COUNTED_RANGES,
  ...RESERVED_WORDS,
] as const;

/** A word of the language, in upper case. */
export type Word = (typeof WORDS)[number];

declare const keyword: unique symbol;

/** The kind of token that a word of the language is: comparing numbers is cheaper than comparing texts. */
export type Keyword = number & { readonly [keyword]: true };

/** The first keyword, behind all other kinds of tokens. */
export const FIRST_KEYWORD = 0x102;

/**
 * The keywords by their words. A module names those that it asks for in constants of its own, `const { FROM } = KEYWORDS`:
 * these the engine compiles in, while it looks up what is imported each time it is used.
 */
export const KEYWORDS = Object.fromEntries(WORDS.map((word, i) => [word, FIRST_KEYWORD + i])) as Readonly<
  Record<Word, Keyword>
>;

/** The first keyword of each sort; the reserved words are the last sort. */
export const FIRST_FUNCTION = KEYWORDS[FUNCTION_NAMES[0]];
export const FIRST_PLAIN_RANGE = KEYWORDS[PLAIN_RANGES[0]];
export const FIRST_COUNTED_RANGE = KEYWORDS[COUNTED_RANGES[0] as Word];
export const FIRST_RESERVED = KEYWORDS[RESERVED_WORDS[0]];

/** The word that a token of a kind is. It is the very string that the source text has, so that comparing them looks at no letters. */
export function wordOf(kind: number): Word | undefined {
  return WORDS[kind - FIRST_KEYWORD];
}
