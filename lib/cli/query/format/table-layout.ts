import type { WireRecord } from '../../../protocol/query-response.interface.js';
import type { ResultColumn } from '../result/result-set.interface.js';
import { cellText, cut, padded, widthOf } from './cell-text.js';
import { fittedWidths, GAP } from './column-widths.js';

interface LaidColumn {
  readonly column: ResultColumn;
  readonly width: number;
  readonly align: 'left' | 'right';
  /** Whether longer cells are cut, not only let out of line. */
  readonly isCut: boolean;
}

/** How records are lines of a table: the first of them decide how wide its columns are, so that the others need not be there yet. */
export class TableLayout {
  readonly #columns: readonly LaidColumn[];

  private constructor(columns: readonly LaidColumn[]) {
    this.#columns = columns;
  }

  /**
   * The layout for some columns; undefined where they do not fit.
   *
   * @param width columns of the terminal; absent, lines are as long as they come
   */
  static of(
    columns: readonly ResultColumn[],
    first: readonly WireRecord[],
    width?: number,
  ): TableLayout | undefined {
    const needed = columns.map((column) =>
      first.reduce(
        (widest, record) => Math.max(widest, widthOf(cellText(column.value(record)))),
        widthOf(titleOf(column)),
      ),
    );
    const widths = width === undefined ? needed : fittedWidths(needed, width);
    if (!widths) return undefined;
    return new TableLayout(
      columns.map((column, place) => ({
        column,
        width: widths[place] ?? 0,
        align: isNumeric(column, first) ? 'right' : 'left',
        isCut: width !== undefined,
      })),
    );
  }

  /** The titles, underlined. */
  get head(): readonly string[] {
    return [
      this.#line(({ column }) => titleOf(column)),
      this.#columns.map(({ width }) => '─'.repeat(width)).join(GAP),
    ];
  }

  row(record: WireRecord): string {
    return this.#line(({ column }) => cellText(column.value(record)));
  }

  #line(textOf: (column: LaidColumn) => string): string {
    return this.#columns
      .map((column) => {
        const { width, align, isCut } = column;
        const text = textOf(column);
        return padded(isCut ? cut(text, width) : text, width, align);
      })
      .join(GAP)
      .trimEnd();
  }
}

function titleOf({ title }: ResultColumn): string {
  return cellText(title);
}

function isNumeric(column: ResultColumn, records: readonly WireRecord[]): boolean {
  const values = records.map((record) => column.value(record)).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === 'number');
}
