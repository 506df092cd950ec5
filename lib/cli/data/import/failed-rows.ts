import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { failedFileName } from '../data-file.js';
import { RecordFile } from '../export/record-file.js';
import { NULL_CELL, type SourceRow } from './record-source.js';

/** What the Bulk API calls the column, too. */
const ERROR_COLUMN = 'sf__Error';

/** The rows of one object that were not imported, in a file beside those of the import: each behind what is wrong with it. */
export class FailedRows {
  /** Where they are, once they are there. */
  readonly path: string;
  readonly #header: readonly string[];
  readonly #places: readonly number[];
  readonly #work: string;
  #file: RecordFile | undefined;

  constructor(folder: string, object: string, header: readonly string[]) {
    this.path = join(folder, failedFileName(object));
    this.#work = join(folder, `.${object}.${randomBytes(6).toString('hex')}.failed`);
    this.#places = header.flatMap((name, place) => (name === ERROR_COLUMN ? [] : [place]));
    this.#header = [ERROR_COLUMN, ...this.#places.map((place) => header[place]!)];
  }

  get count(): number {
    return this.#file?.records ?? 0;
  }

  async add({ cells }: SourceRow, error: string): Promise<void> {
    this.#file ??= new RecordFile(this.#work, 'csv', this.#header);
    const values = this.#places.map((place) => (cells[place] === null ? NULL_CELL : (cells[place] ?? '')));
    await this.#file.write([error, ...values]);
  }

  /** Puts the file in its place; where no row failed, the file of an earlier run is taken away. */
  async close(): Promise<void> {
    if (this.#file) await this.#place(this.#file);
    else await rm(this.path, { force: true });
  }

  /**
   * Of an import that was not finished: the file of an earlier run stays where no row has failed yet.
   *
   * @param source the file that is imported, which still has rows that were not tried: none takes its place
   */
  async closeUnfinished(source: string): Promise<void> {
    if (!this.#file) return;
    if (source !== this.path) return this.#place(this.#file);
    await this.#file.close();
    await rm(this.#work, { force: true });
  }

  async #place(file: RecordFile): Promise<void> {
    await file.close();
    await rename(this.#work, this.path);
  }
}
