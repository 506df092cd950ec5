/** The characters that the language has by themselves. */
export const enum Character {
  /** In place of a character behind the end of a text. */
  END = 0,
  BLANK = 0x20,
  BANG = 0x21,
  QUOTE = 0x27,
  LEFT_PAREN = 0x28,
  RIGHT_PAREN = 0x29,
  PLUS = 0x2b,
  COMMA = 0x2c,
  MINUS = 0x2d,
  DOT = 0x2e,
  ZERO = 0x30,
  COLON = 0x3a,
  LESS = 0x3c,
  EQUAL = 0x3d,
  GREATER = 0x3e,
  UPPER_T = 0x54,
  UPPER_Z = 0x5a,
  BACKSLASH = 0x5c,
}
