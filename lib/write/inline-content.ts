import { InvalidWriteException } from '../exceptions/invalid-write.exception.js';
import type { RecordBody } from '../hydration/record-serializer.js';
import { Binary } from '../protocol/binary.js';

/**
 * A body whose contents travel within it, as base64 texts.
 *
 * @param name how messages call the record
 * @throws InvalidWriteException for content that would have to be read first
 */
export function withInlineContent(body: RecordBody, name: string): RecordBody {
  const entries = Object.entries(body);
  if (!entries.some(([, value]) => value instanceof Binary)) return body;
  return Object.fromEntries(
    entries.map(([field, value]) => [field, value instanceof Binary ? base64(value, name, field) : value]),
  );
}

function base64({ held }: Binary, name: string, field: string): string {
  if (held) return Buffer.from(held.buffer, held.byteOffset, held.byteLength).toString('base64');
  throw new InvalidWriteException(
    `${name}: the content for ${field} is that of a stream or of an org, which only an insert or update of a single record ` +
      'sends piece by piece. Write this record alone, or read the content first: Binary.of(await content.bytes()).',
    { fields: [field] },
  );
}
