import type { OrgRequest, OrgResponse } from '../org-exchange.interface.js';

const MAX_HEAD = 16_384;
const MEGABYTE = 1024 * 1024;
const MAX_BODY = 50 * MEGABYTE;
/** Of bodies that bring content in parts. */
const MAX_MULTIPART = 500 * MEGABYTE;

/** How long the body of a request may be. */
export function maxBodyOf(contentType: string | undefined): number {
  return /^\s*multipart\/form-data\b/i.test(contentType ?? '') ? MAX_MULTIPART : MAX_BODY;
}

/** What is refused before the API sees it. */
export function refuseSize({ target, headers, body }: OrgRequest): OrgResponse | undefined {
  if (target.length > MAX_HEAD) return badMessage(414, 'URI Too Long');
  let head = target.length;
  for (const name in headers) head += name.length + (headers[name]?.length ?? 0);
  if (head > MAX_HEAD) return badMessage(431, 'Request Header Fields Too Large');
  if (body.byteLength > maxBodyOf(headers['content-type'])) return bodyTooLarge();
  return undefined;
}

export function bodyTooLarge(): OrgResponse {
  return badMessage(413, 'Request Entity Too Large');
}

/** What the web server in front of the API says, which is HTML. */
export function badMessage(status: number, reason: string): OrgResponse {
  return {
    status,
    headers: { 'content-type': 'text/html;charset=ISO-8859-1' },
    body: `<h1>Bad Message ${status}</h1><pre>reason: ${reason}</pre>`,
  };
}
