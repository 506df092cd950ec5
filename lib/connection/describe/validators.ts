import type { StoredDescribe } from './describe-store.interface.js';

type Headers = Readonly<Record<string, string | undefined>>;

/**
 * The moment up to which an answer is known to hold what has changed: the one of the last change or, where the answer does
 * not tell it, its own. Dates have no fractions of a second: a change in the very second of the answer may have come after it,
 * so that the second before is the last one that is certain.
 */
export function knownUpTo(headers: Headers): string | undefined {
  const [changed, answered] = [dateOf(headers['last-modified']), dateOf(headers['date'])];
  if (changed === undefined && answered === undefined) return undefined;
  const certain = Math.floor((answered ?? Date.now()) / 1000) * 1000 - 1000;
  return new Date(Math.min(changed ?? certain, certain)).toUTCString();
}

/** The headers that ask for what has changed only. */
export function conditions({ since, etag }: Omit<StoredDescribe, 'body'>): Record<string, string> {
  return {
    ...(since !== undefined && { 'if-modified-since': since }),
    ...(etag !== undefined && { 'if-none-match': etag }),
  };
}

/** Whether what was known at one moment is known at another one without asking. */
export function isKnownAt(since: string | undefined, moment: string | undefined): boolean {
  if (since === undefined || moment === undefined) return false;
  return Date.parse(since) >= Date.parse(moment);
}

function dateOf(header: string | undefined): number | undefined {
  const time = Date.parse(header ?? '');
  return Number.isNaN(time) ? undefined : time;
}
