import { knownObjectOf } from '../known-records.js';
import type { KnownByKey, RecordReference, WrittenColumn } from './import-column.js';
import type { ImportObject } from './import-plan.js';
import { isRequired } from './import-plan.js';
import type { KnownRecordsResolver } from './known-records.resolver.js';
import { recordKey } from './record-key.js';
import type { SourceCell, SourceRow } from './record-source.js';

/** What is written of a row: a value for each column, in their order; undefined for what stays as it is. */
export type RowValues = readonly SourceCell[];

/** The values of a row, or why it cannot be written. */
export type BuiltRow = { readonly values: RowValues } | { readonly problem: string };

export interface RowBuilderDependencies {
  /** The id that a record of the import has in the org; null when it could not be written, undefined when it is no part of it. */
  readonly idOf: (object: string, key: string) => string | null | undefined;
  readonly known: KnownRecordsResolver;
  /** Whether ids that are no part of the import are of the org itself. */
  readonly sameOrg: boolean;
  /** Told of every value that is left out, and why. */
  readonly leaveOut: (what: string) => void;
}

/** No reason to refuse the row, but no value either. */
const LEFT_OUT = Symbol('left out');

/** Makes of the rows of a file what is written, with the ids of the org in the place of those of the file. */
export class RowBuilder {
  readonly #object: ImportObject;
  readonly #columns: readonly WrittenColumn[];
  readonly #deps: RowBuilderDependencies;

  constructor(object: ImportObject, columns: readonly WrittenColumn[], deps: RowBuilderDependencies) {
    this.#object = object;
    this.#columns = columns;
    this.#deps = deps;
  }

  build({ cells }: SourceRow): BuiltRow {
    const values: SourceCell[] = [];
    for (const column of this.#columns) {
      const cell = cells[column.place];
      const value = cell == null ? this.#nothing(column, cell) : this.#value(column, cell);
      if (typeof value === 'object' && value !== null) return value;
      if (value === LEFT_OUT && isRequired(column.field)) {
        return { problem: `${column.header}: no such record is in the org, and the field needs one.` };
      }
      values.push(value === LEFT_OUT ? undefined : value);
    }
    return { values };
  }

  /** That there was nothing has to be said only where the org would put something there, or a record may be there already. */
  #nothing({ field }: WrittenColumn, cell: null | undefined): SourceCell {
    if (cell === undefined || field.nillable !== true) return undefined;
    const defaulted =
      field.defaultedOnCreate === true || field.picklistValues?.some(({ isDefault }) => isDefault);
    return defaulted === true || this.#object.upsertBy !== undefined ? null : undefined;
  }

  #value(column: WrittenColumn, cell: string): string | typeof LEFT_OUT | { readonly problem: string } {
    if (column.kind === 'reference') return this.#reference(column, cell);
    return column.kind === 'known' ? this.#known(column, cell) : cell;
  }

  #reference(
    { header, field }: RecordReference,
    cell: string,
  ): string | typeof LEFT_OUT | { readonly problem: string } {
    const { idOf, sameOrg } = this.#deps;
    const key = recordKey(cell);
    for (const target of field.referenceTo ?? []) {
      const id = idOf(target, key);
      if (id === null) return { problem: `${header}: the ${target} ${cell} was not imported.` };
      if (id !== undefined) return id;
    }
    if (sameOrg) return cell;
    const known = knownObjectOf(field, key);
    const id = known === undefined ? undefined : this.#deps.known.idOf(known, key, this.#object.name);
    if (id !== undefined) return id;
    const why =
      known === undefined
        ? 'it refers to records that are no part of the import'
        : this.#missing(known, this.#deps.known.nameOf(known, key));
    this.#leaveOut(header, why);
    return LEFT_OUT;
  }

  #known({ header, object, key }: KnownByKey, cell: string): string | typeof LEFT_OUT {
    const id = this.#deps.known.find(object, key, cell, this.#object.name);
    if (id !== undefined) return id;
    this.#leaveOut(header, this.#missing(object, cell));
    return LEFT_OUT;
  }

  #missing(object: string, name: string): string {
    return `the org has no ${object === 'User' ? 'active User' : object} ${name}`;
  }

  #leaveOut(header: string, why: string): void {
    this.#deps.leaveOut(`${this.#object.name}.${header} is left out: ${why}`);
  }
}
