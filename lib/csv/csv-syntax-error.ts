/** What is wrong with a CSV text, in the platform's words, and where. */
export class CsvSyntaxError extends Error {
  constructor(
    readonly reason: string,
    /** Of the text, from 1. */
    readonly line: number,
  ) {
    super(`${reason} - Line number ${line}`);
    this.name = 'CsvSyntaxError';
  }
}
