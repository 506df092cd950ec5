import { resourceNotFound } from './error-answer.js';

export interface RequestTarget {
  /** Decoded, without empty ones, so that a trailing slash does not matter. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** Takes a target apart. It need not be well encoded: sub-requests carry queries with their spaces. */
export function parseTarget(target: string): RequestTarget {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  return {
    segments: path
      .split('/')
      .filter((segment) => segment !== '')
      .map(decodeSegment),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
  };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw resourceNotFound();
  }
}
