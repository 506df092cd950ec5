import { OrgError } from '../../../org-error.js';
import { isObject } from '../../request-body.js';
import { type CompositeSubrequest, readSubrequests } from '../composite-request.js';

const MAX_GRAPHS = 75;
const MAX_NODES = 500;
const MAX_DEPTH = 15;
const MAX_KINDS = 15;
const REFERENCE = /@\{\s*(\w+)/g;
/** A record, or the creation of one: all that a node can be about. */
const RECORD_URL = /^\/services\/data\/v([\d.]+)\/sobjects\/([^/?]+)(?:\/[^/?]+){0,2}\/?(?:\?.*)?$/i;

export interface Graph {
  readonly graphId: string;
  readonly nodes: readonly CompositeSubrequest[];
}

/** @throws OrgError when the request as a whole cannot be run */
export function readGraphs(body: Readonly<Record<string, unknown>>, apiVersion: number): readonly Graph[] {
  const list: unknown = body['graphs'];
  if (!Array.isArray(list) || list.length === 0) {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [graphs]');
  }
  limit(list.length, MAX_GRAPHS, 'graphs in one payload');
  const graphs = list.map((value: unknown) => readGraph(value, apiVersion));
  refuseDuplicates(graphs);
  const nodes = graphs.flatMap((graph) => graph.nodes);
  limit(nodes.length, MAX_NODES, 'nodes in one payload');
  limit(new Set(nodes.map(kindOf)).size, MAX_KINDS, 'different nodes in one payload');
  for (const graph of graphs) limit(depthOf(graph), MAX_DEPTH, 'nodes in depth of one graph');
  return graphs;
}

/** Why a node cannot be part of a graph, if it cannot. */
export function nodeRefusal({ url, method }: CompositeSubrequest): OrgError | undefined {
  if (RECORD_URL.test(url) && method !== 'PUT') return undefined;
  return new OrgError('INVALID_INPUT', `Invalid node in a graph: ${method} ${url}`);
}

function readGraph(value: unknown, apiVersion: number): Graph {
  const { graphId, compositeRequest } = isObject(value) ? value : {};
  if (typeof graphId !== 'string' || graphId === '') {
    throw new OrgError('REQUIRED_FIELD_MISSING', 'Required fields are missing: [graphId]');
  }
  return { graphId, nodes: readSubrequests(compositeRequest, apiVersion) };
}

function refuseDuplicates(graphs: readonly Graph[]): void {
  const ids = graphs.map(({ graphId }) => graphId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw new OrgError('JSON_PARSER_ERROR', `Duplicate graphId: ${repeated}`);
}

/** Nodes of one version and one object are of one kind. */
function kindOf({ url }: CompositeSubrequest): string {
  const [, version, object] = RECORD_URL.exec(url) ?? [];
  return `${version}/${object?.toLowerCase()}`;
}

/** The number of nodes on the longest way from a node to what it refers to. */
function depthOf({ nodes }: Graph): number {
  const depths = new Map<string, number>();
  for (const { referenceId, url, body } of nodes) {
    const text = `${url} ${JSON.stringify(body ?? null)}`;
    const before = [...text.matchAll(REFERENCE)].map(([, id = '']) => depths.get(id) ?? 0);
    depths.set(referenceId, 1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depths.values());
}

function limit(count: number, max: number, what: string): void {
  if (count > max) throw new OrgError('LIMIT_EXCEEDED', `Cannot have more than ${max} ${what}`);
}
