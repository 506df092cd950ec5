import { toId18 } from '../../../protocol/salesforce-id.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { resourceNotFound } from '../error-answer.js';
import { writeOptionsOf } from '../format/call-options.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { deleteTarget, readTarget, targetOf, updateTarget } from './relationship.resource.js';
import { contentAnswer } from './record-content.js';
import {
  createdFlag,
  recordAnswer,
  recordUrl,
  recordValues,
  requireExternalIdField,
  requireObject,
} from './sobject-request.js';

/**
 * Records by an external id: read, upsert, delete. Where the path has an id instead of a field, what follows it is the
 * name of a content field or of a relationship.
 */
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
  const { value = '' } = call.parameters;
  const id = idInstead(call);
  if (id === undefined) return onlyMatch(call, ({ object }, found) => recordAnswer(call, object, found));
  const object = requireObject(call);
  if (object.field(value)) return contentAnswer(call, object, id, value);
  return readTarget(call, targetOf(call, [value], id));
}

/** The id that stands where an external id field would; a field may have a name as long as one. */
function idInstead(call: DataCall): string | undefined {
  const { field = '' } = call.parameters;
  return requireObject(call).field(field) ? undefined : toId18(field);
}

function remove(call: DataCall): Answer {
  const record = idInstead(call);
  if (record !== undefined)
    return deleteTarget(call, targetOf(call, [call.parameters['value'] ?? ''], record));
  return onlyMatch(call, ({ object }, id) => {
    call.org.records.delete(object, id, call.user);
    return { status: 204 };
  });
}

function upsert(call: DataCall): Answer {
  const record = idInstead(call);
  if (record !== undefined)
    return updateTarget(call, targetOf(call, [call.parameters['value'] ?? ''], record));
  const addressed = address(call);
  const { object, field, value, ids } = addressed;
  if (ids.length > 1) return multipleChoices(call, addressed);
  if (ids.length === 0 && call.query.get('updateOnly') === 'true') throw resourceNotFound();
  const values = recordValues(call.body.object());
  const result = call.org.records.upsert(object, field.name, value, values, call.user, writeOptionsOf(call));
  const flagged = createdFlag(call);
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
