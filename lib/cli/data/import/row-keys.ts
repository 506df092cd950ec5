import { hashOfCells } from '../hash-of-cells.js';
import type { ImportColumn } from './import-column.js';
import { recordKey } from './record-key.js';
import { NULL_CELL, type SourceRow } from './record-source.js';

/**
 * What the rows of a file are told apart by, from one run to the next: the id, or what else the file itself names the record
 * by; of a file without ids, all that the row says. Equal rows are counted.
 */
export class RowKeys {
  readonly #idPlace: number;
  readonly #places: readonly number[];
  readonly #counts = new Map<string, number>();

  constructor(columns: readonly ImportColumn[]) {
    this.#idPlace = columns.findIndex(({ kind }) => kind === 'id');
    // What a file of failed rows says of them is not of the row.
    this.#places = columns.flatMap((column, place) =>
      column.kind === 'ignored' && !column.field ? [] : [place],
    );
  }

  /** To be asked for every row once, in their order. */
  of({ cells }: SourceRow): string {
    const id = cells[this.#idPlace];
    if (id != null) return recordKey(id);
    const said = this.#places.map((place) => cells[place] ?? (cells[place] === null ? NULL_CELL : ''));
    const hash = hashOfCells(said);
    const before = this.#counts.get(hash) ?? 0;
    this.#counts.set(hash, before + 1);
    return before === 0 ? `#${hash}` : `#${hash}:${before}`;
  }
}
