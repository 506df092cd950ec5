import { OrgError } from '../../org-error.js';
import { bufferOf } from './json-value.js';
import { mediaType, parametersOf } from './media-type.js';

/** One part of a multipart body. Its content is a view of the body, not a copy. */
export interface BodyPart {
  readonly name: string;
  readonly contentType: string | undefined;
  readonly content: Uint8Array;
}

const LINE_END = '\r\n';
const HEAD_END = '\r\n\r\n';

/**
 * The parts of a `multipart/form-data` body, in their order.
 *
 * @throws OrgError when it has no boundary or does not hold to it
 */
export function readParts(bytes: Uint8Array, boundary: string | undefined): readonly BodyPart[] {
  if (!boundary) throw invalid('Multipart message must have a boundary');
  const body = bufferOf(bytes);
  const delimiter = `--${boundary}`;
  const parts: BodyPart[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    start += delimiter.length;
    if (body.toString('latin1', start, start + 2) === '--') return parts;
    const end = body.indexOf(LINE_END + delimiter, start);
    if (end < 0) break;
    parts.push(readPart(body.subarray(start, end)));
    start = end + LINE_END.length;
  }
  throw invalid('Multipart message ends before its closing boundary');
}

/** @param part from behind its delimiter to before the next one */
function readPart(part: Buffer): BodyPart {
  const headEnd = part.indexOf(HEAD_END);
  if (headEnd < 0) throw invalid('Multipart message has a part without headers');
  const headers = headersOf(part.toString('utf8', 0, headEnd));
  const disposition = headers.get('content-disposition') ?? '';
  return {
    name: parametersOf(disposition.slice(disposition.indexOf(';'))).get('name') ?? '',
    contentType: headers.get('content-type'),
    content: part.subarray(headEnd + HEAD_END.length),
  };
}

function headersOf(head: string): ReadonlyMap<string, string> {
  return new Map(
    head
      .split(/\r\n(?![ \t])/)
      .filter((line) => line.includes(':'))
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );
}

/** The part that says what the record is; clients send it first or last, and name it as they like. */
export function recordPart(parts: readonly BodyPart[]): BodyPart {
  const part = parts.find(({ contentType }) =>
    /^(?:application\/(?:json|xml)|text\/xml)$/.test(mediaType(contentType ?? '').name),
  );
  if (!part) throw invalid('Multipart message must include a non-binary part');
  return part;
}

function invalid(message: string): OrgError {
  return new OrgError('INVALID_MULTIPART_REQUEST', message);
}
