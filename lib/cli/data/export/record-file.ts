import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { CsvWriter } from '../../../csv/csv-writer.js';
import type { DataFormat } from '../data-file.js';
import type { ExportRow } from './record-rows.js';

const FLUSH_AT = 1 << 16;

/** A file of records, written as they come. */
export class RecordFile {
  /** Rows so far. */
  records = 0;
  readonly #line: (row: ExportRow) => string;
  readonly #stream: WriteStream;
  #text = '';
  #failure: Error | undefined;
  #closing: Promise<void> | undefined;

  constructor(path: string, format: DataFormat, columns: readonly string[]) {
    this.#stream = createWriteStream(path, { flags: 'wx' }).on('error', (error) => (this.#failure = error));
    this.#line = format === 'csv' ? csvLine(columns) : jsonLine(columns);
    if (format === 'csv') this.#text = new CsvWriter({ delimiter: ',' }).row(columns);
  }

  async write(row: ExportRow): Promise<void> {
    this.records++;
    this.#text += this.#line(row);
    if (this.#text.length >= FLUSH_AT) await this.#flush();
  }

  /** Idempotent. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    if (!this.#stream.closed && !this.#failure) await once(this.#stream, 'close');
    if (this.#failure) throw this.#failure;
  }

  async #flush(): Promise<void> {
    if (this.#failure) throw this.#failure;
    const text = this.#text;
    this.#text = '';
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}

function csvLine(columns: readonly string[]): (row: ExportRow) => string {
  const writer = new CsvWriter({ delimiter: ',' });
  const places = [...columns.keys()];
  return (row) => writer.row(places.map((place) => String(row[place] ?? '')));
}

function jsonLine(columns: readonly string[]): (row: ExportRow) => string {
  return (row) =>
    `${JSON.stringify(Object.fromEntries(columns.map((name, place) => [name, row[place] ?? null])))}\n`;
}
