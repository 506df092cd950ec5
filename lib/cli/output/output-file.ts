import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { failureReason } from '../../common/failure-reason.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { TextSink } from './text-sink.interface.js';

/**
 * Writes a file that is there as a whole or not at all: what is written goes beside it, and takes its place in the end.
 *
 * @throws SalesforceConfigurationException when there can be no such file
 */
export async function writeOutputFile<T>(path: string, write: (sink: TextSink) => Promise<T>): Promise<T> {
  if (await isFolder(path)) throw notWritten(path, 'it is a folder');
  const partial = `${path}.${randomUUID()}.partial`;
  const file = await open(partial, 'wx').catch((cause: unknown) => {
    throw notWritten(path, failureReason(cause), cause);
  });
  try {
    const result = await write({ write: (text) => file.writeFile(text) }).finally(() => file.close());
    await rename(partial, path);
    return result;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

function notWritten(path: string, reason: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`${path} cannot be written: ${reason}.`, { cause });
}
