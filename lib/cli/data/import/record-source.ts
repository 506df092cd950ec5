import { csvRows } from '../../../csv/csv-rows.js';
import { CsvSyntaxError } from '../../../csv/csv-syntax-error.js';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import type { DataFormat } from '../data-file.js';
import { readLines, readText } from './text-file.js';

/** What a row says in one column: a text, that there is nothing, or (undefined) that the field is not its concern. */
export type SourceCell = string | null | undefined;

export interface SourceRow {
  /** From 1, the header not counted. */
  readonly number: number;
  readonly cells: readonly SourceCell[];
}

export interface RecordSourceOptions {
  readonly object: string;
  readonly path: string;
  readonly format: DataFormat;
  /** Whether what is empty had no value where it comes from, rather than not being told. @default false */
  readonly emptyIsNull?: boolean;
}

/** What the Bulk API writes for null, where an empty cell leaves the field as it is. */
export const NULL_CELL = '#N/A';

/** A file of records of one object, read row by row, as often as needed. */
export class RecordSource {
  readonly object: string;
  readonly path: string;
  readonly #options: RecordSourceOptions;
  #header: readonly string[] | undefined;

  constructor(options: RecordSourceOptions) {
    this.object = options.object;
    this.path = options.path;
    this.#options = options;
  }

  /** The names of the columns; of JSON lines, the members of all of them. */
  async header(): Promise<readonly string[]> {
    this.#header ??= await this.#readHeader();
    return this.#header;
  }

  /** @throws SalesforceConfigurationException naming the line that cannot be read */
  async *rows(): AsyncGenerator<SourceRow, void, undefined> {
    const header = await this.header();
    let number = 0;
    if (this.#options.format === 'jsonl') {
      for await (const members of this.#objects()) {
        yield { number: ++number, cells: header.map((name) => members.get(name)) };
      }
      return;
    }
    for await (const values of this.#lines()) {
      if (number++ === 0) continue;
      if (values.length !== header.length) {
        throw this.#unreadable(`row ${number - 1} has ${values.length} of ${header.length} columns`);
      }
      yield { number: number - 1, cells: values.map((value) => this.#cell(value)) };
    }
  }

  #cell(value: string): SourceCell {
    if (value === NULL_CELL) return null;
    if (value !== '') return value;
    return this.#options.emptyIsNull ? null : undefined;
  }

  async #readHeader(): Promise<readonly string[]> {
    if (this.#options.format === 'jsonl') {
      const names = new Set<string>();
      for await (const members of this.#objects()) for (const name of members.keys()) names.add(name);
      return [...names];
    }
    for await (const first of this.#lines()) {
      const names = first.map((name) => name.trim());
      this.#requireColumns(names);
      return names;
    }
    throw this.#unreadable('it is empty');
  }

  #requireColumns(names: readonly string[]): void {
    if (names.length === 1 && /[;\t|]/.test(names[0]!)) {
      throw this.#unreadable('what divides its columns is no comma');
    }
    const nameless = names.indexOf('');
    if (nameless >= 0) throw this.#unreadable(`column ${nameless + 1} has no name`);
    const lower = names.map((name) => name.toLowerCase());
    const twice = names.find((_, place) => lower.indexOf(lower[place]!) !== place);
    if (twice !== undefined) throw this.#unreadable(`it has two columns '${twice}'`);
  }

  async *#lines(): AsyncGenerator<string[], void, undefined> {
    try {
      yield* csvRows(readText(this.path), { delimiter: ',' });
    } catch (error) {
      throw error instanceof CsvSyntaxError ? this.#unreadable(error.message) : error;
    }
  }

  async *#objects(): AsyncGenerator<ReadonlyMap<string, SourceCell>, void, undefined> {
    let number = 0;
    for await (const line of readLines(this.path)) {
      number++;
      if (line.trim() !== '') yield this.#members(line, number);
    }
  }

  #members(text: string, line: number): ReadonlyMap<string, SourceCell> {
    const members = new Map<string, SourceCell>();
    try {
      const record = JSON.parse(text) as unknown;
      if (typeof record !== 'object' || record === null || Array.isArray(record)) throw new TypeError(text);
      addMembers(record, '', members);
    } catch {
      throw this.#unreadable(`line ${line} is no JSON object`);
    }
    return members;
  }

  #unreadable(why: string): SalesforceConfigurationException {
    return new SalesforceConfigurationException(`${this.path} cannot be read: ${why}.`);
  }
}

/** What a parent says stands behind its name and a dot: `Account.ErpNumber__c`. */
function addMembers(record: object, before: string, members: Map<string, SourceCell>): void {
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') continue;
    if (Array.isArray(value)) members.set(before + name, value.map(String).join(';'));
    else if (typeof value === 'object' && value !== null)
      addMembers(value as object, `${before}${name}.`, members);
    else members.set(before + name, value === null || value === '' ? null : String(value));
  }
}
