import { OrgError } from '../../org-error.js';
import type { Answer } from '../org-exchange.interface.js';
import type { OpenCall } from '../resource.interface.js';

/** What tells whether a resource is still what a client knows of it. */
export interface Validators {
  /** Without quotes. */
  readonly etag?: string;
  readonly lastModified?: Date;
}

type Headers = OpenCall['headers'];

const IS_TAG_LIST = /^\s*(?:\*|(?:W\/)?"[^"]*"(?:\s*,\s*(?:W\/)?"[^"]*")*)\s*$/;
const TAG = /"([^"]*)"/g;
/** What the server in front adds to the tag of what it compresses. */
const COMPRESSED = /--?gzip$/;

/**
 * Answers a reading call under the conditions of its headers: with 304 where nothing changed, with 412 where the client
 * insists on what is not so any more, or else as `answer` does, together with the validators.
 */
export function conditional(call: OpenCall, validators: Validators, answer: () => Answer): Answer {
  const headers = validatorHeaders(validators);
  if (isStale(call.headers, validators)) throw preconditionFailed();
  if (isUnchanged(call.headers, validators)) return { status: 304, headers };
  const { headers: own, ...rest } = answer();
  return { ...rest, headers: { ...headers, ...own } };
}

/**
 * Checks the conditions of a writing call.
 *
 * @throws OrgError of status 412 where they do not hold, of status 400 where they say nothing
 */
export function requireConditions({ headers }: OpenCall, validators: Validators): void {
  for (const name of ['if-match', 'if-none-match'] as const) {
    if (headers[name] !== undefined && !IS_TAG_LIST.test(headers[name])) throw invalidHeader(name);
  }
  if (headers['if-unmodified-since'] !== undefined && dateOf(headers['if-unmodified-since']) === undefined) {
    throw invalidHeader('if-unmodified-since');
  }
  if (isStale(headers, validators) || isNamed(headers['if-none-match'], validators)) {
    throw preconditionFailed();
  }
}

/** Whether a call has conditions at all; most have none, and need no validators. */
export function hasConditions(headers: Headers): boolean {
  return (
    headers['if-match'] !== undefined ||
    headers['if-none-match'] !== undefined ||
    headers['if-modified-since'] !== undefined ||
    headers['if-unmodified-since'] !== undefined
  );
}

function isStale(headers: Headers, validators: Validators): boolean {
  const { etag, lastModified } = validators;
  const match = headers['if-match'];
  if (match !== undefined && etag !== undefined && IS_TAG_LIST.test(match))
    return !isNamed(match, validators);
  const since = dateOf(headers['if-unmodified-since']);
  return since !== undefined && lastModified !== undefined && seconds(lastModified) > seconds(since);
}

/** The date counts only where the tag says nothing. */
function isUnchanged(headers: Headers, validators: Validators): boolean {
  const { etag, lastModified } = validators;
  const match = headers['if-none-match'];
  if (match !== undefined && etag !== undefined && IS_TAG_LIST.test(match)) return isNamed(match, validators);
  const since = dateOf(headers['if-modified-since']);
  return since !== undefined && lastModified !== undefined && seconds(lastModified) <= seconds(since);
}

function isNamed(list: string | undefined, { etag }: Validators): boolean {
  if (list === undefined || etag === undefined) return false;
  if (list.trim() === '*') return true;
  return Array.from(list.matchAll(TAG), ([, tag = '']) => tag.replace(COMPRESSED, '')).includes(etag);
}

function validatorHeaders({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(lastModified && { 'last-modified': lastModified.toUTCString() }),
    ...(etag !== undefined && { etag: `"${etag}"` }),
  };
}

function dateOf(header: string | undefined): Date | undefined {
  if (header === undefined) return undefined;
  const date = new Date(header);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}

function preconditionFailed(): OrgError {
  return new OrgError('PRECONDITION_FAILED', 'The precondition given in the request headers is not met', {
    status: 412,
  });
}

function invalidHeader(name: string): OrgError {
  return new OrgError('INVALID_HEADER', `The value of the header ${name} is invalid`);
}
