import { OrgError } from '../org-error.js';
import { isObject } from './request-body.js';

const MAX_SUBREQUESTS = 25;
const MAX_QUERIES = 5;
const REFERENCE_ID = /^[A-Za-z0-9]\w*$/;
const METHODS: ReadonlySet<unknown> = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);
/** The resources of which a composite request may hold few. */
const EXPENSIVE = /^\/services\/data\/v[\d.]+\/(?:query|queryAll|composite\/sobjects)\b/i;

export interface CompositeSubrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface CompositeRequest {
  readonly allOrNone: boolean;
  readonly subrequests: readonly CompositeSubrequest[];
}

/** @throws OrgError when the request as a whole cannot be run */
export function readCompositeRequest(body: Readonly<Record<string, unknown>>): CompositeRequest {
  const list: unknown = body['compositeRequest'];
  if (!Array.isArray(list) || list.length === 0) {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [compositeRequest]');
  }
  if (list.length > MAX_SUBREQUESTS) {
    throw new OrgError(
      'LIMIT_EXCEEDED',
      `A composite request cannot have more than ${MAX_SUBREQUESTS} subrequests`,
    );
  }
  const subrequests = list.map(readSubrequest);
  if (subrequests.filter(({ url }) => EXPENSIVE.test(url)).length > MAX_QUERIES) {
    throw new OrgError(
      'LIMIT_EXCEEDED',
      `A composite request cannot have more than ${MAX_QUERIES} query or sObject Collections subrequests`,
    );
  }
  refuseDuplicates(subrequests);
  return { allOrNone: body['allOrNone'] === true, subrequests };
}

function readSubrequest(value: unknown): CompositeSubrequest {
  const { method, url, referenceId, httpHeaders, body } = isObject(value) ? value : {};
  if (typeof method !== 'string' || !METHODS.has(method)) {
    throw new OrgError('JSON_PARSER_ERROR', `Invalid HTTP method: ${String(method)}`);
  }
  if (typeof url !== 'string') {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [url]');
  }
  if (typeof referenceId !== 'string' || !REFERENCE_ID.test(referenceId)) {
    throw new OrgError(
      'JSON_PARSER_ERROR',
      `Provided referenceId ('${String(referenceId)}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`,
    );
  }
  return { method, url, referenceId, headers: headersOf(httpHeaders), body };
}

function headersOf(value: unknown): Record<string, string> {
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, content]) => [name, String(content)]))
    : {};
}

function refuseDuplicates(subrequests: readonly CompositeSubrequest[]): void {
  const seen = new Set<string>();
  for (const { referenceId } of subrequests) {
    if (seen.has(referenceId)) {
      throw new OrgError('JSON_PARSER_ERROR', `Duplicate referenceId: ${referenceId}`);
    }
    seen.add(referenceId);
  }
}
