import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ResourceRequest } from '../connection/resource-request.interface.js';
import { InvalidWriteException } from '../exceptions/invalid-write.exception.js';
import type { RecordBody } from '../hydration/record-serializer.js';
import { Binary } from '../protocol/binary.js';
import { withInlineContent } from './inline-content.js';

/** As text in JSON, content is a third longer, and may have 37.5 MB at most. */
const LONGEST_INLINE = 1_048_576;

/**
 * How the body of one record is sent: as JSON, or, with content that is long or in no memory, as a form of two parts, one of
 * them the content as it is. The platform takes one such content a record, and 500 MB of it, of a version of a file 2 GB.
 */
export function recordRequest(body: RecordBody, sobject: string): Pick<ResourceRequest, 'body' | 'headers'> {
  const apart = Object.entries(body).find(([, value]) => value instanceof Binary && isLong(value));
  if (!apart) return { body: withInlineContent(body, sobject) };
  const [field, content] = apart as [string, Binary];
  if (content.spent) {
    throw new InvalidWriteException(
      `${sobject}: the content for ${field} was made of a stream that has been read already. Open it anew for each write.`,
      { fields: [field] },
    );
  }
  const { [field]: _, ...rest } = body;
  return formOf(withInlineContent(rest, sobject), field, content);
}

function isLong({ held }: Binary): boolean {
  return held === undefined || held.byteLength > LONGEST_INLINE;
}

function formOf(
  values: RecordBody,
  field: string,
  content: Binary,
): Pick<ResourceRequest, 'body' | 'headers'> {
  const boundary = randomUUID();
  const head = Buffer.from(
    [
      `--${boundary}`,
      'Content-Disposition: form-data; name="record"',
      'Content-Type: application/json',
      '',
      JSON.stringify(values),
      `--${boundary}`,
      `Content-Disposition: form-data; name="${field}"; filename="content"`,
      'Content-Type: application/octet-stream',
      '',
      '',
    ].join('\r\n'),
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    // What is held can be sent again with a new session, what is streamed cannot.
    body: content.held
      ? Buffer.concat([head, content.held, tail])
      : Readable.from(around(head, content, tail), { objectMode: false }),
  };
}

async function* around(
  head: Uint8Array,
  content: Binary,
  tail: Uint8Array,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield head;
  yield* content.stream();
  yield tail;
}
