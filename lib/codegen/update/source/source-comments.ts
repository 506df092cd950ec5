import type { SourceDocs } from './source-file.interface.js';
import { spanOf, type Comment, type Span } from './syntax.js';

/** What comments say of a piece of code. */
export interface CommentsOfCode {
  readonly docs?: SourceDocs;
  readonly top: number;
  readonly bottom: number;
  readonly commented: boolean;
  readonly commentedInside: boolean;
}

/** The comments of a file, by the code they belong to. */
export class SourceComments {
  readonly #text: string;
  readonly #comments: readonly Comment[];

  constructor(text: string, comments: readonly Comment[]) {
    this.#text = text;
    this.#comments = comments;
  }

  /** @param after Where the code before ends, or the brace before the first. */
  of(code: Span, after: number): CommentsOfCode {
    const above = this.#between(after, code.start).filter((comment) => this.#isOnOwnLine(comment, after));
    const last = above.findLast(isDocs);
    const docs = last && this.#touches(spanOf(last), code.start, code.start) ? last : undefined;
    const commentedInside = this.#between(code.start, code.end).length > 0;
    const top = docs ? spanOf(docs).start : code.start;
    const beside = above.filter(
      (comment) => comment !== docs && this.#touches(spanOf(comment), top, code.start),
    );
    const bottom = this.bottomOf(code.end);
    return {
      top: Math.min(top, ...beside.map((comment) => spanOf(comment).start)),
      bottom,
      ...(docs && { docs: { ...spanOf(docs), text: docsText(docs.value) } }),
      commentedInside,
      commented: commentedInside || beside.length > 0 || bottom > code.end,
    };
  }

  /** The end of a comment that begins behind some code on the same line, or of the code. */
  bottomOf(end: number): number {
    const next = this.#comments[this.#firstFrom(end)];
    const isBehind = next && /^[ \t]*$/.test(this.#text.slice(end, spanOf(next).start));
    return isBehind ? spanOf(next).end : end;
  }

  /** How many comments a piece of code holds. */
  count({ start, end }: Span): number {
    return this.#between(start, end).length;
  }

  /** The comment at the very top. */
  header(): SourceDocs | undefined {
    const [first] = this.#comments;
    if (!first || this.#text.slice(0, spanOf(first).start).trim() !== '') return undefined;
    const same = first.type === 'CommentLine' ? this.#lineComments(first) : [first];
    const end = spanOf(same.at(-1) ?? first).end;
    return { start: spanOf(first).start, end, text: docsText(same.map(({ value }) => value).join('\n')) };
  }

  #lineComments(first: Comment): Comment[] {
    const lines = [first];
    for (const comment of this.#comments.slice(1)) {
      const last = spanOf(lines.at(-1)!).end;
      if (comment.type !== 'CommentLine' || !/^\r?\n$/.test(this.#text.slice(last, spanOf(comment).start)))
        break;
      lines.push(comment);
    }
    return lines;
  }

  #between(from: number, to: number): Comment[] {
    const found: Comment[] = [];
    for (let i = this.#firstFrom(from); i < this.#comments.length; i++) {
      const comment = this.#comments[i]!;
      if (spanOf(comment).start >= to) break;
      found.push(comment);
    }
    return found;
  }

  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.#comments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spanOf(this.#comments[middle]!).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Comments behind the code before belong to that. */
  #isOnOwnLine(comment: Comment, after: number): boolean {
    return this.#text.slice(after, spanOf(comment).start).includes('\n') || after === 0;
  }

  /** Whether no blank line separates a comment from the code or its docs. */
  #touches({ start, end }: Span, top: number, code: number): boolean {
    return start > top ? end <= code : !/\n[ \t]*\r?\n/.test(this.#text.slice(end, top));
  }
}

function isDocs(comment: Comment): boolean {
  return comment.type === 'CommentBlock' && comment.value.startsWith('*');
}

/** What a comment says, whatever its layout. */
function docsText(value: string): string {
  return value
    .replace(/^\s*\*+/gm, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
