import { joinSql, type SqlFragment } from './sql-fragment.js';

/** The columns of a statement: each expression once, at a place that its readers know. */
export class SelectList {
  readonly #columns: SqlFragment[] = [];
  readonly #places = new Map<string, number>();

  /** The place of an expression in the rows. */
  add(column: SqlFragment): number {
    const known = column.parameters.length === 0 ? this.#places.get(column.text) : undefined;
    if (known !== undefined) return known;
    const place = this.#columns.push(column) - 1;
    this.#places.set(column.text, place);
    return place;
  }

  get sql(): SqlFragment {
    return joinSql(this.#columns, ', ');
  }
}
