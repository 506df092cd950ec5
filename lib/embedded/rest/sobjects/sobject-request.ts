import { toId18 } from '../../../protocol/salesforce-id.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import { resourceNotFound } from '../error-answer.js';
import { conditional, hasConditions, requireConditions } from '../format/conditional.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall } from '../resource.interface.js';
import { recordValidators, validatingFields } from './record-validators.js';

const CREATED_FLAG_VERSION = 46;

/** The object of a name; one that the user may not see is not there. */
export function findObject({ org, user }: DataCall, name: string): ObjectSchema | undefined {
  const object = org.catalog.get(name);
  return object && org.permissions.seen(user, object) ? object : undefined;
}

/** The object the path names. */
export function requireObject(call: DataCall): ObjectSchema {
  const object = findObject(call, call.parameters['sobject'] ?? '');
  if (!object) throw resourceNotFound();
  return object;
}

/** An object with those of its fields that the user may see. */
export function seenObject({ org, user }: DataCall, object: ObjectSchema): ObjectSchema {
  return org.permissions.seen(user, object) ?? object;
}

/** The 18-character form of a record id in the path; anything else there is taken for an external id field. */
export function requireId(id: string | undefined): string {
  const id18 = toId18(id ?? '');
  if (id18 === undefined) throw noExternalIdField(id ?? '');
  return id18;
}

/** The field that records of an object can be addressed by. */
export function requireExternalIdField(object: ObjectSchema, name: string): FieldDefinition {
  const field = object.field(name);
  if (!field || !(field.externalId || field.idLookup || field.type === 'id')) throw noExternalIdField(name);
  return field;
}

/** The field values of a record whose id the path gives or the org will give: everything but its `attributes`. */
export function recordValues(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(record).filter(([name]) => name !== 'attributes');
  const values = entries.filter(([name, value]) => !(name.toLowerCase() === 'id' && value === null));
  if (values.some(([name]) => name.toLowerCase() === 'id')) {
    throw new OrgError('INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
  }
  return Object.fromEntries(values);
}

/** Whether the answer of an upsert says that it created the record, as it does from v46.0 on. */
export function createdFlag({ apiVersion }: DataCall): boolean {
  return Number(apiVersion) >= CREATED_FLAG_VERSION;
}

/** One record as the answer of a call, with the fields that its `fields` parameter names. */
export function recordAnswer(call: DataCall, object: ObjectSchema, id: string): Answer {
  const names = call.query.get('fields');
  const fields = names === null ? undefined : requestedFields(seenObject(call, object), names.split(','));
  if (fields === undefined) {
    const body = readRecord(call, object, id);
    return conditional(call, recordValidators(object, body), () => ({ status: 200, body }));
  }
  const validating = validatingFields(object);
  const known = readRecord(call, object, id, validating && [...fields, ...validating]);
  const body: Record<string, unknown> = { attributes: known['attributes'] };
  for (const name of fields) body[name] = known[name];
  return conditional(call, recordValidators(object, known), () => ({ status: 200, body }));
}

/** Checks the conditions under which a record is to be written, if there are any. */
export function requireUnchanged(call: DataCall, object: ObjectSchema, id: string): void {
  if (!hasConditions(call.headers)) return;
  requireConditions(call, recordValidators(object, readRecord(call, object, id, validatingFields(object))));
}

/** @throws OrgError for a name that is no field of the object */
export function requestedFields(object: ObjectSchema, names: readonly string[]): readonly string[] {
  return names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      const field = object.field(name);
      if (field) return field.name;
      throw new OrgError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    });
}

/** A record as answers carry it. */
export function readRecord(
  { org, root, user }: DataCall,
  object: ObjectSchema,
  id: string,
  fields?: readonly string[],
): Record<string, unknown> {
  const values = org.records.read(object, id, fields, user);
  return { attributes: { type: object.name, url: recordUrl(object, id, root) }, ...values };
}

export function recordUrl(object: ObjectSchema, id: string, root: string): string {
  return `${root}/sobjects/${object.name}/${id}`;
}

function noExternalIdField(name: string): OrgError {
  return new OrgError(
    'NOT_FOUND',
    `Provided external ID field does not exist or is not accessible: ${name}`,
    { status: 404 },
  );
}
