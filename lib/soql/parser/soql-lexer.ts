import { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import {
  BACKSLASH,
  BANG,
  CHARACTER_CLASSES,
  characterAt,
  charactersOf,
  COLON,
  DOT,
  END,
  EQUAL,
  GREATER,
  isDigit,
  isLetter,
  isNamePart,
  isSpace,
  LEFT_PAREN,
  LESS,
  LETTER,
  MINUS,
  NAME_PART,
  PLUS,
  QUOTE,
  SPACE,
} from './characters.js';
import { isReserved, type Keyword, keywordNumber, keywordOf, NO_KEYWORD, UPPER_CASE } from './keywords.js';
import { endOfNumeric, numericKind } from './numeric-text.js';

// What is imported is looked up each time it is used, while the engine compiles the constants of a module in. Nearly all
// characters of a query are looked at in the two loops that use these, and in one more.
const CLASSES = CHARACTER_CLASSES;
const IS_SPACE = SPACE;
const IS_LETTER = LETTER;
const IS_NAME_PART = NAME_PART;
const TO_UPPER_CASE = UPPER_CASE;

/**
 * Stands on one token of a query at a time. A token is not an object: the first character of it says what it can be, and
 * the parser knows what it wants, so only words are read through at once, and a number or a string when it is wanted.
 * Nothing is copied out of the text but what goes into the tree.
 */
export class SoqlLexer {
  /** Offset of the current token. */
  start = 0;
  /** Its first character; {@link END} behind the last token. */
  code: number = END;
  /** Offset behind the current word, up to its first dot; `start` when the token is no word. */
  end = 0;
  /** Whether the word goes on after a dot, so that it cannot be a keyword. */
  isDotted = false;
  /** The keyword that the word is; {@link NO_KEYWORD} when the token is none. */
  keyword: Keyword | typeof NO_KEYWORD = NO_KEYWORD;
  /** Whether the keyword is a reserved word. */
  isReserved = false;
  /** Whether the string that was read last has escapes to resolve. */
  isEscaped = false;

  /** The characters of the text. */
  readonly codes: Uint8Array;

  constructor(readonly text: string) {
    this.codes = charactersOf(text);
    this.moveTo(0);
  }

  /** Whether the current token is a name or a keyword. */
  get isWord(): boolean {
    return this.end > this.start;
  }

  get atEnd(): boolean {
    return this.start >= this.text.length;
  }

  /** Makes the token at the position, or behind the space there, the current one. */
  moveTo(position: number): void {
    const { codes } = this;
    let start = position;
    let code = codes[start] as number;
    while (((CLASSES[code] as number) & IS_SPACE) !== 0) code = codes[++start] as number;
    this.start = start;
    this.code = code;
    if (((CLASSES[code] as number) & IS_LETTER) !== 0) this.#readWord(start);
    else {
      this.end = start;
      this.isDotted = false;
      this.keyword = NO_KEYWORD;
      this.isReserved = false;
    }
  }

  /** Whether the current token is this word, in any case. */
  atKeyword(keyword: Keyword): boolean {
    return this.keyword === keyword;
  }

  /** Whether the current word is followed by an opening parenthesis. */
  isCall(): boolean {
    let position = this.end;
    while (isSpace(characterAt(this.codes, position))) position++;
    return characterAt(this.codes, position) === LEFT_PAREN;
  }

  /** The position behind the string that the current token starts. */
  endOfString(): number {
    const { codes } = this;
    const { length } = this.text;
    this.isEscaped = false;
    for (let position = this.start + 1; position < length; position++) {
      const code = characterAt(codes, position);
      if (code === QUOTE) return position + 1;
      if (code === BACKSLASH) {
        this.isEscaped = true;
        position++;
      }
    }
    throw this.#unterminated();
  }

  /** The position behind the current token, for the message that it cannot stand here. */
  endOfToken(): number {
    const { codes, start, code } = this;
    if (this.isWord) return endOfPath(codes, this.end);
    if (code === QUOTE) return this.endOfString();
    if (isDigit(code) || code === DOT || code === MINUS || code === PLUS)
      return endOfNumericToken(codes, start);
    const next = characterAt(codes, start + 1);
    if (next === EQUAL && (code === BANG || code === LESS || code === GREATER)) return start + 2;
    if (code === LESS && next === GREATER) return start + 2;
    return start + ((this.text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  }

  /** Every word is looked up once, here, so that all the questions for keywords are comparisons. */
  #readWord(start: number): void {
    const { codes } = this;
    let end = start;
    let code = codes[start] as number;
    // The last four characters, a byte each.
    let ending = 0;
    do {
      ending = (ending << 8) | (code & TO_UPPER_CASE);
      code = codes[++end] as number;
    } while (((CLASSES[code] as number) & IS_NAME_PART) !== 0);
    this.end = end;
    this.isDotted = code === DOT && isLetter(characterAt(codes, end + 1));
    const number = this.isDotted ? 0 : keywordNumber(codes, start, end, ending);
    this.keyword = keywordOf(number);
    this.isReserved = isReserved(number);
  }

  /** Of a string without an end the server reports line and column, counted from one and zero, and no picture. */
  #unterminated(): MalformedQueryException {
    const { text } = this;
    const line = text.split('\n').length;
    const column = text.length - (text.lastIndexOf('\n') + 1);
    return new MalformedQueryException(`line ${line}:${column} mismatched character '<EOF>' expecting '''`, {
      errorCode: 'MALFORMED_QUERY',
    });
  }
}

/** The position behind a name with dots whose first part ends at `end`. */
export function endOfPath(codes: Uint8Array, end: number): number {
  let position = end;
  while (characterAt(codes, position) === DOT && isLetter(characterAt(codes, position + 1))) {
    position = endOfName(codes, position + 1);
  }
  return position;
}

/** The position behind the name, without dots, at `start`. */
export function endOfName(codes: Uint8Array, start: number): number {
  let position = start + 1;
  while (((CLASSES[codes[position] as number] as number) & IS_NAME_PART) !== 0) position++;
  return position;
}

/** What is no number and no date is all that hangs together, so that the message shows what was meant. */
function endOfNumericToken(codes: Uint8Array, start: number): number {
  const end = endOfNumeric(codes, start, numericKind(codes, start));
  if (end !== -1) return end;
  if (!isNamePart(characterAt(codes, start)) && !isNamePart(characterAt(codes, start + 1))) return start + 1;
  let position = start;
  while (isNumericPart(characterAt(codes, position))) position++;
  return position;
}

function isNumericPart(code: number): boolean {
  return isNamePart(code) || code === MINUS || code === COLON || code === DOT || code === PLUS;
}
