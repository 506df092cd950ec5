import { lowerCaseNames } from '../lower-case-names.js';
import type { Interceptor } from '../transport.interface.js';

/** Adds headers to every request; a header the request has itself wins. */
export function headersInterceptor(headers: Readonly<Record<string, string>>): Interceptor {
  const added = lowerCaseNames(headers);
  if (Object.keys(added).length === 0) return (next) => next;
  return (next) => (request) => next({ ...request, headers: { ...added, ...request.headers } });
}
