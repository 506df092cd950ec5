import { InvalidResponseException } from '../exceptions/invalid-response.exception.js';
import { Binary, type BinarySource } from '../protocol/binary.js';

/** Turns what a record has in place of the content of a `base64` field into a handle of it. */
export type ContentDecoder = (value: unknown, source: BinarySource) => Binary;

/** A record has the path of the content, on the org's own host: a session is sent to no other. */
export function contentDecoder(name: string): ContentDecoder {
  return (value, source) => {
    if (typeof value === 'string' && /^\/(?![/\\])/.test(value)) return Binary.at(value, source);
    throw new InvalidResponseException(`The base64 field ${name} arrived in another form.`);
  };
}
