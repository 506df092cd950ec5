import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';

/**
 * One piece of a path that is a value, such as an id or an external id, encoded for a URL.
 *
 * ```ts
 * const path = `sobjects/Account/ErpNumber__c/${encodePathSegment(erpNumber)}`;
 * ```
 * @throws InvalidQueryException for a value that no URL can carry: an empty one, `.`, `..` or broken Unicode.
 * @publicApi
 */
export function encodePathSegment(value: string): string {
  // A URL parser drops dot segments, encoded ones too, and the call would reach another resource.
  if (value === '' || value === '.' || value === '..') {
    throw new InvalidQueryException(`'${value}' cannot be a piece of a URL's path.`);
  }
  return encode(value);
}

/** The server-relative URL of a resource; see `ResourceRequest` for what `path` may be. */
export function resourceUrl(
  apiVersion: string,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const pathname = path.startsWith('/') ? path : `/services/data/v${apiVersion}/${path}`;
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encode(name)}=${encode(value)}`],
  );
  if (parameters.length === 0) return pathname;
  return `${pathname}${pathname.includes('?') ? '&' : '?'}${parameters.join('&')}`;
}

function encode(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch (cause) {
    throw new InvalidQueryException('The text holds half a surrogate pair, which UTF-8 cannot carry.', {
      cause,
    });
  }
}
