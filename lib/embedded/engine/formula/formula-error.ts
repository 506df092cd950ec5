/** A formula that cannot be understood, or not by this org; for those who wrote it, never for clients of the API. */
export class FormulaError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FormulaError';
  }
}
