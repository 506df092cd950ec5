import { CsvSyntaxError } from './csv-syntax-error.js';

/** A text whose rows do not end as its dialect says. */
export class CsvLineEndingError extends CsvSyntaxError {
  constructor(line: number) {
    super('LineEnding is invalid on user data', line);
    this.name = 'CsvLineEndingError';
  }
}
