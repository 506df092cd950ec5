import { createReadStream } from 'node:fs';
import { failureReason } from '../../../common/failure-reason.js';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';

/**
 * The text of a file, piece by piece. A byte order mark is no part of it.
 *
 * @throws SalesforceConfigurationException for a file that cannot be opened, or is not UTF-8: what is read by the wrong
 * encoding loses letters, and nobody would notice
 */
export async function* readText(path: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stream = createReadStream(path);
  try {
    for await (const piece of stream) yield decoder.decode(piece as Uint8Array, { stream: true });
    yield decoder.decode();
  } catch (cause) {
    throw new SalesforceConfigurationException(`${path} cannot be read: ${reasonOf(cause)}.`, { cause });
  } finally {
    stream.destroy();
  }
}

/** The lines of a file, without what ends them. @throws SalesforceConfigurationException as `readText` does */
export async function* readLines(path: string): AsyncGenerator<string, void, undefined> {
  let held = '';
  for await (const piece of readText(path)) {
    held += piece;
    if (!piece.includes('\n')) continue;
    const lines = held.split(/\r?\n/);
    held = lines.pop()!;
    yield* lines;
  }
  if (held !== '') yield held;
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'its text is not UTF-8' : failureReason(error);
}
