import { OrgError } from '../../org-error.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';

const BATCH_SIZE = /\bbatchSize\s*=\s*(\d+)/i;

/** SOQL: the first page of a query and, by its locator, each next one; with and without deleted records; and its plan. */
export const queryResources: readonly DataResource[] = [
  { path: '/query', methods: { GET: (call) => run(call, false) } },
  { path: '/query/:locator', methods: { GET: (call) => more(call, false) } },
  { path: '/queryAll', methods: { GET: (call) => run(call, true) } },
  { path: '/queryAll/:locator', methods: { GET: (call) => more(call, true) } },
];

function run(call: DataCall, allRows: boolean): Answer {
  const explained = call.query.get('explain');
  if (explained !== null) return { status: 200, body: call.org.queries.explain(explained, call) };
  const soql = call.query.get('q');
  if (soql === null || soql.trim() === '') {
    throw new OrgError('MALFORMED_QUERY', 'SOQL statements cannot be empty or null');
  }
  return { status: 200, body: call.org.queries.run(soql, { ...optionsOf(call), allRows }) };
}

function more(call: DataCall, allRows: boolean): Answer {
  const locator = call.parameters['locator'] ?? '';
  return { status: 200, body: call.org.queries.more(locator, { ...optionsOf(call), allRows }) };
}

function optionsOf({ user, apiVersion, headers }: DataCall) {
  const asked = BATCH_SIZE.exec(headers['sforce-query-options'] ?? '')?.[1];
  return { user, apiVersion, batchSize: asked === undefined ? undefined : Number(asked) };
}
