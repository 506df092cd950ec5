import type { CsvDialect } from './csv-dialect.js';

/** Writes rows as the platform does: every value in quotes. */
export class CsvWriter {
  readonly #between: string;
  readonly #end: string;

  constructor({ delimiter, lineEnding = '\n' }: CsvDialect) {
    this.#between = `"${delimiter}"`;
    this.#end = `"${lineEnding}`;
  }

  /** @param values without undefined or null ones: what is not there is an empty text */
  row(values: readonly string[]): string {
    let line = '"';
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (i > 0) line += this.#between;
      line += value.includes('"') ? value.replaceAll('"', '""') : value;
    }
    return line + this.#end;
  }
}
