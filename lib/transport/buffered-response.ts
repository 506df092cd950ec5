import { Readable } from 'node:stream';
import type { TransportResponse } from './transport.interface.js';

/** An answer whose body has been read already, for the reader after the one who had to look into it. */
export function bufferedResponse(
  { status, headers }: Pick<TransportResponse, 'status' | 'headers'>,
  body: string,
): TransportResponse {
  return {
    status,
    headers,
    text: async () => body,
    bytes: async () => Buffer.from(body),
    stream: () => Readable.from([Buffer.from(body)]),
  };
}
