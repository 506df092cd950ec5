import type { OrgResponse } from '../org-exchange.interface.js';
import { acceptedCoding, compress } from './content-coding.js';

/** Smaller answers are not worth compressing. */
const COMPRESS_FROM = 8 * 1024;

export interface ContentResponse extends OrgResponse {
  readonly body: Uint8Array;
}

/** A response as bytes, compressed where its client takes that and it pays. */
export async function codedResponse(
  response: OrgResponse,
  acceptEncoding: string | undefined,
): Promise<ContentResponse> {
  const { status, headers } = response;
  const content = typeof response.body === 'string' ? Buffer.from(response.body) : response.body;
  const coding = content.byteLength >= COMPRESS_FROM ? acceptedCoding(acceptEncoding) : undefined;
  if (!coding) return { status, headers, body: content };
  const { etag } = headers;
  return {
    status,
    headers: {
      ...headers,
      'content-encoding': coding,
      vary: headers['vary'] ?? 'Accept-Encoding',
      // The tag names the bytes that were sent.
      ...(etag !== undefined && { etag: etag.replace(/"$/, `--${coding}"`) }),
    },
    body: await compress(content, coding),
  };
}
