import type { CsvDialect } from './csv-dialect.js';
import { CsvLineEndingError } from './csv-line-ending-error.js';
import { CsvSyntaxError } from './csv-syntax-error.js';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const BYTE_ORDER_MARK = 0xfeff;

/**
 * Reads a text row by row: RFC 4180, and beyond it what the platform does. Blank lines are passed over, spaces belong to
 * the values, a quote may only begin a value, and nothing may follow the quote that ends one.
 *
 * `Name,City`, a line end and `"Doe, Jane",Berlin` give `['Name', 'City']` and `['Doe, Jane', 'Berlin']`.
 */
export class CsvReader implements Iterable<string[]> {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #delimiterCode: number;
  readonly #lineEnding: CsvDialect['lineEnding'];
  #at: number;
  /** Where the next quote and the next carriage return are, so that rows without any can be told at once. */
  #quote = -1;
  #return = -1;

  /** @param from where a row begins, as `position` of another reader of the text has told */
  constructor(text: string, { delimiter, lineEnding }: CsvDialect, from = 0) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#delimiterCode = delimiter.charCodeAt(0);
    this.#lineEnding = lineEnding;
    this.#at = from === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : from;
  }

  /** Where the next row begins. */
  get position(): number {
    return this.#at;
  }

  *[Symbol.iterator](): Generator<string[], void, undefined> {
    for (let row = this.next(); row; row = this.next()) yield row;
  }

  /**
   * The values of the next row, or `undefined` behind the last one.
   *
   * @throws CsvSyntaxError
   */
  next(): string[] | undefined {
    while (this.#at < this.#text.length) {
      const row = this.#row();
      if (row.length > 1 || row[0] !== '') return row;
    }
    return undefined;
  }

  #row(): string[] {
    if (this.#quote < this.#at) this.#quote = this.#find('"');
    if (this.#return < this.#at) this.#return = this.#find('\r');
    const feed = this.#text.indexOf('\n', this.#at);
    const end = feed < 0 ? this.#text.length : feed;
    const returned = this.#return < end && this.#return !== feed - 1;
    if (this.#quote < end || (returned && this.#lineEnding === undefined)) return this.#scannedRow();
    const line = this.#text.slice(this.#at, feed < 0 ? end : this.#endOfLine(feed));
    this.#at = end + 1;
    return line.split(this.#delimiter);
  }

  /** The end of the values of a line, before its line feed and whatever else ends it. */
  #endOfLine(feed: number): number {
    const returned = feed > this.#at && this.#text.charCodeAt(feed - 1) === CR;
    if (this.#lineEnding !== undefined && returned !== (this.#lineEnding === '\r\n')) {
      throw new CsvLineEndingError(this.#lineAt(feed));
    }
    return returned ? feed - 1 : feed;
  }

  #scannedRow(): string[] {
    const text = this.#text;
    const row: string[] = [];
    for (;;) {
      row.push(text.charCodeAt(this.#at) === QUOTE ? this.#quotedValue() : this.#plainValue());
      const at = this.#at;
      const code = text.charCodeAt(at);
      if (code === this.#delimiterCode) {
        this.#at++;
        continue;
      }
      if (code === LF) this.#endOfLine(at);
      if (code === CR) this.#skipReturn(at);
      else this.#at++;
      return row;
    }
  }

  /** Stops at the delimiter or line end behind the value, or behind the text. */
  #plainValue(): string {
    const text = this.#text;
    const start = this.#at;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiterCode || code === LF || (code === CR && this.#isLineEnd(at))) break;
      if (code === QUOTE) {
        throw this.#error('Found unescaped quote. A value with quote should be within a quote', at);
      }
    }
    this.#at = at;
    return text.slice(start, at);
  }

  #quotedValue(): string {
    const text = this.#text;
    const start = this.#at + 1;
    let escaped = false;
    let end = text.indexOf('"', start);
    while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) {
      escaped = true;
      end = text.indexOf('"', end + 2);
    }
    if (end < 0) throw this.#error('EOF reached before closing an opened quote', text.length);
    this.#at = end + 1;
    const next = text.charCodeAt(this.#at);
    const ended = Number.isNaN(next) || next === this.#delimiterCode || next === LF;
    if (!ended && !(next === CR && this.#isLineEnd(this.#at))) {
      throw this.#error('Not expecting more text after end quote', this.#at);
    }
    const value = text.slice(start, end);
    return escaped ? value.replaceAll('""', '"') : value;
  }

  /** Whether a carriage return ends a line, alone or with a line feed. */
  #isLineEnd(at: number): boolean {
    return this.#lineEnding === undefined || this.#text.charCodeAt(at + 1) === LF;
  }

  #skipReturn(at: number): void {
    const fed = this.#text.charCodeAt(at + 1) === LF;
    if (fed) this.#endOfLine(at + 1);
    this.#at = at + (fed ? 2 : 1);
  }

  #find(character: string): number {
    const found = this.#text.indexOf(character, this.#at);
    return found < 0 ? Infinity : found;
  }

  #error(reason: string, at: number): CsvSyntaxError {
    return new CsvSyntaxError(reason, this.#lineAt(at));
  }

  /** Counted only when something is wrong. */
  #lineAt(at: number): number {
    let line = 1;
    for (
      let feed = this.#text.indexOf('\n');
      feed >= 0 && feed < at;
      feed = this.#text.indexOf('\n', feed + 1)
    ) {
      line++;
    }
    return line;
  }
}
