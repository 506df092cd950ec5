import { OrgError } from '../../org-error.js';
import { refusalAnswer, resourceNotFound } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import { isObject } from '../request-body.js';
import type { DataCall, DataResource } from '../resource.interface.js';

const MAX_SUBREQUESTS = 25;
const METHODS: ReadonlySet<unknown> = new Set(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']);
/** What a batch reaches: not everything, and no batch or composite of its own. */
const WITHIN_REACH =
  /^\/?(?:services\/data\/)?v[\d.]+\/(?:actions|chatter|connect|limits|parameterizedSearch|query|queryAll|search|sobjects)\b/i;

const HALTED = refusalAnswer(
  new OrgError('BATCH_PROCESSING_HALTED', 'Batch processing halted per request', { status: 412 }),
);

interface BatchSubrequest {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

/** Several calls in one, each counted as one, that know nothing of each other; each one succeeds or fails by itself. */
export const compositeBatchResource: DataResource = {
  path: '/composite/batch',
  since: 34,
  methods: { POST: batch },
};

function batch(call: DataCall): Answer {
  const { batchRequests, haltOnError } = call.body.object();
  const answers: Answer[] = [];
  for (const [index, subrequest] of readSubrequests(batchRequests).entries()) {
    const isHalted = haltOnError === true && answers.some(isError);
    // The first one is counted as the call itself.
    if (index > 0 && !isHalted) call.org.usage.count();
    answers.push(isHalted ? HALTED : run(call, subrequest));
  }
  return {
    status: 200,
    body: {
      hasErrors: answers.some(isError),
      results: answers.map(({ status, body }) => ({ statusCode: status, result: body ?? null })),
    },
  };
}

function run(call: DataCall, { method, url, body }: BatchSubrequest): Answer {
  if (!WITHIN_REACH.test(url)) return refusalAnswer(resourceNotFound());
  const target = `/services/data/${url.replace(/^\/?(?:services\/data\/)?/i, '')}`;
  const answer = call.dispatch({ method, target, body });
  return answer.body instanceof Uint8Array ? refusalAnswer(resourceNotFound()) : answer;
}

function isError({ status }: Answer): boolean {
  return status >= 400;
}

/** @throws OrgError when the batch as a whole cannot be run */
function readSubrequests(list: unknown): readonly BatchSubrequest[] {
  if (!Array.isArray(list) || list.length === 0) {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [batchRequests]');
  }
  if (list.length > MAX_SUBREQUESTS) {
    throw new OrgError('LIMIT_EXCEEDED', `A batch cannot have more than ${MAX_SUBREQUESTS} subrequests`);
  }
  return list.map(readSubrequest);
}

function readSubrequest(value: unknown): BatchSubrequest {
  const { method, url, richInput } = isObject(value) ? value : {};
  if (typeof method !== 'string' || !METHODS.has(method)) {
    throw new OrgError('JSON_PARSER_ERROR', `Invalid HTTP method: ${String(method)}`);
  }
  if (typeof url !== 'string') {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [url]');
  }
  return { method, url, body: richInput };
}
