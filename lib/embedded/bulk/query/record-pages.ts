import type { Catalog } from '../../catalog/catalog.js';
import type { QueryExport } from '../../engine/query/query-export.js';
import { writeDecimals } from '../../rest/format/decimal-number.js';
import type { ResultPages } from './result-pages.interface.js';

/** The result of a query as records, each in a line of its own. */
export class RecordPages implements ResultPages {
  readonly header = '';
  readonly #result: QueryExport;
  readonly #catalog: Catalog;

  constructor(result: QueryExport, catalog: Catalog) {
    this.#result = result;
    this.#catalog = catalog;
  }

  get size(): number {
    return this.#result.size;
  }

  page(from: number, count: number): { readonly rows: number; readonly content: string } {
    const records = this.#result.records(from, count);
    writeDecimals(records, this.#catalog);
    return { rows: records.length, content: records.map((record) => `${JSON.stringify(record)}\n`).join('') };
  }
}
