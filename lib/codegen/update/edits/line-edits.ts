import { indentAt, type SourceStyle } from '../source/source-style.js';
import type { Span } from '../source/syntax.js';
import type { TextEdits } from './text-edits.js';

/** What stands in lines of its own: a member of a class, a statement. The top and the bottom include comments. */
interface Block {
  readonly top: number;
  readonly bottom: number;
}

interface Insertion {
  readonly code: string;
  /** Whether an empty line sets it apart. */
  readonly apart: boolean;
  readonly indent: string;
}

/** Puts members and statements between others and takes them out, with the empty lines about them. */
export class LineEdits {
  readonly #text: string;
  readonly #edits: TextEdits;
  readonly #style: SourceStyle;

  constructor(text: string, edits: TextEdits, style: SourceStyle) {
    this.#text = text;
    this.#edits = edits;
    this.#style = style;
  }

  insertAfter({ bottom }: Block, { code, apart, indent }: Insertion): void {
    this.#edits.insert(bottom, `${this.#break(apart)}${indent}${code}`);
  }

  insertBefore({ top }: Block, { code, apart, indent }: Insertion): void {
    this.#edits.insert(top, `${code}${this.#break(apart)}${indent}`);
  }

  /** As the first in a body between braces, which may hold other things. */
  insertFirst(body: Span, { code, indent }: Insertion): void {
    const inside = this.#text.slice(body.start, body.end);
    const { newline } = this.#style;
    if (inside.trim() === '') {
      const closing = indentAt(this.#text, body.start);
      this.#edits.replace(body, `${newline}${indent}${code}${newline}${closing}`);
    } else {
      this.#edits.insert(body.start, `${newline}${indent}${code}${newline}`);
    }
  }

  /** With its lines, and with the empty line that set it apart. */
  remove({ top, bottom }: Block): void {
    const before = /(?:^|\n)[ \t]*$/.exec(this.#text.slice(0, top));
    const after = /^[ \t]*(?:\r?\n|$)/.exec(this.#text.slice(bottom));
    if (!before || !after) {
      this.#edits.remove({ start: top, end: bottom });
      return;
    }
    const start = top - before[0].replace(/^\n/, '').length;
    const end = bottom + after[0].length;
    const isFirst = /(?:^|\{[ \t]*\r?\n|\n[ \t]*\r?\n)$/.test(this.#text.slice(0, start));
    const blank = isFirst ? (/^[ \t]*\r?\n/.exec(this.#text.slice(end))?.[0].length ?? 0) : 0;
    if (blank === 0 && /^[ \t]*\}/.test(this.#text.slice(end))) this.#removeLast(start, end);
    else this.#edits.remove({ start, end: end + blank });
  }

  /** The last one in a body takes the empty line before it along. */
  #removeLast(start: number, end: number): void {
    const blank = /\n([ \t]*\r?\n)$/.exec(this.#text.slice(0, start))?.[1]?.length ?? 0;
    this.#edits.remove({ start: start - blank, end });
  }

  #break(apart: boolean): string {
    return apart ? this.#style.newline.repeat(2) : this.#style.newline;
  }
}
