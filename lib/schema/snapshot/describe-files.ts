import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failureReason } from '../../common/failure-reason.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { DescribeSObjectResult } from '../../protocol/describe.interface.js';
import { isDescribe } from './is-describe.js';

/**
 * Reads describes kept as plain JSON: from a file, or from all `.json` files of a folder and the folders in it. A file holds
 * the answer of `GET /sobjects/{name}/describe`, what `sf sobject describe --json` prints, or a list of such.
 *
 * @throws SalesforceConfigurationException naming the file that is missing or holds something else
 */
export async function readDescribeFiles(path: string): Promise<readonly DescribeSObjectResult[]> {
  const files = await filesAt(path);
  if (files.length === 0) throw unreadable(path, 'the folder has no .json file');
  const read = await Promise.all(files.map((file) => readDescribeFile(file)));
  return read.flat();
}

async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(path, failureReason(error), error);
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true }).catch((error: unknown) => {
    throw unreadable(path, failureReason(error), error);
  });
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

async function readDescribeFile(path: string): Promise<readonly DescribeSObjectResult[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, failureReason(error), error);
  });
  const parsed = parse(text, path);
  const values = Array.isArray(parsed) ? (parsed as unknown[]) : [parsed];
  return values.map((value, place) => {
    const describe = unwrapped(value);
    if (isDescribe(describe)) return describe;
    throw unreadable(path, `it holds no describe${values.length > 1 ? ` at [${place}]` : ''}`);
  });
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(path, (error as Error).message, error);
  }
}

/** The Salesforce CLI puts answers into a `result`. */
function unwrapped(value: unknown): unknown {
  const result = (value as { readonly result?: unknown } | null)?.result;
  return typeof result === 'object' && result !== null ? result : value;
}

function unreadable(path: string, reason: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`The describes of ${path} cannot be read: ${reason}.`, {
    cause,
  });
}
