import { describeGlobal, describeGlobalEntry, describeSObject } from '../../catalog/describe-writer.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { notCreateable, notSupported } from '../../engine/write/write-refusals.js';
import { OrgError } from '../../org-error.js';
import { resourceNotFound } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { metadataAnswer } from '../sobjects/metadata-answer.js';
import { recordValues } from '../sobjects/sobject-request.js';
import { customFieldDefinition } from './custom-field-definition.js';
import { customFieldId } from './metadata-names.js';
import { requireSoql, runToolingQuery, toolingColumns } from './tooling-query.js';

const RESOURCES = [
  'completions',
  'executeAnonymous',
  'query',
  'runTestsAsynchronous',
  'runTestsSynchronous',
  'search',
  'sobjects',
] as const;

/** The org's metadata as objects: described, queried, and as far as custom fields go, created. */
export const toolingResources: readonly DataResource[] = [
  { path: '/tooling', methods: { GET: ({ root }) => ({ status: 200, body: listing(`${root}/tooling`) }) } },
  { path: '/tooling/sobjects', methods: { GET: list } },
  { path: '/tooling/sobjects/:sobject', methods: { GET: basicInformation, POST: create } },
  { path: '/tooling/sobjects/:sobject/describe', methods: { GET: describe } },
  { path: '/tooling/sobjects/:sobject/:id', methods: { GET: read, PATCH: update, DELETE: remove } },
  { path: '/tooling/sobjects/:sobject/:id/:field', methods: { GET: content } },
  { path: '/tooling/query', methods: { GET: query } },
  { path: '/tooling/search', methods: { GET: () => ({ status: 200, body: { searchRecords: [] } }) } },
];

function query(call: DataCall): Answer {
  const soql = requireSoql(call);
  const run = call.query.get('columns') === 'true' ? toolingColumns : runToolingQuery;
  return { status: 200, body: run(call, soql) };
}

function listing(url: string): Readonly<Record<string, string>> {
  return Object.fromEntries(RESOURCES.map((name) => [name, `${url}/${name}`]));
}

function list(call: DataCall): Answer {
  return metadataAnswer(call, describeGlobal(call.org.metadata.catalog, toolingRoot(call)));
}

function basicInformation(call: DataCall): Answer {
  const object = requireObject(call);
  return {
    status: 200,
    body: { objectDescribe: describeGlobalEntry(object, toolingRoot(call)), recentItems: [] },
  };
}

function describe(call: DataCall): Answer {
  const body = describeSObject(requireObject(call), call.org.metadata.catalog, toolingRoot(call));
  return metadataAnswer(call, body);
}

/** One record by its id, or the name that it has instead. */
function read(call: DataCall): Answer {
  const object = requireObject(call);
  const key = object.field('DurableId') ? 'DurableId' : 'Id';
  const id = (call.parameters['id'] ?? '').replaceAll(/['\\]/g, '\\$&');
  const names = object.fields.map(({ name }) => name).join(', ');
  const { records } = runToolingQuery(call, `SELECT ${names} FROM ${object.name} WHERE ${key} = '${id}'`);
  const [record] = records;
  if (record === undefined) throw resourceNotFound();
  return { status: 200, body: record };
}

function create(call: DataCall): Answer {
  const object = requireObject(call);
  const values = call.body.object();
  if (object.name === 'CustomField') return created(createCustomField(call, values));
  if (!object.definition.createable) throw notCreateable(object);
  return created(call.org.metadata.records.insert(object, recordValues(values), call.user));
}

function created(id: string): Answer {
  return { status: 201, body: { id, success: true, errors: [], warnings: [], infos: [] } };
}

/** `{ "FullName": "Contact.Tier__c", "Metadata": { "label": "Tier", "type": "Text", "length": 20 } }`: the id of the field. */
function createCustomField({ org }: DataCall, values: Readonly<Record<string, unknown>>): string {
  const { FullName: fullName, Metadata: metadata } = values;
  const [, sobject = '', name = ''] = /^(\w+)\.(\w+__c)$/.exec(String(fullName ?? '')) ?? [];
  if (name === '')
    throw new OrgError('INVALID_INPUT', `Invalid fullName of a custom field: ${String(fullName)}`);
  const target = org.catalog.get(sobject);
  if (!target) throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `no CustomObject named ${sobject} found`);
  if (target.field(name)) {
    throw new OrgError(
      'DUPLICATE_DEVELOPER_NAME',
      `There is already a field named ${name} on ${target.name}.`,
    );
  }
  org.definitions.define([{ ...target.definition, fields: [customFieldDefinition(name, metadata)] }]);
  return customFieldId(target.name, name);
}

function update(call: DataCall): Answer {
  const object = requireObject(call);
  if (!object.definition.updateable) throw notSupported(object, 'update');
  const { records } = call.org.metadata;
  records.update(object, call.parameters['id'] ?? '', recordValues(call.body.object()), call.user);
  return { status: 204 };
}

function remove(call: DataCall): Answer {
  const object = requireObject(call);
  if (!object.definition.deletable) throw notSupported(object, 'delete');
  call.org.metadata.records.delete(object, call.parameters['id'] ?? '');
  return { status: 204 };
}

/** The content of a binary field. */
function content(call: DataCall): Answer {
  const object = requireObject(call);
  const { id = '', field: name = '' } = call.parameters;
  const field = object.field(name);
  if (field?.type !== 'base64') throw resourceNotFound();
  const { records } = call.org.metadata;
  const value = records.content(object, id, field.name);
  if (typeof value !== 'string') throw resourceNotFound();
  const type = records.content(object, id, 'ContentType');
  return {
    status: 200,
    headers: { 'content-type': typeof type === 'string' ? type : 'application/octet-stream' },
    body: Buffer.from(value, 'base64'),
  };
}

function requireObject({ org, parameters }: DataCall): ObjectSchema {
  const object = org.metadata.catalog.own(parameters['sobject'] ?? '');
  if (!object) throw resourceNotFound();
  return object;
}

function toolingRoot({ root }: DataCall): string {
  return `${root}/tooling`;
}
