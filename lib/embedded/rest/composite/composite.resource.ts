import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { readCompositeRequest } from './composite-request.js';
import { runEach, runTogether } from './composite-run.js';

/** The resources that take several calls in one; and several calls in one, each able to refer to those before it. */
export const compositeResource: DataResource = {
  path: '/composite',
  formats: 'json',
  methods: { GET: list, POST: composite },
};

/** Each with the version that brought it. */
const RESOURCES = { tree: 34, batch: 34, sobjects: 42, graph: 50 } as const;

function list({ root, apiVersion }: DataCall): Answer {
  const known = Object.entries(RESOURCES).filter(([, since]) => since <= Number(apiVersion));
  return {
    status: 200,
    body: Object.fromEntries(known.map(([name]) => [name, `${root}/composite/${name}`])),
  };
}

function composite(call: DataCall): Answer {
  const { allOrNone, subrequests } = readCompositeRequest(call.body.object(), Number(call.apiVersion));
  const compositeResponse = allOrNone ? runTogether(call, subrequests).reports : runEach(call, subrequests);
  return { status: 200, body: { compositeResponse } };
}
