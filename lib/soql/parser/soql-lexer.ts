import { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import { CharacterClass } from './character-class.enum.js';
import { Character } from './character.enum.js';
import {
  BYTES_BEFORE,
  CHARACTER_CLASSES,
  characterAt,
  CHARACTERS,
  isDigit,
  isNamePart,
  isSpace,
  readCharacters,
} from './characters.js';
import {
  ENDING_BITS,
  ENDING_LENGTH,
  ENDINGS,
  GOLDEN_RATIO,
  KEYWORD_ROOM,
  LENGTHS,
  SLOT_BITS,
  SLOT_SHIFT,
  SLOTS,
  SPELLINGS,
  UPPER_CASE,
} from './keyword-table.js';
import { type Keyword, NO_KEYWORD } from './keywords.js';
import { endOfNumeric, numericKind } from './numeric-text.js';

// What is imported is looked up each time it is used, while the engine compiles the constants of a module in. All characters
// of a query are looked at in the loops that use these.
const CODES = CHARACTERS;
const BEFORE = BYTES_BEFORE;
const CLASSES = CHARACTER_CLASSES;
const BITS_OF_ENDINGS = ENDING_BITS;
const KEYWORD_SLOTS = SLOTS;
const KEYWORD_LENGTHS = LENGTHS;
const KEYWORD_ENDINGS = ENDINGS;
const KEYWORD_SPELLINGS = SPELLINGS;
const PREFIX_END = ENDING_LENGTH;
const ROOM = KEYWORD_ROOM;
const TO_UPPER_CASE = UPPER_CASE;
const LAST_SLOT = SLOT_BITS;
const SPREAD = GOLDEN_RATIO;
const SPREAD_SHIFT = SLOT_SHIFT;

/**
 * Stands on one token of a query at a time. A token is not an object: the first character of it says what it can be, and
 * the parser knows what it wants, so only words are read through at once, and a number or a string when it is wanted.
 * Nothing is copied out of the text but what goes into the tree.
 */
export class SoqlLexer {
  /** Offset of the current token. */
  start = 0;
  /** Its first character; {@link Character.END} behind the last token. */
  code: number = Character.END;
  /** Offset behind the current word, up to its first dot; no further than `start` when the token is no word. */
  end = 0;
  /** Whether the last word goes on after a dot, so that it cannot be a keyword. */
  isDotted = false;
  /** The keyword that the token is; {@link NO_KEYWORD} when it is none. */
  keyword: Keyword = NO_KEYWORD;
  /** Whether the string that was read last has escapes to resolve. */
  isEscaped = false;

  /** @param text Not longer than what {@link readCharacters} takes. The first token is moved to when the object is complete. */
  constructor(readonly text: string) {
    readCharacters(text);
  }

  /** Whether the current token is a name or a keyword. */
  get isWord(): boolean {
    return this.end > this.start;
  }

  get atEnd(): boolean {
    return this.start >= this.text.length;
  }

  /**
   * Makes the token at the position, or behind the space there, the current one. Every word is looked up here once, so that all
   * the questions for keywords are comparisons.
   *
   * It is in one piece, and so too long for the engine to copy it into each of its many callers: the copies would be larger
   * than the whole parser, and nothing else would be compiled into its caller any more.
   */
  moveTo(position: number): void {
    let start = position;
    let code = CODES[start] as number;
    // Nearly always, there is one blank between two tokens, or nothing.
    if (code === Character.BLANK) code = CODES[++start] as number;
    while (((CLASSES[code] as number) & CharacterClass.SPACE) !== 0) code = CODES[++start] as number;
    this.start = start;
    this.code = code;
    if (((CLASSES[code] as number) & CharacterClass.LETTER) === 0) {
      this.keyword = NO_KEYWORD;
      return;
    }

    let end = start + 1;
    let next = CODES[end] as number;
    while (((CLASSES[next] as number) & CharacterClass.NAME_PART) !== 0) next = CODES[++end] as number;
    const length = end - start;
    const isDotted =
      next === Character.DOT && ((CLASSES[CODES[end + 1] as number] as number) & CharacterClass.LETTER) !== 0;
    this.end = end;
    this.isDotted = isDotted;
    if (isDotted || length >= ROOM) {
      this.keyword = NO_KEYWORD;
      return;
    }

    // The last four characters tell nearly every name from all keywords, and are most of a keyword.
    const ending = BEFORE.getInt32(end) & (BITS_OF_ENDINGS[length] as number);
    let slot = ((Math.imul(ending, SPREAD) >>> SPREAD_SHIFT) + length) & LAST_SLOT;
    let keyword = KEYWORD_SLOTS[slot] as number;
    for (; keyword !== 0; keyword = KEYWORD_SLOTS[slot] as number) {
      if (KEYWORD_ENDINGS[keyword] === ending && KEYWORD_LENGTHS[keyword] === length) {
        const spelling = keyword * ROOM;
        let i = length - PREFIX_END;
        while (
          i > 0 &&
          ((CODES[start + i - 1] as number) & TO_UPPER_CASE) === KEYWORD_SPELLINGS[spelling + i - 1]
        )
          i--;
        if (i <= 0) break;
      }
      slot = (slot + 1) & LAST_SLOT;
    }
    this.keyword = keyword as Keyword;
  }

  /** Moves behind the current token, which is a character. */
  skipCharacter(): true {
    this.moveTo(this.start + 1);
    return true;
  }

  /** Moves behind the current token, which is a word without dots. */
  skipWord(): true {
    this.moveTo(this.end);
    return true;
  }

  /** Whether the current token is this word, in any case. */
  atKeyword(keyword: Keyword): boolean {
    return this.keyword === keyword;
  }

  /** Whether the current word is followed by an opening parenthesis. */
  isCall(): boolean {
    let position = this.end;
    while (isSpace(characterAt(position))) position++;
    return characterAt(position) === Character.LEFT_PAREN;
  }

  /** The position behind the string that the current token starts. */
  endOfString(): number {
    const { length } = this.text;
    this.isEscaped = false;
    for (let position = this.start + 1; position < length; position++) {
      const code = CODES[position] as number;
      if (code === Character.QUOTE) return position + 1;
      if (code === Character.BACKSLASH) {
        this.isEscaped = true;
        position++;
      }
    }
    throw this.#unterminated();
  }

  /** The position behind the current token, for the message that it cannot stand here. */
  endOfToken(): number {
    const { start, code } = this;
    if (this.isWord) return endOfPath(this.end);
    if (code === Character.QUOTE) return this.endOfString();
    if (isDigit(code) || code === Character.DOT || code === Character.MINUS || code === Character.PLUS)
      return endOfNumericToken(start);
    const next = characterAt(start + 1);
    if (
      next === Character.EQUAL &&
      (code === Character.BANG || code === Character.LESS || code === Character.GREATER)
    )
      return start + 2;
    if (code === Character.LESS && next === Character.GREATER) return start + 2;
    return start + ((this.text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
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
export function endOfPath(end: number): number {
  let position = end;
  while (goesOn(position)) position = endOfName(position + 1);
  return position;
}

/** Whether another name comes, after a dot, behind the name that ends at `end`. */
export function goesOn(end: number): boolean {
  return (
    CODES[end] === Character.DOT &&
    ((CLASSES[CODES[end + 1] as number] as number) & CharacterClass.LETTER) !== 0
  );
}

/** The position behind the name, without dots, at `start`. */
export function endOfName(start: number): number {
  let position = start + 1;
  while (((CLASSES[CODES[position] as number] as number) & CharacterClass.NAME_PART) !== 0) position++;
  return position;
}

/** What is no number and no date is all that hangs together, so that the message shows what was meant. */
function endOfNumericToken(start: number): number {
  const end = endOfNumeric(start, numericKind(start));
  if (end !== -1) return end;
  if (!isNamePart(characterAt(start)) && !isNamePart(characterAt(start + 1))) return start + 1;
  let position = start;
  while (isNumericPart(characterAt(position))) position++;
  return position;
}

/** Whether numbers, dates and times, written well or not, have the character. */
export function isNumericPart(code: number): boolean {
  return (
    isNamePart(code) ||
    code === Character.MINUS ||
    code === Character.COLON ||
    code === Character.DOT ||
    code === Character.PLUS
  );
}
