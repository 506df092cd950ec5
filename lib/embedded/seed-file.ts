import { readFile } from 'node:fs/promises';
import type { SeedData } from '../connection/connection-options.interface.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import { jsonSyntaxError } from './rest/json-syntax-error.js';

/** Reads a seed from a JSON file. @throws SalesforceConfigurationException when that cannot be done */
export async function readSeedFile(path: string): Promise<SeedData> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error as Error);
  });
  try {
    return JSON.parse(text) as SeedData;
  } catch {
    throw unreadable(path, jsonSyntaxError(text));
  }
}

function unreadable(path: string, cause: Error): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`The seed ${path} cannot be read: ${cause.message}`, { cause });
}
