import { basename, extname } from 'node:path';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import { CsvReader } from '../../csv/csv-reader.js';
import { CsvSyntaxError } from '../../csv/csv-syntax-error.js';
import type { SeedSource } from './seed-source.interface.js';

/** The name of a record, for others to refer to. */
const REFERENCE_ID = 'attributes.referenceId';
/** What empties a field, as in files for the Bulk API. */
const NOTHING = '#N/A';

/**
 * The records of a CSV file, whose name is that of their object. Columns are fields; `Account.Ext__c` is the parent with that
 * external id, and `attributes.referenceId` the name that references elsewhere say as `@name`. Empty values say nothing.
 *
 * @throws SalesforceConfigurationException naming the line that cannot be read
 */
export function readSeedTable(text: string, path: string): SeedSource {
  const [header = [], ...rows] = readRows(text, path);
  const data = rows.map((values, place) => {
    if (values.length === header.length) return recordFrom(header, values);
    throw new SalesforceConfigurationException(
      `The seed ${path} cannot be read: row ${place + 1} has ${values.length} values, and the header has ${header.length}.`,
    );
  });
  return { file: path, data, sobject: basename(path, extname(path)), rows: true };
}

function readRows(text: string, path: string): string[][] {
  try {
    return [...new CsvReader(text, { delimiter: ',' })];
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error;
    throw new SalesforceConfigurationException(`The seed ${path} cannot be read: ${error.message}`, {
      cause: error,
    });
  }
}

function recordFrom(header: readonly string[], values: readonly string[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [place, name] of header.entries()) {
    const value = values[place];
    if (value === undefined || value === '') continue;
    const [parent, field] = name.split('.');
    if (name === REFERENCE_ID) record['attributes'] = { referenceId: value };
    else if (field !== undefined) record[parent!] = { [field]: value };
    else record[name] = value === NOTHING ? null : value;
  }
  return record;
}
