import { InvalidWriteException } from '../exceptions/invalid-write.exception.js';
import type { EntityMetadata, FieldMetadata } from '../metadata/entity-metadata.interface.js';
import { TYPE_TAG } from './record-hydrator.js';
import { serializeValue } from './value-serializer.js';

/** What a record is written for; it decides which fields may be. */
export type WriteOperation = 'insert' | 'update' | 'upsert';

/** Field values by API name, as they travel; content is a `Binary` still. */
export type RecordBody = Readonly<Record<string, unknown>>;

/**
 * The wire form of an entity's values. `undefined` leaves a field alone and is skipped, so that a new instance of an entity
 * class, which has all its properties, can be written; `null` clears the field.
 *
 * @param name how messages call the record, such as `Account` or `Account[3]`
 * @throws InvalidWriteException for a property that is unknown, no field, not writable by `operation`, or whose value does
 * not fit the field's type.
 */
export function serializeRecord(
  metadata: EntityMetadata,
  values: object,
  operation: WriteOperation,
  name = metadata.target.name,
): RecordBody {
  if (typeof values !== 'object' || values === null) {
    throw new InvalidWriteException(`${name}: the values of an ${operation} are an object of properties.`);
  }
  const body: Record<string, unknown> = {};
  for (const [property, value] of Object.entries(values)) {
    // What a query read as a polymorphic parent says its kind, which is no field.
    if (value === undefined || property === TYPE_TAG) continue;
    const path = `${name}.${property}`;
    const field = writableField(metadata, property, operation, path);
    body[field.apiName] = serializeValue(field, value, path);
  }
  return body;
}

function writableField(
  metadata: EntityMetadata,
  property: string,
  operation: WriteOperation,
  path: string,
): FieldMetadata {
  const field = metadata.fields.get(property);
  if (!field) throw new InvalidWriteException(whyNoField(metadata, property, path));
  const reason = whyNotWritable(field, field === metadata.id, operation);
  if (reason === undefined) return field;
  throw new InvalidWriteException(`${path} cannot be written by an ${operation}: ${reason}. Leave it out.`, {
    fields: [field.apiName],
  });
}

function whyNotWritable(field: FieldMetadata, isId: boolean, operation: WriteOperation): string | undefined {
  if (isId) return 'it is the id of the record, which Salesforce assigns';
  if (field.type === 'address' || field.type === 'location') {
    return 'it is composed of other fields, which are written instead';
  }
  if (!field.createable && !field.updateable) return 'it is read-only';
  // Whether an upsert creates or updates is known to the org alone.
  if (operation === 'insert' && !field.createable) return 'it can only be set on a record that exists';
  if (operation === 'update' && !field.updateable) return 'it can only be set when the record is created';
  return undefined;
}

function whyNoField(metadata: EntityMetadata, property: string, path: string): string {
  const parent = metadata.parents.get(property);
  if (parent) return `${path} is a relation: write its foreign key '${parent.foreignKey.property}' instead.`;
  if (metadata.children.has(property)) {
    return `${path} holds child records: write them through their own repository.`;
  }
  const meant = [...metadata.fields.values()].find(({ apiName }) => apiName === property);
  if (meant) return `${path} is no property but an API name: write the property '${meant.property}' instead.`;
  return `${path} is no mapped field: declare it with @Field(), or leave it out.`;
}
