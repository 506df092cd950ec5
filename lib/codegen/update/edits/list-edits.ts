import { indentAt, type SourceStyle } from '../source/source-style.js';
import type { Span } from '../source/syntax.js';
import type { TextEdits } from './text-edits.js';

/** A list in the text: what stands between brackets, and the items, which commas separate. */
interface ListInText extends Span {
  readonly items: readonly Span[];
}

/** Puts items into a bracketed list and takes them out, on lines of their own or in one, as the list is laid out. */
export class ListEdits {
  readonly #text: string;
  readonly #list: ListInText;
  readonly #edits: TextEdits;
  readonly #style: SourceStyle;
  readonly #removed = new Set<Span>();
  readonly #inserted: { readonly before: Span | undefined; readonly text: string }[] = [];

  constructor(text: string, list: ListInText, edits: TextEdits, style: SourceStyle) {
    this.#text = text;
    this.#list = list;
    this.#edits = edits;
    this.#style = style;
  }

  remove(item: Span): void {
    this.#removed.add(item);
  }

  /** @param before The item it stands behind; `undefined` for the first place. */
  insertAfter(before: Span | undefined, text: string): void {
    this.#inserted.push({ before, text });
  }

  apply(): void {
    const kept = this.#list.items.filter((item) => !this.#removed.has(item));
    if (kept.length === 0) {
      if (this.#removed.size + this.#inserted.length > 0) this.#fill();
      return;
    }
    for (const item of this.#removed) this.#remove(item, kept.at(-1)!);
    const last = kept.at(-1)!;
    for (const { before, text } of this.#inserted) {
      if (before === undefined) this.#edits.insert(kept[0]!.start, `${text},${this.#separator(kept[0]!)}`);
      else if (before === last) this.#append(last, text);
      else this.#edits.insert(this.#endOfEntry(before), `${this.#separator(before)}${text},`);
    }
  }

  /** None of what was there stays. */
  #fill(): void {
    const { start, end } = this.#list;
    const texts = this.#inserted.map(({ text }) => text);
    const first = this.#list.items[0];
    const padding = /^[ \t]/.test(this.#text.slice(start, end)) || !first ? ' ' : '';
    if (first && this.#isOnOwnLine(first) && texts.length > 0) {
      const separator = this.#separator(first);
      const closing = `${this.#style.newline}${indentAt(this.#text, end)}`;
      this.#edits.replace(this.#list, `${separator}${texts.join(`,${separator}`)},${closing}`);
    } else {
      this.#edits.replace(this.#list, texts.length > 0 ? `${padding}${texts.join(', ')}${padding}` : '');
    }
  }

  /** With the comma and a comment behind it, up to the next item; the last one goes with what stands before it. */
  #remove(item: Span, lastKept: Span): void {
    if (item.start < lastKept.start) {
      const end = this.#endOfEntry(item);
      const blank = /^\s*/.exec(this.#text.slice(end))?.[0].length ?? 0;
      this.#edits.remove({ start: item.start, end: end + blank });
      return;
    }
    const removed = this.#list.items.filter((one) => one.start > lastKept.start);
    if (item !== removed[0]) return;
    this.#edits.remove({ start: lastKept.end, end: removed.at(-1)!.end });
  }

  #append(last: Span, text: string): void {
    const wasLast = last === this.#list.items.at(-1);
    const end = wasLast ? this.#endOfEntry(last) : last.end;
    const hasComma = wasLast && this.#text.slice(last.end, end).trimStart().startsWith(',');
    const at = hasComma ? end : last.end;
    this.#edits.insert(
      at,
      hasComma ? `${this.#separator(last)}${text},` : `,${this.#separator(last)}${text}`,
    );
  }

  /** Behind the comma and a comment on the same line. */
  #endOfEntry({ end }: Span): number {
    const rest = this.#text.slice(end, this.#list.end);
    const entry = /^\s*,(?:[ \t]*(?:\/\/[^\n\r]*|\/\*(?:(?!\*\/)[^\n\r])*\*\/))?/.exec(rest);
    return end + (entry?.[0].length ?? 0);
  }

  #separator(item: Span): string {
    return this.#isOnOwnLine(item) ? `${this.#style.newline}${indentAt(this.#text, item.start)}` : ' ';
  }

  #isOnOwnLine({ start }: Span): boolean {
    return /\n[ \t]*$/.test(this.#text.slice(this.#list.start, start));
  }
}
