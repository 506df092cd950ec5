import { OrgError } from '../../org-error.js';
import { isObject } from '../request-body.js';

const MAX_SUBREQUESTS = 25;
const MAX_QUERIES = 5;
const REFERENCE_ID = /^[A-Za-z0-9]\w*$/;
/** Before this version a reference id may be anything; only those that refer to it fail. */
const STRICT_VERSION = 52;
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

/**
 * `collateSubrequests` is passed over: it makes calls fewer where every one costs a trip, and changes no answer.
 *
 * @throws OrgError when the request as a whole cannot be run
 */
export function readCompositeRequest(
  body: Readonly<Record<string, unknown>>,
  apiVersion: number,
): CompositeRequest {
  const subrequests = readSubrequests(body['compositeRequest'], apiVersion);
  if (subrequests.length > MAX_SUBREQUESTS) {
    throw new OrgError(
      'LIMIT_EXCEEDED',
      `A composite request cannot have more than ${MAX_SUBREQUESTS} subrequests`,
    );
  }
  if (subrequests.filter(({ url }) => EXPENSIVE.test(url)).length > MAX_QUERIES) {
    throw new OrgError(
      'LIMIT_EXCEEDED',
      `A composite request cannot have more than ${MAX_QUERIES} query or sObject Collections subrequests`,
    );
  }
  return { allOrNone: body['allOrNone'] === true, subrequests };
}

/** @throws OrgError for a list that is none, is empty, or names two sub-requests alike */
export function readSubrequests(list: unknown, apiVersion: number): readonly CompositeSubrequest[] {
  if (!Array.isArray(list) || list.length === 0) {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [compositeRequest]');
  }
  const subrequests = list.map((value: unknown) => readSubrequest(value, apiVersion));
  refuseDuplicates(subrequests);
  return subrequests;
}

function readSubrequest(value: unknown, apiVersion: number): CompositeSubrequest {
  const { method, url, referenceId, httpHeaders, body } = isObject(value) ? value : {};
  if (typeof method !== 'string' || !METHODS.has(method)) {
    throw new OrgError('JSON_PARSER_ERROR', `Invalid HTTP method: ${String(method)}`);
  }
  if (typeof url !== 'string') {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [url]');
  }
  if (typeof referenceId !== 'string' || (apiVersion >= STRICT_VERSION && !REFERENCE_ID.test(referenceId))) {
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
