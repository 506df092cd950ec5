import type { OpenCall } from '../../rest/resource.interface.js';
import type { ClientCredentials } from '../connected-apps.js';

/**
 * The parameters of a call of the OAuth services: of the URL and of the body, which wins. Forms come URL-encoded, and from
 * some clients as `multipart/form-data`.
 */
export function oauthForm({ query, headers, body }: OpenCall): URLSearchParams {
  const form = new URLSearchParams(query);
  const boundary = /^multipart\/form-data\b.*\bboundary="?([^";]+)"?/i.exec(
    headers['content-type'] ?? '',
  )?.[1];
  const fields = boundary === undefined ? body.form() : multipartFields(body.text, boundary);
  for (const [name, value] of fields) form.set(name, value);
  return form;
}

/** The client, as form fields or as HTTP Basic. */
export function clientCredentials(
  form: URLSearchParams,
  authorization: string | undefined,
): ClientCredentials {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const [id, secret] = basic ? splitBasic(basic) : [undefined, undefined];
  return { id: form.get('client_id') ?? id, secret: form.get('client_secret') ?? secret };
}

function splitBasic(encoded: string): [string, string] {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}

function multipartFields(text: string, boundary: string): [string, string][] {
  return text.split(`--${boundary}`).flatMap((part) => {
    const gap = part.indexOf('\r\n\r\n');
    const name = gap < 0 ? undefined : /\bname="([^"]*)"/i.exec(part.slice(0, gap))?.[1];
    return name === undefined ? [] : [[name, part.slice(gap + 4).replace(/\r\n$/, '')] as [string, string]];
  });
}
