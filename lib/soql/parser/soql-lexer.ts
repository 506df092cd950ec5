import { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import { CharacterClass } from './character-class.enum.js';
import { Character } from './character.enum.js';
import {
  BYTES_BEFORE,
  CHARACTER_CLASSES,
  characterAt,
  CHARACTERS,
  isDigit,
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
import { FIRST_KEYWORD } from './keywords.js';
import { endOfMalformed, endOfNumeric } from './numeric-text.js';
import { Token } from './token.enum.js';

// What is imported is looked up each time it is used, while the engine compiles the constants of a module in. All characters
// of a query are looked at in the loops that use these.
const CODES = CHARACTERS;
const BEFORE = BYTES_BEFORE;
const CLASSES = CHARACTER_CLASSES;
const BITS_OF_ENDINGS = ENDING_BITS;
const WORD_SLOTS = SLOTS;
const WORD_LENGTHS = LENGTHS;
const WORD_ENDINGS = ENDINGS;
const WORD_SPELLINGS = SPELLINGS;
const PREFIX_END = ENDING_LENGTH;
const ROOM = KEYWORD_ROOM;
const TO_UPPER_CASE = UPPER_CASE;
const LAST_SLOT = SLOT_BITS;
const SPREAD = GOLDEN_RATIO;
const SPREAD_SHIFT = SLOT_SHIFT;
const BEFORE_FIRST_KEYWORD = FIRST_KEYWORD - 1;

/**
 * Stands on one token of a query at a time. A token is not an object: its kind says what it can be, and the parser knows what it
 * wants, so only words are read through at once, and a number or a string when it is wanted. Nothing is copied out of the text
 * but what goes into the tree.
 */
export class SoqlLexer {
  /** Offset of the current token. */
  start = 0;
  /** Offset behind the current word, up to its first dot; of any other token, behind its first character. */
  end = 0;
  /** What the current token is: a keyword, one of {@link Token}, or its first character; {@link Character.END} behind the last one. */
  kind: number = Character.END;
  /** Whether the string that was read last has escapes to resolve. */
  isEscaped = false;

  /** @param text Not longer than what {@link readCharacters} takes. The first token is moved to when the object is complete. */
  constructor(readonly text: string) {
    readCharacters(text);
  }

  /** Whether the current token is a name or a keyword. */
  get isWord(): boolean {
    return this.kind >= Token.NAME;
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
    let end = start + 1;
    if (((CLASSES[code] as number) & CharacterClass.LETTER) === 0) {
      this.kind = code;
      this.end = end;
      return;
    }

    code = CODES[end] as number;
    while (((CLASSES[code] as number) & CharacterClass.NAME_PART) !== 0) code = CODES[++end] as number;
    this.end = end;
    if (
      code === Character.DOT &&
      ((CLASSES[CODES[end + 1] as number] as number) & CharacterClass.LETTER) !== 0
    ) {
      this.kind = Token.QUALIFIER;
      return;
    }
    const length = end - start;
    if (length >= ROOM) {
      this.kind = Token.NAME;
      return;
    }

    // The last four characters tell nearly every name from all keywords, and are most of a keyword.
    const ending = BEFORE.getInt32(end) & (BITS_OF_ENDINGS[length] as number);
    let slot = ((Math.imul(ending, SPREAD) >>> SPREAD_SHIFT) + length) & LAST_SLOT;
    let word = WORD_SLOTS[slot] as number;
    for (; word !== 0; word = WORD_SLOTS[slot] as number) {
      if (WORD_ENDINGS[word] === ending && WORD_LENGTHS[word] === length) {
        const spelling = word * ROOM;
        let i = length - PREFIX_END;
        while (
          i > 0 &&
          ((CODES[start + i - 1] as number) & TO_UPPER_CASE) === WORD_SPELLINGS[spelling + i - 1]
        )
          i--;
        if (i <= 0) break;
      }
      slot = (slot + 1) & LAST_SLOT;
    }
    this.kind = word === 0 ? Token.NAME : BEFORE_FIRST_KEYWORD + word;
  }

  /** Moves behind the current token, which is a word without dots or a character. */
  skip(): true {
    this.moveTo(this.end);
    return true;
  }

  /** Whether the current token is a word that an opening parenthesis follows. */
  isCall(): boolean {
    let position = this.end;
    while (isSpace(characterAt(position))) position++;
    return this.isWord && characterAt(position) === Character.LEFT_PAREN;
  }

  /** The position behind the string that the current token starts. */
  endOfString(): number {
    let end = this.start + 1;
    let isEscaped = false;
    for (let code = CODES[end]; code !== Character.QUOTE; code = CODES[++end]) {
      if (code === Character.BACKSLASH) {
        isEscaped = true;
        end++;
      } else if (code === Character.END && end >= this.text.length) {
        throw this.#unterminated();
      }
    }
    this.isEscaped = isEscaped;
    return end + 1;
  }

  /** The position behind the current token, for the message that it cannot stand here. */
  endOfToken(): number {
    const { start, kind: code } = this;
    if (this.isWord) return endOfPath(this.end);
    if (code === Character.QUOTE) return this.endOfString();
    if (isDigit(code) || code === Character.DOT || code === Character.MINUS || code === Character.PLUS) {
      const end = endOfNumeric(start);
      return end === -1 ? endOfMalformed(start) : end;
    }
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
