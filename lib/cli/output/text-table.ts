import stringWidth from 'string-width';
import { printable } from './printable.js';

export interface TextTableColumn {
  readonly title: string;
  /** @default 'left' */
  readonly align?: 'left' | 'right';
}

const GAP = '  ';

/**
 * A table of text for terminals: columns as wide as their widest cell, wide characters and emoji measured as terminals
 * show them, the titles underlined.
 *
 * Load it on use, by a dynamic import: `--help` is to stay quick.
 */
export class TextTable {
  readonly #columns: readonly TextTableColumn[];
  readonly #rows: (readonly string[])[] = [];

  constructor(columns: readonly (string | TextTableColumn)[]) {
    this.#columns = columns.map((column) => (typeof column === 'string' ? { title: column } : column));
  }

  /** Adds a row; cells that are not given stay empty. */
  row(...cells: readonly (string | number | boolean | null | undefined)[]): this {
    this.#rows.push(cells.map((cell) => printable(String(cell ?? ''))));
    return this;
  }

  get length(): number {
    return this.#rows.length;
  }

  toString(): string {
    const widths = this.#columns.map(({ title }, place) =>
      Math.max(stringWidth(title), ...this.#rows.map((cells) => stringWidth(cells[place] ?? ''))),
    );
    const rule = widths.map((width) => '─'.repeat(width));
    const titles = this.#columns.map(({ title }) => title);
    return [titles, rule, ...this.#rows].map((cells) => this.#line(cells, widths)).join('\n');
  }

  #line(cells: readonly string[], widths: readonly number[]): string {
    return this.#columns
      .map(({ align }, place) => {
        const cell = cells[place] ?? '';
        const padding = ' '.repeat(Math.max(0, widths[place]! - stringWidth(cell)));
        return align === 'right' ? padding + cell : cell + padding;
      })
      .join(GAP)
      .trimEnd();
  }
}
