import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';

/** How records are written: a row of cells each, or a JSON object each. */
export type DataFormat = 'csv' | 'jsonl';

/** What an export says of itself, beside its files. */
export const MANIFEST_FILE = 'manifest.json';

const NAME = /^\w+$/;

/** The file of an object's records; no name of an object leads out of the folder. */
export function dataFileName(object: string, format: DataFormat): string {
  if (NAME.test(object)) return `${object}.${format}`;
  throw new SalesforceConfigurationException(`'${object}' is no API name of an object, so it names no file.`);
}

/** Object and format by the name of a file, or undefined for one that holds no records. */
export function readDataFileName(
  file: string,
): { readonly object: string; readonly format: DataFormat } | undefined {
  const [, object, extension] = /^(\w+)(?:\.failed)?\.(csv|jsonl|ndjson)$/i.exec(file) ?? [];
  if (object === undefined) return undefined;
  return { object, format: extension?.toLowerCase() === 'csv' ? 'csv' : 'jsonl' };
}

/** The file of the rows of an object that were not imported, in a form that can be imported. */
export function failedFileName(object: string): string {
  return `${object}.failed.csv`;
}
