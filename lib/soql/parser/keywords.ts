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

/** All words, the reserved ones last. */
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

/** A word of the language by its number, counted from one, as comparing numbers is cheaper than comparing texts. */
export type Keyword = number & { readonly [keyword]: true };

/** In place of the keyword that a word is not. */
export const NO_KEYWORD = 0 as Keyword;

/**
 * The keywords by their words. A module names those that it asks for in constants of its own, `const { FROM } = KEYWORDS`:
 * these the engine compiles in, while it looks up what is imported each time it is used.
 */
export const KEYWORDS = Object.fromEntries(WORDS.map((word, i) => [word, i + 1])) as Readonly<
  Record<Word, Keyword>
>;

/** The first of the keywords that are reserved words: these have the highest numbers. */
export const FIRST_RESERVED = KEYWORDS[RESERVED_WORDS[0]];

/** The word that a keyword is. It is the very string that the source text has, so that comparing them looks at no letters. */
export function wordOf(keyword: Keyword): Word | undefined {
  return WORDS[keyword - 1];
}
