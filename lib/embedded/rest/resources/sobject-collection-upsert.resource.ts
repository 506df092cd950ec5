import type { SaveResult } from '../../../protocol/save-result.interface.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import { type CollectionItem, orRefuse, readCollection } from '../collection-request.js';
import type { Answer } from '../org-exchange.interface.js';
import { saveAll } from '../record-batch.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { requireExternalIdField, requireObject } from '../sobject-request.js';

/** Up to 200 records of one object, matched by an external id. */
export const sobjectCollectionUpsertResource: DataResource = {
  path: '/composite/sobjects/:sobject/:field',
  methods: { PATCH: upsert },
};

function upsert(call: DataCall): Answer {
  const object = requireObject(call);
  const field = requireExternalIdField(object, call.parameters['field'] ?? '');
  const { allOrNone, items } = readCollection(call);
  const results = saveAll(call.org.database, items, allOrNone, (item) =>
    orRefuse(item, (record) => save(call, object, field, record)),
  );
  return { status: 200, body: results };
}

function save(
  { org, user }: DataCall,
  object: ObjectSchema,
  field: FieldDefinition,
  record: CollectionItem,
): SaveResult {
  if (record.object !== object) {
    throw new OrgError('INVALID_TYPE', `Entity type ${record.object.name} does not match ${object.name}`);
  }
  const byId = field.type === 'id';
  const [value, values] = byId ? [record.id, record.values] : takeOut(record.values, field.name);
  if (value != null && value !== '') {
    const { id, created } = org.records.upsert(object, field.name, String(value), values, user);
    return { id, success: true, errors: [], created };
  }
  if (!byId) throw new OrgError('MISSING_ARGUMENT', `${field.name} not specified`);
  return { id: org.records.insert(object, values, user), success: true, errors: [], created: true };
}

/** The value of a field, whatever the case of its name, and the others. */
function takeOut(values: Record<string, unknown>, name: string): [unknown, Record<string, unknown>] {
  const key = Object.keys(values).find((key) => key.toLowerCase() === name.toLowerCase());
  if (key === undefined) return [undefined, values];
  const { [key]: value, ...rest } = values;
  return [value, rest];
}
