import { MalformedQueryException } from '../../exceptions/malformed-query.exception.js';
import { queryErrorMessage } from '../query-error-message.js';
import { reservedWords } from './reserved-words.js';
import { SoqlLexer, type TokenKind } from './soql-lexer.js';

/** Deeper nesting than anybody writes, and far less than a stack holds. */
const MAX_DEPTH = 500;

/** A lexer with what every part of the parser needs: expectations, names, errors, the depth guard and positions. */
export class TokenCursor extends SoqlLexer {
  #depth = 0;
  readonly #positions: WeakMap<object, number> | undefined;

  /** @param positions Takes the offset of every node, when somebody wants them. */
  constructor(text: string, positions?: WeakMap<object, number>) {
    super(text);
    this.#positions = positions;
    this.advance();
  }

  /** Notes where a node starts. */
  mark<T extends object>(node: T, start: number): T {
    this.#positions?.set(node, start);
    return node;
  }

  accept(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  expect(kind: TokenKind): void {
    if (!this.accept(kind)) throw this.unexpected();
  }

  acceptKeyword(keyword: string): boolean {
    if (!this.atKeyword(keyword)) return false;
    this.advance();
    return true;
  }

  expectKeyword(keyword: string): void {
    if (!this.acceptKeyword(keyword)) throw this.unexpected();
  }

  /** The one of the keywords that is here. */
  expectOneOf<T extends string>(keywords: readonly T[]): T {
    const found = keywords.find((keyword) => this.acceptKeyword(keyword));
    if (found === undefined) throw this.unexpected();
    return found;
  }

  atReservedWord(): boolean {
    for (const word of reservedWords(this.end - this.start)) if (this.atKeyword(word)) return true;
    return false;
  }

  /** A name without dots that is no reserved word: an alias, a scope, a data category. */
  simpleName(): string {
    if (this.isDotted) throw this.unexpected();
    return this.name();
  }

  /** A name, possibly with dots, that is no reserved word. */
  name(): string {
    if (this.kind !== 'word' || this.atReservedWord()) throw this.unexpected();
    return this.#takeWord();
  }

  /** The name of an object or child relationship. `Group` is the one object whose name is a reserved word. */
  objectName(): string {
    return this.atKeyword('GROUP') ? this.#takeWord() : this.name();
  }

  /** One or more of something, with commas between; frozen, so that no node has to copy it. */
  list<T>(parseItem: (cursor: this) => T): readonly T[] {
    const items = [parseItem(this)];
    while (this.accept(',')) items.push(parseItem(this));
    return Object.freeze(items);
  }

  /** A whole number that is not negative. */
  count(): number {
    const text = this.kind === 'number' ? this.slice() : '';
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw this.unexpected();
    this.advance();
    return value;
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

  /** The exception for a token that cannot stand where it does. */
  unexpected(): MalformedQueryException {
    if (this.kind === 'end') return this.failure(this.start, "unexpected token: '<EOF>'");
    // The server points at the character before such a token, unlike in its other messages.
    return this.failure(Math.max(0, this.start - 1), `unexpected token: '${this.slice()}'`);
  }

  failure(offset: number, detail: string): MalformedQueryException {
    return new MalformedQueryException(queryErrorMessage(this.text, offset, detail), {
      errorCode: 'MALFORMED_QUERY',
    });
  }

  #takeWord(): string {
    const word = this.slice();
    this.advance();
    return word;
  }
}
