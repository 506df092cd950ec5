import { describe, expect, it } from '@jest/globals';
import { ColumnPlan } from '../../../../../lib/embedded/bulk/ingest/column-plan.js';
import { CsvRowReader } from '../../../../../lib/embedded/bulk/ingest/csv-row-reader.js';
import { Catalog } from '../../../../../lib/embedded/catalog/catalog.js';
import type { CsvDialect } from '../../../../../lib/csv/csv-dialect.js';
import { OrgError } from '../../../../../lib/embedded/org-error.js';

const catalog = Catalog.standard();

function plan(header: readonly string[]): ColumnPlan {
  return new ColumnPlan(header, catalog.get('Contact')!, catalog);
}

function reader(
  text: string,
  from = 0,
  dialect: CsvDialect = { delimiter: ',', lineEnding: '\n' },
): CsvRowReader {
  return new CsvRowReader(text, dialect, { from, plan });
}

describe('CsvRowReader', () => {
  it('reads rows as ids and values', () => {
    const rows = reader('Id,LastName,Phone\n003,Doe,\n,Roe,1\n');
    expect(rows.next()).toMatchObject({ id: '003', values: { LastName: 'Doe' } });
    expect(rows.next()).toMatchObject({ id: '', values: { LastName: 'Roe', Phone: '1' } });
    expect(rows.next()).toBeUndefined();
  });

  it('goes on where another one stopped', () => {
    const text = 'LastName\nDoe\nRoe\n';
    const first = reader(text);
    first.next();
    expect(first.position).toBe(13);
    expect(reader(text, first.position).next()).toMatchObject({ values: { LastName: 'Roe' } });
  });

  it('names the column of a value that its field cannot hold', () => {
    const rows = reader('LastName,Birthdate\nDoe,yesterday\n');
    const refusal = rows.refusal(rows.next()!, new OrgError('JSON_PARSER_ERROR', 'Cannot deserialize'));
    expect([refusal.errorCode, refusal.message, refusal.fields]).toEqual([
      'INVALID_FIELD',
      "Failed to deserialize field at col 1. Due to, 'yesterday' is not a valid value for the type xsd:date",
      ['Birthdate'],
    ]);
  });

  it('finds no rows in nothing', () => {
    const rows = reader('');
    expect(rows.next()).toBeUndefined();
    expect(() => rows.plan.requireFor('delete', undefined)).not.toThrow();
  });

  it('leaves other refusals as they are', () => {
    const rows = reader('LastName\nDoe\n');
    const row = rows.next()!;
    for (const code of ['DUPLICATE_VALUE', 'JSON_PARSER_ERROR']) {
      const error = new OrgError(code, 'said');
      expect(rows.refusal(row, error)).toBe(error);
    }
  });

  it.each([
    ['\n\n', 'InvalidBatch : Unable to read the header row of the CSV data'],
    [
      '"LastName\n',
      'ClientInputError : Failed to parse CSV. EOF reached before closing an opened quote - Line number 2',
    ],
    [
      'LastName\r\nDoe\r\n',
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => reader(text)).toThrow(message);
  });

  it('says which line end was agreed', () => {
    expect(() => reader('LastName\n', 0, { delimiter: ',', lineEnding: '\r\n' })).toThrow(
      'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is CRLF',
    );
  });
});
