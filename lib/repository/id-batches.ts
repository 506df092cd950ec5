/**
 * Bytes a query may take in a URL. The platform refuses URL and headers of more than 16,384 bytes together; the rest is for
 * host, path, access token and the headers of proxies.
 */
const QUERY_BYTES = 12_000;

/**
 * Splits ids so that the query for each batch stays short enough for a URL.
 *
 * @param queryFor the text of the query for some ids
 */
export function idBatches(
  ids: readonly string[],
  queryFor: (ids: readonly string[]) => string,
): readonly (readonly string[])[] {
  const [first, second] = ids;
  if (first === undefined) return [];
  if (second === undefined) return [ids];
  const one = encodedLength(queryFor([first]));
  const each = encodedLength(queryFor([first, second])) - one;
  const size = 1 + Math.max(0, Math.floor((QUERY_BYTES - one) / each));
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, batch) =>
    ids.slice(batch * size, (batch + 1) * size),
  );
}

/** The longest of the encodings in use: quotes are escaped, and a space takes three bytes. */
function encodedLength(text: string): number {
  return encodeURIComponent(text).replaceAll("'", '%27').length;
}
