const SPACE = 1;
const LETTER = 2;
const DIGIT = 4;
const NAME_PART = 8;

/** Classes of the ASCII characters as bits; nothing beyond ASCII means anything outside a quoted string. */
const CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (' \t\n\r\f\v'.includes(character)) return SPACE;
  if (/\d/.test(character)) return DIGIT | NAME_PART;
  if (/[a-z]/i.test(character)) return LETTER | NAME_PART;
  return character === '_' ? NAME_PART : 0;
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

export function isNamePart(code: number): boolean {
  return (classOf(code) & NAME_PART) !== 0;
}

/** `code` may be the `NaN` that `charCodeAt` gives behind the end of a text. */
function classOf(code: number): number {
  return code < 128 ? (CLASSES[code] ?? 0) : 0;
}
