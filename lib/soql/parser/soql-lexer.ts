import { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import { isDigit, isLetter, isNamePart, isSpace } from './characters.js';
import { endOfDate, endOfDateTime, endOfTimeOfDay } from './temporal-text.js';

export type TokenKind =
  | 'end'
  /** Something no query has anywhere; the parser refuses it like any token that it does not expect. */
  | 'illegal'
  /** A name or keyword, dots included: `Account.Owner.Name`. */
  | 'word'
  | 'string'
  | 'number'
  | 'date'
  | 'datetime'
  | 'time'
  | '('
  | ')'
  | ','
  | ':'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>=';

const BANG = 0x21;
const QUOTE = 0x27;
const LEFT_PAREN = 0x28;
const RIGHT_PAREN = 0x29;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUAL = 0x3d;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;

/**
 * Reads a query token by token, every character once. The current token is in `kind`, `start` and `end`; nothing is copied
 * out of the text until somebody asks.
 */
export class SoqlLexer {
  kind: TokenKind = 'end';
  start = 0;
  end = 0;
  /** Whether the current word has dots, so that it cannot be a keyword. */
  isDotted = false;
  /** Whether the current string has escapes to resolve. */
  isEscaped = false;

  constructor(readonly text: string) {}

  /** Moves to the next token. */
  advance(): void {
    const { text } = this;
    let position = this.end;
    while (isSpace(text.charCodeAt(position))) position++;
    this.start = position;
    const code = text.charCodeAt(position);
    if (isLetter(code)) this.#readWord(position);
    else if (code === QUOTE) this.#readString(position);
    else if (isDigit(code) || code === DOT || code === MINUS || code === PLUS) this.#readNumeric(position);
    else this.#readPunctuation(position, code);
  }

  /** The text of the current token. */
  slice(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Whether the current token is this word, in any case. */
  atKeyword(keyword: string): boolean {
    const { text, start } = this;
    if (this.end - start !== keyword.length || this.kind !== 'word') return false;
    for (let i = 0; i < keyword.length; i++) {
      // Clearing this bit turns lower case into upper case and leaves the underscore alone.
      if ((text.charCodeAt(start + i) & 0xdf) !== keyword.charCodeAt(i)) return false;
    }
    return true;
  }

  /** Whether the current word is followed by an opening parenthesis. */
  isCall(): boolean {
    let position = this.end;
    while (isSpace(this.text.charCodeAt(position))) position++;
    return this.text.charCodeAt(position) === LEFT_PAREN;
  }

  /** Reads the current word again as a number with a currency, `USD5000.25`, if it is one: it starts like a name. */
  acceptCurrencyNumber(): boolean {
    const { text, start } = this;
    for (let i = start; i < start + 3; i++) if (!isLetter(text.charCodeAt(i))) return false;
    const end = this.#endOfNumber(start + 3);
    if (end === -1 || isNamePart(text.charCodeAt(end))) return false;
    this.#take('number', end);
    return true;
  }

  #take(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  #readWord(start: number): void {
    const { text } = this;
    let position = start + 1;
    this.isDotted = false;
    for (;;) {
      while (isNamePart(text.charCodeAt(position))) position++;
      if (text.charCodeAt(position) !== DOT || !isLetter(text.charCodeAt(position + 1))) break;
      this.isDotted = true;
      position += 2;
    }
    this.#take('word', position);
  }

  #readString(start: number): void {
    const { text } = this;
    this.isEscaped = false;
    for (let position = start + 1; position < text.length; position++) {
      const code = text.charCodeAt(position);
      if (code === QUOTE) {
        this.#take('string', position + 1);
        return;
      }
      if (code === BACKSLASH) {
        this.isEscaped = true;
        position++;
      }
    }
    throw this.#unterminated();
  }

  /** Numbers, dates, datetimes and times all start with digits; what follows the digits tells which it is. */
  #readNumeric(start: number): void {
    const { text } = this;
    const integerEnd = this.#endOfDigits(isDigit(text.charCodeAt(start)) ? start : start + 1);
    const next = text.charCodeAt(integerEnd);
    if (next === MINUS && integerEnd === start + 4) this.#readDate(start);
    else if (next === COLON && integerEnd === start + 2) this.#readTime(start);
    else this.#readNumber(start);
    // `12ab` is neither a number nor a name.
    if (isNamePart(text.charCodeAt(this.end))) this.#takeIllegal();
  }

  #readNumber(start: number): void {
    const end = this.#endOfNumber(start);
    if (end === -1) this.#take('illegal', start + 1);
    else this.#take('number', end);
  }

  /** The position behind a number with sign and fraction, or -1. A dot without digits after it is no part of it. */
  #endOfNumber(start: number): number {
    const { text } = this;
    const sign = text.charCodeAt(start);
    const integerStart = sign === MINUS || sign === PLUS ? start + 1 : start;
    const integerEnd = this.#endOfDigits(integerStart);
    const fractionEnd = text.charCodeAt(integerEnd) === DOT ? this.#endOfDigits(integerEnd + 1) : integerEnd;
    if (fractionEnd > integerEnd + 1) return fractionEnd;
    return integerEnd > integerStart ? integerEnd : -1;
  }

  #readDate(start: number): void {
    const dateEnd = endOfDate(this.text, start);
    const end = dateEnd === -1 ? -1 : endOfDateTime(this.text, dateEnd);
    if (end !== -1) this.#take('datetime', end);
    else if (dateEnd !== -1) this.#take('date', dateEnd);
    else this.#takeIllegal();
  }

  #readTime(start: number): void {
    const end = endOfTimeOfDay(this.text, start);
    if (end === -1) this.#takeIllegal();
    else this.#take('time', end);
  }

  /** All that hangs together, so that the message shows what was meant. */
  #takeIllegal(): void {
    let position = this.start;
    while (isNumericPart(this.text.charCodeAt(position))) position++;
    this.#take('illegal', position);
  }

  #readPunctuation(start: number, code: number): void {
    const next = this.text.charCodeAt(start + 1);
    if (code === LEFT_PAREN) this.#take('(', start + 1);
    else if (code === RIGHT_PAREN) this.#take(')', start + 1);
    else if (code === COMMA) this.#take(',', start + 1);
    else if (code === EQUAL) this.#take('=', start + 1);
    else if (code === COLON) this.#take(':', start + 1);
    else if ((code === BANG && next === EQUAL) || (code === LESS && next === GREATER))
      this.#take('!=', start + 2);
    else if (code === LESS) this.#take(next === EQUAL ? '<=' : '<', start + (next === EQUAL ? 2 : 1));
    else if (code === GREATER) this.#take(next === EQUAL ? '>=' : '>', start + (next === EQUAL ? 2 : 1));
    else if (start >= this.text.length) this.#take('end', start);
    else this.#take('illegal', start + ((this.text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1));
  }

  #endOfDigits(start: number): number {
    let position = start;
    while (isDigit(this.text.charCodeAt(position))) position++;
    return position;
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

function isNumericPart(code: number): boolean {
  return isNamePart(code) || code === MINUS || code === COLON || code === DOT || code === PLUS;
}
