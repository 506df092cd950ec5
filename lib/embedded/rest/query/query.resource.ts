import { OrgError } from '../../org-error.js';
import { resourceNotFound } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { findListView } from '../sobjects/list-view/list-view.js';
import { queryOf } from '../sobjects/list-view/list-view-query.js';
import { isMetadataQuery } from '../tooling/tooling-query.js';

const LIST_VIEW_ID = /^00B\w{12}(?:\w{3})?$/;

/** SOQL: the first page of a query and, by its locator, each next one; with and without deleted records; and its plan. */
export const queryResources: readonly DataResource[] = [
  { path: '/query', methods: { GET: (call) => run(call, false) } },
  { path: '/query/:locator', methods: { GET: (call) => more(call, false) } },
  { path: '/queryAll', methods: { GET: (call) => run(call, true) } },
  { path: '/queryAll/:locator', methods: { GET: (call) => more(call, true) } },
];

function run(call: DataCall, allRows: boolean): Answer {
  const explained = call.query.get('explain');
  if (explained !== null)
    return { status: 200, body: call.org.queries.explain(explainedSoql(call, explained), call) };
  const soql = call.query.get('q');
  if (soql === null || soql.trim() === '') {
    throw new OrgError('MALFORMED_QUERY', 'SOQL statements cannot be empty or null');
  }
  const engine = isMetadataQuery(soql) ? call.org.metadata : call.org.queries;
  if (call.query.get('columns') === 'true') {
    return { status: 200, body: engine.columns(soql, { user: call.user, allRows }) };
  }
  return { status: 200, body: engine.run(soql, { ...optionsOf(call), allRows }) };
}

/** A list view can be explained by its id. */
function explainedSoql({ org }: DataCall, text: string): string {
  if (!LIST_VIEW_ID.test(text)) return text;
  const found = findListView(org.catalog, text);
  if (!found) throw resourceNotFound();
  return queryOf(found.object, found.view);
}

function more(call: DataCall, allRows: boolean): Answer {
  const locator = call.parameters['locator'] ?? '';
  return { status: 200, body: call.org.queries.more(locator, { ...optionsOf(call), allRows }) };
}

function optionsOf({ user, apiVersion, queryOptions }: DataCall) {
  return { user, apiVersion, batchSize: queryOptions.batchSize };
}
