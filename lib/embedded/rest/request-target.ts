import { resourceNotFound } from './error-answer.js';
import type { ResponseFormat } from './format/response-format.js';

export interface RequestTarget {
  /** Decoded, without empty ones, so that a trailing slash does not matter, and without the suffix of a format. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** What a suffix `.json` or `.xml` of a path below `/services/data` asks for. */
  readonly format?: ResponseFormat;
}

const FORMAT_SUFFIX = /\.(json|xml)$/i;
/** What targets begin with that are whole URLs, as proxies send them. */
const ORIGIN = /^https?:\/\/[^/?#]*/i;
const NO_QUERY = '';

/** Takes a target apart. It need not be well encoded: sub-requests carry queries with their spaces. */
export function parseTarget(target: string): RequestTarget {
  const own = target.startsWith('/') ? target : target.replace(ORIGIN, '');
  const mark = own.indexOf('?');
  const path = mark < 0 ? own : own.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? NO_QUERY : own.slice(mark + 1));
  const segments = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeSegment);
  const last = segments.at(-1) ?? '';
  const suffix = segments.length > 2 && segments[1] === 'data' ? FORMAT_SUFFIX.exec(last) : null;
  if (!suffix) return { segments, query };
  const stem = last.slice(0, suffix.index);
  return {
    segments: [...segments.slice(0, -1), ...(stem === '' ? [] : [stem])],
    query,
    format: suffix[1]!.toLowerCase() as ResponseFormat,
  };
}

/** No segment leads out of the path or ends a text early. */
function decodeSegment(segment: string): string {
  const decoded = segment.includes('%') ? decode(segment) : segment;
  if (decoded === '.' || decoded === '..' || decoded.includes('\0')) throw resourceNotFound();
  return decoded;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw resourceNotFound();
  }
}
