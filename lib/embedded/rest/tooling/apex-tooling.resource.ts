import { OrgError } from '../../org-error.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { metadataId } from '../sobjects/metadata-id.js';

/** What development tools ask of Apex, answered as an org answers that has none: nothing compiles, no test runs. */
export const apexToolingResources: readonly DataResource[] = [
  { path: '/tooling/executeAnonymous', methods: { GET: executeAnonymous } },
  { path: '/tooling/completions', methods: { GET: completions } },
  { path: '/tooling/runTestsSynchronous', methods: { GET: runTests, POST: runTests } },
  {
    path: '/tooling/runTestsAsynchronous',
    formats: 'json',
    methods: { GET: enqueueTests, POST: enqueueTests },
  },
];

function executeAnonymous({ query }: DataCall): Answer {
  if (query.get('anonymousBody') === null) {
    throw new OrgError('MISSING_ARGUMENT', 'Required parameter missing: anonymousBody');
  }
  return {
    status: 200,
    body: {
      line: 1,
      column: 1,
      compiled: false,
      success: false,
      compileProblem: 'Apex is not available in this org.',
      exceptionStackTrace: null,
      exceptionMessage: null,
    },
  };
}

function completions({ query }: DataCall): Answer {
  const type = query.get('type');
  if (type === 'apex') return { status: 200, body: { publicDeclarations: {} } };
  if (type === 'visualforce') return { status: 200, body: { completions: {} } };
  throw new OrgError('INVALID_INPUT', `Invalid type of completions: ${String(type)}`);
}

function runTests(): Answer {
  return {
    status: 200,
    body: {
      apexLogId: null,
      codeCoverage: [],
      codeCoverageWarnings: [],
      failures: [],
      flowCoverage: [],
      flowCoverageWarnings: [],
      numFailures: 0,
      numTestsRun: 0,
      successes: [],
      totalTime: 0,
    },
  };
}

/** The id of the job, which has nothing to do. */
function enqueueTests({ body }: DataCall): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json;charset=UTF-8' },
    body: JSON.stringify(metadataId('707', body.text)),
  };
}
