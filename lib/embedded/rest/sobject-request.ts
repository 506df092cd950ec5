import { toId18 } from '../../protocol/salesforce-id.js';
import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import { OrgError } from '../org-error.js';
import { resourceNotFound } from './error-answer.js';
import type { Answer } from './org-exchange.interface.js';
import type { DataCall } from './resource.interface.js';

/** The object the path names. */
export function requireObject({ org, parameters }: DataCall): ObjectSchema {
  const object = org.catalog.get(parameters['sobject'] ?? '');
  if (!object) throw resourceNotFound();
  return object;
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
  if (entries.some(([name]) => name.toLowerCase() === 'id')) {
    throw new OrgError('INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
  }
  return Object.fromEntries(entries);
}

/** One record as the answer of a call, with the fields that its `fields` parameter names. */
export function recordAnswer(call: DataCall, object: ObjectSchema, id: string): Answer {
  const names = call.query.get('fields');
  const fields = names === null ? undefined : requestedFields(object, names.split(','));
  return { status: 200, body: readRecord(call, object, id, fields) };
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
  { org, root }: DataCall,
  object: ObjectSchema,
  id: string,
  fields?: readonly string[],
): Record<string, unknown> {
  const values = org.records.read(object, id, fields);
  return { attributes: { type: object.name, url: recordUrl(object, id, root) }, ...values };
}

/** The content of a `base64` field, which records name by its URL only. */
export function contentAnswer({ org }: DataCall, object: ObjectSchema, id: string, name: string): Answer {
  const field = object.field(name);
  const content = field?.type === 'base64' ? org.records.find(object, id)?.[field.name] : undefined;
  if (typeof content !== 'string') throw resourceNotFound();
  const type = org.records.read(object, id)['ContentType'];
  return {
    status: 200,
    headers: { 'content-type': typeof type === 'string' ? type : 'application/octet-stream' },
    body: Buffer.from(content, 'base64'),
  };
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
