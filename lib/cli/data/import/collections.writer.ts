import type { SalesforceConnection } from '../../../connection/salesforce-connection.js';
import { InvalidResponseException } from '../../../exceptions/invalid-response.exception.js';
import { isLostAnswer } from '../../../exceptions/lost-answer.js';
import { SalesforceException } from '../../../exceptions/salesforce.exception.js';
import { NUMERIC_FIELD_TYPES } from '../../../protocol/field-type.type.js';
import type { SaveResult } from '../../../protocol/save-result.interface.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { WrittenColumn } from './import-column.js';
import type { SourceCell } from './record-source.js';
import type {
  PreparedRow,
  RowWriter,
  WriteJournal,
  WriteRequest,
  WriteResult,
} from './row-writer.interface.js';

/** What one call of the collections resource takes. */
export const ROWS_A_CALL = 200;

const RESOURCE = 'composite/sobjects';

/** Writes rows 200 a call. */
export class CollectionsWriter implements RowWriter {
  readonly #connection: SalesforceConnection;

  constructor(connection: SalesforceConnection) {
    this.#connection = connection;
  }

  async *write(
    request: WriteRequest,
    rows: AsyncIterable<PreparedRow>,
    journal: WriteJournal,
  ): AsyncGenerator<readonly WriteResult[], void, undefined> {
    let batch: PreparedRow[] = [];
    for await (const row of rows) {
      batch.push(row);
      if (batch.length < ROWS_A_CALL) continue;
      yield await this.#send(request, batch, journal);
      batch = [];
    }
    if (batch.length > 0) yield await this.#send(request, batch, journal);
  }

  async #send(
    request: WriteRequest,
    rows: readonly PreparedRow[],
    journal: WriteJournal,
  ): Promise<readonly WriteResult[]> {
    await journal.sent(rows);
    try {
      const { object, operation, externalIdField = '' } = request;
      const path =
        operation === 'upsert' ? `${RESOURCE}/${object}/${encodeURIComponent(externalIdField)}` : RESOURCE;
      const results = await this.#connection.resource<readonly SaveResult[]>({
        method: operation === 'insert' ? 'POST' : 'PATCH',
        path,
        body: { allOrNone: false, records: rows.map((row) => recordOf(request, row)) },
      });
      if (Array.isArray(results) && results.length === rows.length) {
        return rows.map((row, place) => resultOf(row, results[place]!));
      }
      throw new InvalidResponseException(`The answer does not say of each ${object} what came of it.`, {
        connection: this.#connection.name,
      });
    } catch (error) {
      if (isRefusal(error)) await journal.refused(rows);
      throw error;
    }
  }
}

/** Whether the org itself has said no to a call as a whole. Otherwise, the answer may have been lost after the work. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof SalesforceException)) return false;
  return error.errorCode !== undefined || !(isLostAnswer(error) || error instanceof InvalidResponseException);
}

function resultOf(row: PreparedRow, { success, id, created, errors = [] }: SaveResult): WriteResult {
  if (success) return { row, id: id ?? row.id ?? '', created: created ?? row.id === undefined };
  const [first] = errors;
  return { row, error: first ? `${first.statusCode}: ${first.message}` : 'refused without a reason' };
}

function recordOf({ object, columns }: WriteRequest, { id, values }: PreparedRow): Record<string, unknown> {
  const record: Record<string, unknown> = { attributes: { type: object } };
  if (id !== undefined) record['id'] = id;
  for (const [place, column] of columns.entries()) {
    const value = values[place];
    if (value !== undefined) setValue(record, column, value);
  }
  return record;
}

function setValue(
  record: Record<string, unknown>,
  column: WrittenColumn,
  value: NonNullable<SourceCell> | null,
): void {
  const { field } = column;
  if (value === null) record[field.name] = null;
  else if (column.kind === 'parent') {
    const { target, key } = column;
    record[field.relationshipName ?? field.name] = {
      attributes: { type: target.name },
      [key.name]: jsonValue(key, value),
    };
  } else record[field.name] = jsonValue(field, value);
}

function jsonValue({ type }: FieldDefinition, text: string): string | number | boolean {
  if (type === 'boolean') return text === '1' || text.toLowerCase() === 'true';
  return NUMERIC_FIELD_TYPES.has(type) ? Number(text) : text;
}
