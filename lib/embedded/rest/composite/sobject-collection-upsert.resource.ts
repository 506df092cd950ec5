import type { SaveResult } from '../../../protocol/save-result.interface.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import { type CollectionItem, orRefuse, readCollection } from './collection-request.js';
import { writeOptionsOf } from '../format/call-options.js';
import type { Answer } from '../org-exchange.interface.js';
import { saveAll } from './record-batch.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { requireExternalIdField, requireObject } from '../sobjects/sobject-request.js';

/** Up to 200 records of one object, matched by an external id. */
export const sobjectCollectionUpsertResource: DataResource = {
  path: '/composite/sobjects/:sobject/:field',
  since: 46,
  methods: { PATCH: upsert },
};

function upsert(call: DataCall): Answer {
  const object = requireObject(call);
  const field = requireExternalIdField(object, call.parameters['field'] ?? '');
  const { allOrNone, items } = readCollection(call);
  const creations = items.map((item) => wouldCreate(call, object, field, item));
  const results = saveAll(call.org.database, items, allOrNone, (item) =>
    orRefuse(item, (record) => save(call, object, field, record)),
  );
  // A failed upsert says whether it would have created a record.
  return {
    status: 200,
    body: results.map((result, index) =>
      result.success ? result : { success: result.success, errors: result.errors, created: creations[index] },
    ),
  };
}

function wouldCreate(
  { org }: DataCall,
  object: ObjectSchema,
  field: FieldDefinition,
  item: CollectionItem | OrgError,
): boolean {
  if (item instanceof OrgError || item.object !== object) return false;
  if (field.type === 'id') return item.id === undefined;
  const [value] = takeOut(item.values, field.name);
  if (value == null || value === '') return false;
  try {
    return org.records.idsBy(object, field, String(value)).length === 0;
  } catch (error) {
    if (error instanceof OrgError) return false;
    throw error;
  }
}

function save(
  call: DataCall,
  object: ObjectSchema,
  field: FieldDefinition,
  record: CollectionItem,
): SaveResult {
  if (record.object !== object) {
    throw new OrgError('INVALID_TYPE', `Entity type ${record.object.name} does not match ${object.name}`);
  }
  const { org, user } = call;
  const options = writeOptionsOf(call);
  const byId = field.type === 'id';
  const [value, values] = byId ? [record.id, record.values] : takeOut(record.values, field.name);
  if (value != null && value !== '') {
    const { id, created } = org.records.upsert(object, field.name, String(value), values, user, options);
    return { id, success: true, errors: [], created };
  }
  if (!byId) throw new OrgError('MISSING_ARGUMENT', `${field.name} not specified`);
  return { id: org.records.insert(object, values, user, options), success: true, errors: [], created: true };
}

/** The value of a field, whatever the case of its name, and the others. */
function takeOut(values: Record<string, unknown>, name: string): [unknown, Record<string, unknown>] {
  const key = Object.keys(values).find((key) => key.toLowerCase() === name.toLowerCase());
  if (key === undefined) return [undefined, values];
  const { [key]: value, ...rest } = values;
  return [value, rest];
}
