import { toId18 } from '../../../protocol/salesforce-id.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { readRecord, requestedFields, requireObject, seenObject } from '../sobjects/sobject-request.js';

const MAX_IDS = 2000;

/** Many records of one object by their ids; a place stays `null` where there is no record. */
export const sobjectCollectionRetrieveResource: DataResource = {
  path: '/composite/sobjects/:sobject',
  since: 42,
  methods: {
    GET: (call) => retrieve(call, listOf(call.query.get('ids')), listOf(call.query.get('fields'))),
    POST: (call) => {
      const body = call.body.object();
      return retrieve(call, textsOf(body, 'ids'), textsOf(body, 'fields'));
    },
  },
};

function retrieve(call: DataCall, ids: readonly string[], names: readonly string[]): Answer {
  const object = requireObject(call);
  const fields = requestedFields(seenObject(call, object), names);
  if (ids.length > MAX_IDS) {
    throw new OrgError(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MAX_IDS} records into this call`,
    );
  }
  return { status: 200, body: ids.map((id) => recordOrNull(call, object, id, fields)) };
}

function recordOrNull(call: DataCall, object: ObjectSchema, id: string, fields: readonly string[]): unknown {
  const id18 = toId18(id.trim());
  if (id18 === undefined) return null;
  try {
    return readRecord(call, object, id18, fields);
  } catch (error) {
    if (error instanceof OrgError) return null;
    throw error;
  }
}

function listOf(parameter: string | null): readonly string[] {
  return (parameter ?? '').split(',').filter((part) => part.trim() !== '');
}

function textsOf(body: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const values = body[name];
  if (Array.isArray(values)) return values.map(String);
  throw new OrgError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${name}]`);
}
