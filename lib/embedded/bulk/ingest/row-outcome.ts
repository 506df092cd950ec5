import { OrgError } from '../../org-error.js';

/** What came of one row. Of a refused one, `id` is what the row itself said. */
export type RowOutcome =
  | { readonly id: string; readonly created: boolean; readonly error?: undefined }
  | { readonly id: string; readonly error: RowError };

export interface RowError {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

type Packed = readonly [id: string, created: 0 | 1] | readonly [id: string, error: RowError];

/** What a single call cannot find has no URL; what a row cannot find is a bad reference in it. */
const NO_SUCH_RECORD: RowError = {
  code: 'INVALID_CROSS_REFERENCE_KEY',
  message: 'invalid cross reference id',
  fields: [],
};

export function rowError(error: OrgError): RowError {
  if (error.errorCode === 'NOT_FOUND') return NO_SUCH_RECORD;
  return { code: error.errorCode, message: error.message, fields: error.fields };
}

/** The one text of a refusal in results of CSV: `REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --`. */
export function errorText({ code, message, fields }: RowError): string {
  return `${code}:${message}:${fields.join(',')}${fields.length > 0 ? ' ' : ''}--`;
}

export function packOutcomes(outcomes: readonly RowOutcome[]): string {
  return JSON.stringify(
    outcomes.map((outcome): Packed => [outcome.id, outcome.error ?? (outcome.created ? 1 : 0)]),
  );
}

export function unpackOutcomes(text: string): RowOutcome[] {
  return (JSON.parse(text) as Packed[]).map(([id, result]) =>
    typeof result === 'number' ? { id, created: result === 1 } : { id, error: result },
  );
}
