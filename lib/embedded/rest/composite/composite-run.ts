import { OrgError } from '../../org-error.js';
import { refusalAnswer } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall } from '../resource.interface.js';
import { resolveReferences, resolveUrl } from './composite-reference.js';
import type { CompositeSubrequest } from './composite-request.js';

/** What becomes of every sub-request but the failed one; thrown, it also rolls their work back. */
const ROLLED_BACK = new OrgError(
  'PROCESSING_HALTED',
  'The transaction was rolled back since another operation in the same transaction failed.',
);

/** What no sub-request reaches: composite requests and their like, the Tooling API, jobs. */
const OUT_OF_REACH =
  /^\/services\/data\/v[\d.]+\/(?:tooling|jobs|async|composite\/?(?:$|\?|batch|graph|tree))/i;

/** The headers of an answer that its report repeats, as they are spelt there. */
const REPORTED_HEADERS = { etag: 'ETag', 'last-modified': 'Last-Modified', location: 'Location' } as const;

export interface SubrequestReport {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** Runs every sub-request, whatever became of those before it; one that refers to a failed one fails as well. */
export function runEach(call: DataCall, subrequests: readonly CompositeSubrequest[]): SubrequestReport[] {
  const bodies = new Map<string, unknown>();
  return subrequests.map((subrequest) => {
    const answer = run(call, subrequest, bodies);
    if (!failed(answer)) bodies.set(subrequest.referenceId, answer.body);
    return report(subrequest, answer);
  });
}

/** Runs the sub-requests up to the first failure, which undoes all of them. */
export function runTogether(
  call: DataCall,
  subrequests: readonly CompositeSubrequest[],
): { readonly reports: readonly SubrequestReport[]; readonly succeeded: boolean } {
  const answers: Answer[] = [];
  const bodies = new Map<string, unknown>();
  try {
    call.org.database.transaction(() => {
      for (const subrequest of subrequests) {
        const answer = run(call, subrequest, bodies);
        answers.push(answer);
        if (failed(answer)) throw ROLLED_BACK;
        bodies.set(subrequest.referenceId, answer.body);
      }
    });
    return { reports: subrequests.map((sub, index) => report(sub, answers[index]!)), succeeded: true };
  } catch (error) {
    if (error !== ROLLED_BACK) throw error;
    const failure = answers.length - 1;
    const reports = subrequests.map((sub, index) =>
      report(sub, index === failure ? answers[index]! : refusalAnswer(ROLLED_BACK)),
    );
    return { reports, succeeded: false };
  }
}

/** What becomes of sub-requests that are not run at all. */
export function haltedReports(
  subrequests: readonly CompositeSubrequest[],
  reason: OrgError,
): SubrequestReport[] {
  return subrequests.map((subrequest) => report(subrequest, refusalAnswer(reason)));
}

function run(call: DataCall, subrequest: CompositeSubrequest, bodies: ReadonlyMap<string, unknown>): Answer {
  try {
    const { method, headers } = subrequest;
    const scope = { bodies, apiVersion: Number(call.apiVersion) };
    const target = resolveUrl(subrequest.url, scope);
    if (OUT_OF_REACH.test(target)) throw notSupported(target);
    const answer = call.dispatch({
      method,
      target,
      headers,
      body: resolveReferences(subrequest.body, scope),
    });
    if (answer.body instanceof Uint8Array) throw notSupported(target);
    return answer;
  } catch (error) {
    if (error instanceof OrgError) return refusalAnswer(error);
    throw error;
  }
}

function notSupported(target: string): OrgError {
  return new OrgError('PROCESSING_HALTED', `Resource not supported in a composite request: ${target}`);
}

/** A collection that could not save every record has not failed by its status; under `allOrNone` it counts as failed. */
function failed({ status, body }: Answer): boolean {
  return status >= 300 || (Array.isArray(body) && body.some(isFailedResult));
}

function isFailedResult(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'success' in item && item.success === false;
}

function report({ referenceId }: CompositeSubrequest, { status, headers, body }: Answer): SubrequestReport {
  const httpHeaders = Object.fromEntries(
    Object.entries(REPORTED_HEADERS).flatMap(([name, spelt]) => {
      const value = headers?.[name];
      return value === undefined ? [] : [[spelt, value]];
    }),
  );
  return { body: body ?? null, httpHeaders, httpStatusCode: status, referenceId };
}
