import type { FieldType } from '../../../protocol/field-type.type.js';
import { CsvReader } from '../../../csv/csv-reader.js';
import { CsvLineEndingError } from '../../../csv/csv-line-ending-error.js';
import { CsvSyntaxError } from '../../../csv/csv-syntax-error.js';
import type { CsvDialect } from '../../../csv/csv-dialect.js';
import { toColumn } from '../../engine/column-value.js';
import { OrgError } from '../../org-error.js';
import { clientInputError, invalidBatch } from '../batch-error.js';
import type { ColumnPlan } from './column-plan.js';
import type { IngestRow, RowReader } from './row-reader.interface.js';

/** How the platform calls the types of values that have a notation of their own. */
const XSD_TYPES: Partial<Record<FieldType, string>> = {
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
};

interface CsvRow extends IngestRow {
  readonly cells: readonly string[];
}

/** Reads the rows of a CSV upload. */
export class CsvRowReader implements RowReader {
  readonly plan: ColumnPlan;
  readonly #reader: CsvReader;
  readonly #dialect: CsvDialect;

  /** @throws BatchError when there is no header, or one that cannot be read */
  constructor(
    text: string,
    dialect: CsvDialect,
    options: { readonly from: number; readonly plan: (header: readonly string[]) => ColumnPlan },
  ) {
    this.#dialect = dialect;
    const reader = new CsvReader(text, dialect);
    // An upload of nothing has no rows, and lacks no column.
    const header = text === '' ? [] : this.#read(reader);
    if (!header) throw invalidBatch('Unable to read the header row of the CSV data');
    this.plan = options.plan(header);
    this.#reader = options.from > reader.position ? new CsvReader(text, dialect, options.from) : reader;
  }

  get position(): number {
    return this.#reader.position;
  }

  next(): CsvRow | undefined {
    const cells = this.#read(this.#reader);
    if (!cells) return undefined;
    const { plan } = this;
    return { id: cells[plan.idPlace] ?? '', values: plan.valuesOf(cells), cells };
  }

  /** A value that its field cannot hold is named by the column it stands in. */
  refusal(row: IngestRow, error: OrgError): OrgError {
    if (error.errorCode !== 'JSON_PARSER_ERROR') return error;
    const place = this.plan.columns.findIndex(({ property, field }) => {
      const value = row.values[property];
      return (
        field !== undefined &&
        typeof value !== 'object' &&
        value !== undefined &&
        !fits(() => toColumn(field, value))
      );
    });
    const field = this.plan.columns[place]?.field;
    if (!field) return error;
    const text = (row as CsvRow).cells[place];
    return new OrgError(
      'INVALID_FIELD',
      `Failed to deserialize field at col ${place}. Due to, '${text}' is not a valid value for the type ${XSD_TYPES[field.type] ?? 'xsd:string'}`,
      { fields: [field.name] },
    );
  }

  #read(reader: CsvReader): string[] | undefined {
    try {
      return reader.next();
    } catch (error) {
      if (error instanceof CsvLineEndingError) {
        const setting = this.#dialect.lineEnding === '\n' ? 'LF' : 'CRLF';
        throw clientInputError(
          `LineEnding is invalid on user data. Current LineEnding setting is ${setting}`,
        );
      }
      if (error instanceof CsvSyntaxError) throw clientInputError(`Failed to parse CSV. ${error.message}`);
      throw error;
    }
  }
}

function fits(convert: () => unknown): boolean {
  try {
    convert();
    return true;
  } catch {
    return false;
  }
}
