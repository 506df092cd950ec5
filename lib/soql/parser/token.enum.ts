/**
 * The kinds of tokens that are no keywords, whose kinds are greater than these. A token that is no word has its first character
 * for a kind.
 */
export const enum Token {
  /** A word that is no keyword. */
  NAME = 0x100,
  /** A name that another one follows after a dot: `Owner` in `Owner.Name`. */
  QUALIFIER = 0x101,
}
