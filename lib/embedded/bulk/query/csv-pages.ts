import type { FieldType } from '../../../protocol/field-type.type.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { CsvDialect } from '../../../csv/csv-dialect.js';
import { CsvWriter } from '../../../csv/csv-writer.js';
import type { QueryExport } from '../../engine/query/query-export.js';
import { decimalText } from '../../rest/format/decimal-number.js';
import { compoundNotSupported } from './bulk-query-support.js';
import type { ResultPages } from './result-pages.interface.js';

/** From this version on, columns come as they were selected; older ones order them by name. */
const SELECTED_ORDER_SINCE = 50;
const COMPOUNDS: ReadonlySet<FieldType> = new Set(['address', 'location']);
const DECIMALS: ReadonlySet<FieldType> = new Set(['double', 'currency', 'percent']);

interface CsvColumn {
  readonly name: string;
  /** In the rows of the export. */
  readonly place: number;
  readonly text: (value: unknown) => string;
}

/** The result of a query as the rows of a CSV file. */
export class CsvPages implements ResultPages {
  readonly header: string;
  readonly #result: QueryExport;
  readonly #columns: readonly CsvColumn[];
  readonly #writer: CsvWriter;

  /** @throws OrgError for a column that no single cell can hold */
  constructor(
    query: SoqlQuery,
    result: QueryExport,
    options: { readonly apiVersion: string; readonly dialect: CsvDialect },
  ) {
    this.#result = result;
    this.#writer = new CsvWriter(options.dialect);
    this.#columns = columnsOf(query, result);
    if (Number(options.apiVersion) < SELECTED_ORDER_SINCE) {
      this.#columns = this.#columns.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    }
    this.header = this.#writer.row(this.#columns.map(({ name }) => name));
  }

  get size(): number {
    return this.#result.size;
  }

  page(from: number, count: number): { readonly rows: number; readonly content: string } {
    const rows = this.#result.page(from, count);
    let content = '';
    for (const values of rows) {
      content += this.#writer.row(this.#columns.map(({ place, text }) => text(values[place])));
    }
    return { rows: rows.length, content };
  }
}

function columnsOf(query: SoqlQuery, result: QueryExport): readonly CsvColumn[] {
  const expanded = query.select.some(({ kind }) => kind === 'fields');
  return result.columns.flatMap(({ path, type }, place) => {
    if (!COMPOUNDS.has(type)) return [{ name: path.join('.'), place, text: textOf(type) }];
    if (expanded) return [];
    throw compoundNotSupported();
  });
}

/** How values of a type stand in a cell. */
function textOf(type: FieldType): (value: unknown) => string {
  if (type === 'datetime') return (value) => plain(value).replace('+0000', 'Z');
  if (DECIMALS.has(type)) return (value) => (typeof value === 'number' ? decimalText(value) : plain(value));
  return plain;
}

function plain(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
