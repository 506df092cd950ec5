import { toId18 } from '../../../protocol/salesforce-id.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { resourceNotFound } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import {
  contentAnswer,
  recordAnswer,
  recordUrl,
  recordValues,
  requireExternalIdField,
  requireObject,
} from '../sobject-request.js';

/** From this version on an upsert says whether it created the record. */
const CREATED_FLAG_VERSION = 46;

/** Records by an external id: read, upsert, delete. Where the path has an id instead, it is content that is read. */
export const externalIdResource: DataResource = {
  path: '/sobjects/:sobject/:field/:value',
  methods: { GET: read, PATCH: upsert, DELETE: remove },
};

interface Addressed {
  readonly object: ObjectSchema;
  readonly field: FieldDefinition;
  readonly value: string;
  readonly ids: readonly string[];
}

function read(call: DataCall): Answer {
  const { field = '', value = '' } = call.parameters;
  const id = toId18(field);
  if (id !== undefined) return contentAnswer(call, requireObject(call), id, value);
  return onlyMatch(call, ({ object }, id) => recordAnswer(call, object, id));
}

function remove(call: DataCall): Answer {
  return onlyMatch(call, ({ object }, id) => {
    call.org.records.delete(object, id, call.user);
    return { status: 204 };
  });
}

function upsert(call: DataCall): Answer {
  const addressed = address(call);
  const { object, field, value, ids } = addressed;
  if (ids.length > 1) return multipleChoices(call, addressed);
  if (ids.length === 0 && call.query.get('updateOnly') === 'true') throw resourceNotFound();
  const values = recordValues(call.body.object());
  const result = call.org.records.upsert(object, field.name, value, values, call.user);
  const flagged = Number(call.apiVersion) >= CREATED_FLAG_VERSION;
  if (!result.created && !flagged) return { status: 204 };
  return {
    status: result.created ? 201 : 200,
    headers: { location: recordUrl(object, result.id, call.root) },
    body: { id: result.id, success: true, errors: [], ...(flagged && { created: result.created }) },
  };
}

function onlyMatch(call: DataCall, answer: (addressed: Addressed, id: string) => Answer): Answer {
  const addressed = address(call);
  const [id, another] = addressed.ids;
  if (id === undefined) throw resourceNotFound();
  return another === undefined ? answer(addressed, id) : multipleChoices(call, addressed);
}

function address(call: DataCall): Addressed {
  const object = requireObject(call);
  const field = requireExternalIdField(object, call.parameters['field'] ?? '');
  const value = call.parameters['value'] ?? '';
  return { object, field, value, ids: call.org.records.idsBy(object, field, value) };
}

/** Nothing is done where an external id is not unique; the answer lists what it could have meant. */
function multipleChoices({ root }: DataCall, { object, ids }: Addressed): Answer {
  return { status: 300, body: ids.map((id) => recordUrl(object, id, root)) };
}
