import { MagicString } from 'magic-string';
import type { Span } from '../source/syntax.js';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Changes to a text, collected while it is looked at; all that none touches stays as it is. */
export class TextEdits {
  readonly #text: string;
  readonly #replacements: (Span & { readonly text: string })[] = [];
  readonly #insertions: Insertion[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  get isEmpty(): boolean {
    return this.#replacements.length + this.#insertions.length === 0;
  }

  replace({ start, end }: Span, text: string): void {
    if (start === end) {
      this.insert(start, text);
      return;
    }
    this.#replacements.push({ start, end, text });
  }

  remove(span: Span): void {
    this.replace(span, '');
  }

  /** Insertions at one place keep the order they come in. */
  insert(at: number, text: string): void {
    this.#insertions.push({ at, text });
  }

  /** The text with the changes. Insertions come last, since a replacement would take those at its ends along. */
  toString(): string {
    if (this.isEmpty) return this.#text;
    const code = new MagicString(this.#text);
    for (const { start, end, text } of this.#replacements) {
      if (text === '') code.remove(start, end);
      else code.update(start, end, text);
    }
    for (const { at, text } of this.#insertions) code.appendLeft(at, text);
    return code.toString();
  }
}
