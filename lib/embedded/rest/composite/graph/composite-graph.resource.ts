import { OrgError } from '../../../org-error.js';
import type { Answer } from '../../org-exchange.interface.js';
import type { DataCall, DataResource } from '../../resource.interface.js';
import { haltedReports, runTogether, type SubrequestReport } from '../composite-run.js';
import { type Graph, nodeRefusal, readGraphs } from './graph-request.js';

/** After more failed graphs than that, the rest is not run. */
const MAX_FAILURES = 14;

const HALTED = new OrgError(
  'PROCESSING_HALTED',
  'Processing was halted since too many graphs of the request failed.',
);

/** Several composite requests in one: each of them succeeds or fails as a whole, and by itself. */
export const compositeGraphResource: DataResource = {
  path: '/composite/graph',
  formats: 'json',
  since: 50,
  methods: { POST: graphs },
};

interface GraphResult {
  readonly graphId: string;
  readonly graphResponse: { readonly compositeResponse: readonly SubrequestReport[] };
  readonly isSuccessful: boolean;
}

function graphs(call: DataCall): Answer {
  const results: GraphResult[] = [];
  let failures = 0;
  for (const graph of readGraphs(call.body.object(), Number(call.apiVersion))) {
    const result =
      failures > MAX_FAILURES ? unsuccessful(graph, haltedReports(graph.nodes, HALTED)) : run(call, graph);
    if (!result.isSuccessful) failures += 1;
    results.push(result);
  }
  return { status: 200, body: { graphs: results } };
}

function run(call: DataCall, graph: Graph): GraphResult {
  const refusal = graph.nodes.map(nodeRefusal).find((found) => found !== undefined);
  if (refusal) return unsuccessful(graph, haltedReports(graph.nodes, refusal));
  const { reports, succeeded } = runTogether(call, graph.nodes);
  return {
    graphId: graph.graphId,
    graphResponse: { compositeResponse: reports },
    isSuccessful: succeeded,
  };
}

function unsuccessful({ graphId }: Graph, reports: readonly SubrequestReport[]): GraphResult {
  return { graphId, graphResponse: { compositeResponse: reports }, isSuccessful: false };
}
