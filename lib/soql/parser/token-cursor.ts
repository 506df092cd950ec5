import { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import { queryErrorMessage } from '../query-error-message.js';
import { characterAt, isForeign, isSpace } from './characters.js';
import type { Keyword } from './keywords.js';
import type { NodePositions } from './node-positions.js';
import { endOfDigits, endOfNumeric, numericKind } from './numeric-text.js';
import { endOfName, endOfPath, SoqlLexer } from './soql-lexer.js';
import { wholeNumber } from './temporal-text.js';

/** Deeper nesting than anybody writes, and far less than a stack holds. */
const MAX_DEPTH = 500;

export type Punctuation = '(' | ')' | ',' | ':' | '=';

/** A lexer with what every part of the parser needs: expectations, names, errors, the depth guard and positions. */
export class TokenCursor extends SoqlLexer {
  #depth = 0;
  readonly #positions: NodePositions | undefined;

  /** @param positions Takes the offset of every node, when somebody wants them. */
  constructor(text: string, positions?: NodePositions) {
    super(text);
    this.#positions = positions;
  }

  /** Notes where a node starts. */
  mark<T extends object>(node: T, start: number): T {
    this.#positions?.note(node, start);
    return node;
  }

  at(character: Punctuation): boolean {
    return this.code === character.charCodeAt(0);
  }

  accept(character: Punctuation): boolean {
    if (!this.at(character)) return false;
    this.moveTo(this.start + 1);
    return true;
  }

  expect(character: Punctuation): void {
    if (!this.accept(character)) throw this.unexpected();
  }

  acceptKeyword(keyword: Keyword): boolean {
    if (this.keyword !== keyword) return false;
    this.moveTo(this.end);
    return true;
  }

  expectKeyword(keyword: Keyword): void {
    if (!this.acceptKeyword(keyword)) throw this.unexpected();
  }

  /** The one of the keywords that is here. */
  expectOneOf<T extends Keyword>(keywords: readonly T[]): T {
    const found = this.keyword as T;
    if (!keywords.includes(found)) throw this.unexpected();
    this.moveTo(this.end);
    return found;
  }

  atReservedWord(): boolean {
    return this.isReserved;
  }

  /** The names of a path, the first of which is no reserved word unless others follow. */
  path(): [string, ...string[]] {
    this.#expectName();
    const { end } = this;
    const first = this.text.slice(this.start, end);
    if (this.isDotted) return this.#pathFrom(first);
    this.moveTo(end);
    return [first];
  }

  /** A name, possibly with dots, that is no reserved word. */
  name(): string {
    this.#expectName();
    return this.#takeWord();
  }

  /** A name without dots that is no reserved word: an alias, a scope, a data category. */
  simpleName(): string {
    if (this.isDotted) throw this.unexpected();
    return this.name();
  }

  /** The name of an object or child relationship. `Group` is the one object whose name is a reserved word. */
  objectName(): string {
    return this.atKeyword('GROUP') ? this.#takeWord() : this.name();
  }

  /** One or more of something, with commas between. */
  list<T>(parseItem: (cursor: this) => T): T[] {
    const items = [parseItem(this)];
    while (this.accept(',')) items.push(parseItem(this));
    return items;
  }

  /** A whole number that is not negative. */
  count(): number {
    const { codes, start } = this;
    const end = endOfDigits(codes, start);
    const value = wholeNumber(codes, start, end);
    if (end === start || !Number.isSafeInteger(value) || !this.#isWhole(end)) throw this.unexpected();
    this.moveTo(end);
    return value;
  }

  /** Whether the digits up to `end` are all of the current token. */
  #isWhole(end: number): boolean {
    const { codes, start } = this;
    const next = characterAt(codes, end);
    return isSpace(next) || end === endOfNumeric(codes, start, numericKind(codes, start, end));
  }

  /** Goes one level deeper, so that input made to exhaust the stack is refused instead. */
  enter(): void {
    if (++this.#depth > MAX_DEPTH) {
      throw this.failure(this.start, `the query is nested more than ${MAX_DEPTH} levels deep`);
    }
  }

  leave(): void {
    this.#depth--;
  }

  /**
   * The exception for a token that cannot stand where it does.
   *
   * @param from where the text that the message shows starts, if before the token
   */
  unexpected(from = this.start): MalformedQueryException {
    if (this.atEnd) return this.failure(this.start, "unexpected token: '<EOF>'");
    const detail = `unexpected token: '${this.text.slice(from, this.endOfToken())}'`;
    return this.failure(
      this.#placeBefore(),
      isForeign(this.code) ? `${this.#lineAndColumn()} ${detail}` : detail,
    );
  }

  failure(offset: number, detail: string): MalformedQueryException {
    return new MalformedQueryException(queryErrorMessage(this.text, offset, detail), {
      errorCode: 'MALFORMED_QUERY',
    });
  }

  #expectName(): void {
    if (this.end === this.start || this.isReserved) throw this.unexpected();
  }

  /** The names of a path with dots. Nearly all have two or three, and a list that is made with them is cheaper than one that grows. */
  #pathFrom(first: string): [string, ...string[]] {
    const { text, codes } = this;
    let start = this.end + 1;
    let end = endOfName(codes, start);
    const second = text.slice(start, end);
    const pathEnd = endOfPath(codes, end);
    if (end === pathEnd) {
      this.moveTo(end);
      return [first, second];
    }
    start = end + 1;
    end = endOfName(codes, start);
    const names: [string, ...string[]] = [first, second, text.slice(start, end)];
    while (end < pathEnd) {
      start = end + 1;
      end = endOfName(codes, start);
      names.push(text.slice(start, end));
    }
    this.moveTo(end);
    return names;
  }

  #takeWord(): string {
    const { start } = this;
    const end = endOfPath(this.codes, this.end);
    this.moveTo(end);
    return this.text.slice(start, end);
  }

  /** The server points at the character before such a token, unlike in its other messages, if the line has one. */
  #placeBefore(): number {
    const before = this.start - 1;
    return before < 0 || this.text[before] === '\n' ? this.start : before;
  }

  /** Of a character that no query has, the server says the place in this form too: line from one, column from zero. */
  #lineAndColumn(): string {
    const lines = this.text.slice(0, this.start).split('\n');
    return `line ${lines.length}:${lines.at(-1)?.length}`;
  }
}
