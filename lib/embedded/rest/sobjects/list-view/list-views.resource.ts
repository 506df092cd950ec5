import type { ObjectSchema } from '../../../catalog/object-schema.js';
import type { Answer } from '../../org-exchange.interface.js';
import type { DataCall, DataResource } from '../../resource.interface.js';
import { requireObject } from '../sobject-request.js';
import { type ListView, listViewsOf, requireListView } from './list-view.js';
import { columnsOf } from './list-view-columns.js';
import { orderOf, queryOf } from './list-view-query.js';

/** How many records of a list view come at once, and at most. */
const [DEFAULT_LIMIT, MAX_LIMIT] = [25, 2000];

/** The list views of an object, what is in them, and how they are queried. */
export const listViewResources: readonly DataResource[] = [
  { path: '/sobjects/:sobject/listviews', since: 32, methods: { GET: list } },
  { path: '/sobjects/:sobject/listviews/recent', since: 32, methods: { GET: list } },
  {
    path: '/sobjects/:sobject/listviews/:view',
    since: 32,
    methods: { GET: (call) => answer(call, summary) },
  },
  {
    path: '/sobjects/:sobject/listviews/:view/describe',
    since: 32,
    methods: { GET: (call) => answer(call, describe) },
  },
  {
    path: '/sobjects/:sobject/listviews/:view/results',
    since: 32,
    methods: { GET: (call) => answer(call, results) },
  },
];

function list(call: DataCall): Answer {
  const object = requireObject(call);
  const listviews = listViewsOf(object).map((view) => summary(object, view, call));
  return {
    status: 200,
    body: { done: true, listviews, nextRecordsUrl: null, size: listviews.length, sobjectType: object.name },
  };
}

function answer(
  call: DataCall,
  write: (object: ObjectSchema, view: ListView, call: DataCall) => unknown,
): Answer {
  const object = requireObject(call);
  return { status: 200, body: write(object, requireListView(object, call.parameters['view'] ?? ''), call) };
}

function summary(object: ObjectSchema, { id, label, developerName }: ListView, { root }: DataCall) {
  const url = `${root}/sobjects/${object.name}/listviews/${id}`;
  return {
    describeUrl: `${url}/describe`,
    developerName,
    id,
    label,
    resultsUrl: `${url}/results`,
    soqlCompatible: true,
    url,
  };
}

function describe(object: ObjectSchema, view: ListView) {
  return {
    columns: columnsOf(object),
    id: view.id,
    orderBy: orderOf(object).map((fieldNameOrPath) => ({
      fieldNameOrPath,
      nullsPosition: 'first',
      sortDirection: 'ascending',
    })),
    query: queryOf(object, view),
    relatedEntityId: null,
    scope: view.scope,
    scopeEntityId: null,
    sobjectType: object.name,
    whereCondition: null,
  };
}

function results(object: ObjectSchema, view: ListView, call: DataCall) {
  const { org, query } = call;
  const limit = Math.min(numberOf(query.get('limit'), DEFAULT_LIMIT), MAX_LIMIT);
  const offset = Math.min(numberOf(query.get('offset'), 0), MAX_LIMIT);
  const soql = `${queryOf(object, view)} LIMIT ${limit} OFFSET ${offset}`;
  const { records } = org.queries.run(soql, call);
  const columns = columnsOf(object);
  return {
    columns,
    developerName: view.developerName,
    done: true,
    id: view.id,
    label: view.label,
    records: records.map((record) => ({
      columns: columns.map(({ fieldNameOrPath }) => ({
        fieldNameOrPath,
        value: asText(record[fieldNameOrPath]),
      })),
    })),
    size: records.length,
  };
}

function asText(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function numberOf(text: string | null, otherwise: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : otherwise;
}
