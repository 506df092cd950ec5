import { knownObjectOf } from '../known-records.js';
import { isWritten, type WrittenColumn } from './import-column.js';
import { type ImportObject, isRequired } from './import-plan.js';
import type { KnownRecordsResolver } from './known-records.resolver.js';
import { recordKey } from './record-key.js';
import type { SourceCell, SourceRow } from './record-source.js';
import { valueComplaint } from './value-check.js';

/** Complaints that are shown; the others are counted. */
const SHOWN = 20;

/** Reads all rows of an import before anything is written, and says what the org would refuse. */
export class RowCheck {
  /** In a line each. */
  readonly complaints: string[] = [];
  /** How many there are altogether. */
  total = 0;
  /** Rows by object. */
  readonly rows = new Map<string, number>();
  readonly #known: KnownRecordsResolver;

  constructor(known: KnownRecordsResolver) {
    this.#known = known;
  }

  async read(object: ImportObject, signal?: AbortSignal): Promise<void> {
    const idPlace = object.columns.findIndex(({ kind }) => kind === 'id');
    const columns = object.columns.filter(isWritten);
    const ids = new Set<string>();
    let rows = 0;
    for await (const row of object.source.rows()) {
      signal?.throwIfAborted();
      rows++;
      const id = row.cells[idPlace];
      if (id != null && !isNew(ids, recordKey(id))) {
        this.#complain(object, row, `the id ${id} was there before`);
      }
      for (const column of columns) this.#check(object, row, column, row.cells[column.place]);
    }
    this.rows.set(object.name, rows);
  }

  #check(object: ImportObject, row: SourceRow, column: WrittenColumn, cell: SourceCell): void {
    const { field, header } = column;
    if (cell == null) {
      const needed = isRequired(field) && object.upsertBy === undefined;
      const key = field.name === object.upsertBy?.name;
      if (needed || key) this.#complain(object, row, `${header} is empty, and is needed`);
    } else if (column.kind === 'value') {
      const complaint = valueComplaint(field, cell);
      if (complaint !== undefined) this.#complain(object, row, `${header} ${complaint}`);
    } else if (column.kind === 'known') {
      this.#known.want(column.object, column.key, cell);
    } else if (column.kind === 'reference') {
      const known = knownObjectOf(field, cell);
      if (known !== undefined) this.#known.wantId(known, recordKey(cell));
    }
  }

  #complain({ source }: ImportObject, { number }: SourceRow, what: string): void {
    this.total++;
    if (this.complaints.length < SHOWN) this.complaints.push(`${source.path}, row ${number}: ${what}.`);
  }
}

function isNew(ids: Set<string>, id: string): boolean {
  if (ids.has(id)) return false;
  ids.add(id);
  return true;
}
