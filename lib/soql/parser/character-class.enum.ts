/** What a character can be part of, as bits. */
export const enum CharacterClass {
  SPACE = 1,
  LETTER = 2,
  DIGIT = 4,
  NAME_PART = 8,
  SYMBOL = 16,
}
