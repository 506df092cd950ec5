import { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import { queryErrorMessage } from '../query-error-message.js';
import { Character } from './character.enum.js';
import { characterAt, isForeign, isNamePart } from './characters.js';
import { FIRST_RESERVED, KEYWORDS, type Word, wordOf } from './keywords.js';
import type { NodePositions } from './node-positions.js';
import { endOfDigits, endOfNumeric } from './numeric-text.js';
import { endOfName, endOfPath, goesOn, SoqlLexer } from './soql-lexer.js';
import { wholeNumber } from './temporal-text.js';
import { Token } from './token.enum.js';

/** Deeper nesting than anybody writes, and far less than a stack holds. */
const MAX_DEPTH = 500;

const { GROUP } = KEYWORDS;
const RESERVED = FIRST_RESERVED;

/** A lexer with what every part of the parser needs: expectations, names, errors, the depth guard and positions. */
export class TokenCursor extends SoqlLexer {
  #depth = 0;
  readonly #positions: NodePositions | undefined;

  /** @param positions Takes the offset of every node, when somebody wants them. */
  constructor(text: string, positions?: NodePositions) {
    super(text);
    this.#positions = positions;
    this.moveTo(0);
  }

  /** Notes where a node starts. */
  mark<T extends object>(node: T, start: number): T {
    this.#positions?.note(node, start);
    return node;
  }

  // The next three are small enough for the engine to compile them into their callers: most of their answers are no.

  /** Whether the current token is this character or keyword. */
  at(kind: number): boolean {
    return this.kind === kind;
  }

  accept(kind: number): boolean {
    return this.kind === kind && this.skip();
  }

  expect(kind: number): void {
    if (!this.accept(kind)) throw this.unexpected();
  }

  /** The one of the words that is here. */
  expectOneOf<T extends Word>(words: readonly T[]): T {
    const found = wordOf(this.kind) as T;
    if (!words.includes(found)) throw this.unexpected();
    this.skip();
    return found;
  }

  atReservedWord(): boolean {
    return this.kind >= RESERVED;
  }

  /** The names of a path, the first of which is no reserved word unless others follow. */
  path(): [string, ...string[]] {
    this.#expectName();
    const first = this.text.slice(this.start, this.end);
    if (this.kind === Token.QUALIFIER) return this.#pathFrom(first);
    this.skip();
    return [first];
  }

  /** A name, possibly with dots, that is no reserved word. */
  name(): string {
    this.#expectName();
    return this.#takeWord();
  }

  /** A name without dots that is no reserved word: an alias, a scope, a data category. */
  simpleName(): string {
    if (this.kind === Token.QUALIFIER) throw this.unexpected();
    return this.name();
  }

  /** The name of an object or child relationship. `Group` is the one object whose name is a reserved word. */
  objectName(): string {
    return this.kind === GROUP ? this.#takeWord() : this.name();
  }

  /** One or more of something, with commas between. A list that is made with its items is smaller than one that grows. */
  list<T>(parseItem: (cursor: this) => T): T[] {
    const first = parseItem(this);
    if (!this.accept(Character.COMMA)) return [first];
    const second = parseItem(this);
    if (!this.accept(Character.COMMA)) return [first, second];
    const third = parseItem(this);
    if (!this.accept(Character.COMMA)) return [first, second, third];
    const items = [first, second, third, parseItem(this)];
    while (this.accept(Character.COMMA)) items.push(parseItem(this));
    return items;
  }

  /** A whole number that is not negative. */
  count(): number {
    const { start } = this;
    const end = endOfDigits(start);
    const value = wholeNumber(start, end);
    if (end === start || !Number.isSafeInteger(value) || !this.#isWhole(end)) throw this.unexpected();
    this.moveTo(end);
    return value;
  }

  /** Whether the digits up to `end` are all of the current token. */
  #isWhole(end: number): boolean {
    const next = characterAt(end);
    // Nearly always, a blank or a parenthesis comes next.
    return (!isNamePart(next) && next <= Character.COMMA) || end === endOfNumeric(this.start);
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
      isForeign(characterAt(this.start)) ? `${this.#lineAndColumn()} ${detail}` : detail,
    );
  }

  failure(offset: number, detail: string): MalformedQueryException {
    return new MalformedQueryException(queryErrorMessage(this.text, offset, detail), {
      errorCode: 'MALFORMED_QUERY',
    });
  }

  #expectName(): void {
    if (this.kind < Token.NAME || this.kind >= RESERVED) throw this.unexpected();
  }

  /** The names of a path with dots. Nearly all have two or three, and a list that is made with them is cheaper than one that grows. */
  #pathFrom(first: string): [string, ...string[]] {
    const { text } = this;
    let start = this.end + 1;
    let end = endOfName(start);
    const second = text.slice(start, end);
    if (!goesOn(end)) {
      this.moveTo(end);
      return [first, second];
    }
    start = end + 1;
    end = endOfName(start);
    const names: [string, ...string[]] = [first, second, text.slice(start, end)];
    while (goesOn(end)) {
      start = end + 1;
      end = endOfName(start);
      names.push(text.slice(start, end));
    }
    this.moveTo(end);
    return names;
  }

  #takeWord(): string {
    const { start } = this;
    const end = endOfPath(this.end);
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
