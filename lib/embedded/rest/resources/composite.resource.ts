import { OrgError } from '../../org-error.js';
import { resolveReferences, resolveUrl } from '../composite-reference.js';
import { type CompositeSubrequest, readCompositeRequest } from '../composite-request.js';
import { refusalAnswer } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';

/** What becomes of every sub-request but the failed one; thrown, it also rolls their work back. */
const HALTED = new OrgError(
  'PROCESSING_HALTED',
  'The transaction was rolled back since another operation in the same transaction failed.',
);

/** Several calls in one, each able to refer to the answers of those before it. */
export const compositeResource: DataResource = {
  path: '/composite',
  methods: { POST: composite },
};

function composite(call: DataCall): Answer {
  const { allOrNone, subrequests } = readCompositeRequest(call.body.object());
  const answers = allOrNone ? runTogether(call, subrequests) : runEach(call, subrequests);
  return {
    status: 200,
    body: {
      compositeResponse: subrequests.map(({ referenceId }, index) => report(answers[index], referenceId)),
    },
  };
}

function runEach(call: DataCall, subrequests: readonly CompositeSubrequest[]): Answer[] {
  const bodies = new Map<string, unknown>();
  return subrequests.map((subrequest) => {
    const answer = run(call, subrequest, bodies);
    if (!failed(answer)) bodies.set(subrequest.referenceId, answer.body);
    return answer;
  });
}

/** Stops at the first failure and undoes what came before it. */
function runTogether(call: DataCall, subrequests: readonly CompositeSubrequest[]): Answer[] {
  const answers: Answer[] = [];
  const bodies = new Map<string, unknown>();
  try {
    call.org.database.transaction(() => {
      for (const subrequest of subrequests) {
        const answer = run(call, subrequest, bodies);
        answers.push(answer);
        if (failed(answer)) throw HALTED;
        bodies.set(subrequest.referenceId, answer.body);
      }
    });
    return answers;
  } catch (error) {
    if (error !== HALTED) throw error;
    const halted = refusalAnswer(HALTED);
    return subrequests.map((_, index) => (index === answers.length - 1 ? answers[index]! : halted));
  }
}

function run(call: DataCall, subrequest: CompositeSubrequest, bodies: ReadonlyMap<string, unknown>): Answer {
  try {
    const { method, headers } = subrequest;
    const target = resolveUrl(subrequest.url, bodies);
    return call.dispatch({ method, target, headers, body: resolveReferences(subrequest.body, bodies) });
  } catch (error) {
    if (error instanceof OrgError) return refusalAnswer(error);
    throw error;
  }
}

/** A collection that could not save every record has not failed by its status; under `allOrNone` it counts as failed. */
function failed({ status, body }: Answer): boolean {
  return status >= 300 || (Array.isArray(body) && body.some(isFailedResult));
}

function isFailedResult(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'success' in item && item.success === false;
}

function report(answer: Answer | undefined, referenceId: string): unknown {
  const { location } = answer?.headers ?? {};
  return {
    body: answer?.body ?? null,
    httpHeaders: location === undefined ? {} : { Location: location },
    httpStatusCode: answer?.status,
    referenceId,
  };
}
