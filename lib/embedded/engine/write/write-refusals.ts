import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';

// What the org says when it refuses a record as a whole, in the platform's words.

export function noSuchField(object: ObjectSchema, name: string): OrgError {
  return new OrgError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

/** A field that has its place elsewhere in the request: the id, or the external id that an upsert matches by. */
export function notInBody(field: string): OrgError {
  return new OrgError('INVALID_FIELD', `The ${field} field should not be specified in the sobject data.`);
}

export function readOnlyFields(names: readonly string[]): OrgError {
  return new OrgError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and ` +
      'verify that it is read/write for your profile or permission set.',
    { fields: names },
  );
}

export function missingFields(names: readonly string[]): OrgError {
  return new OrgError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, {
    fields: names,
  });
}

export function duplicateValue(field: FieldDefinition, id: string): OrgError {
  return new OrgError(
    'DUPLICATE_VALUE',
    `duplicate value found: ${field.name} duplicates value on record with id: ${id.slice(0, 15)}`,
    { fields: [] },
  );
}

export function duplicateUsername(): OrgError {
  return new OrgError(
    'DUPLICATE_USERNAME',
    'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be ' +
      "unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the " +
      "user's email address). ",
    { fields: ['Username'] },
  );
}

export function ambiguousExternalId(field: FieldDefinition, ids: readonly string[]): OrgError {
  return new OrgError(
    'DUPLICATE_EXTERNAL_ID',
    `${field.name}: more than one record found for external id field: [${ids.map((id) => id.slice(0, 15)).join(', ')}]`,
    { status: 300, fields: [field.name] },
  );
}

/** @param external the field of the parent that was to have the value */
export function foreignKeyNotFound(external: FieldDefinition, parent: ObjectSchema, value: string): OrgError {
  return new OrgError(
    'INVALID_FIELD',
    `Foreign key external ID: ${value} not found for field ${external.name} in entity ${parent.name}`,
    { fields: [] },
  );
}

export function noExternalIdField(name: string): OrgError {
  return new OrgError(
    'NOT_FOUND',
    `Provided external ID field does not exist or is not accessible: ${name}`,
    { status: 404 },
  );
}

export function unknownReference(): OrgError {
  return new OrgError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', { fields: [] });
}

export function foreignRecordType(field: FieldDefinition, id: string): OrgError {
  return new OrgError(
    'INVALID_CROSS_REFERENCE_KEY',
    `${field.label.replace(/ ID$/, '')} ID: this ID value isn't valid for the user: ${id}`,
    { fields: [field.name] },
  );
}

export function inactiveOwner({ definition }: ObjectSchema, id: string): OrgError {
  return new OrgError(
    'INACTIVE_OWNER_OR_USER',
    `operation performed with inactive user [${id.slice(0, 15)}] as owner of ${definition.label.toLowerCase()}`,
    { fields: [] },
  );
}

export function deletedReference(): OrgError {
  return new OrgError('ENTITY_IS_DELETED', 'entity is deleted', { fields: [] });
}

export function noSuchRecord(): OrgError {
  return new OrgError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
}

export function deletedRecord(): OrgError {
  return new OrgError('ENTITY_IS_DELETED', 'entity is deleted', { status: 404, fields: [] });
}

export function notCreateable(object: ObjectSchema): OrgError {
  return new OrgError(
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `entity type cannot be inserted: ${object.definition.label}`,
    { fields: [] },
  );
}

export function insufficientAccess(): OrgError {
  return new OrgError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', {
    status: 403,
    fields: [],
  });
}

/** A record that the sharing of its object keeps from the user. */
export function unsharedRecord(id: string): OrgError {
  return new OrgError(
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`,
    { fields: [] },
  );
}

export function notSupported(object: ObjectSchema, operation: 'update' | 'delete'): OrgError {
  return new OrgError(
    'INVALID_TYPE_FOR_OPERATION',
    `entity type ${object.name} does not support ${operation}`,
  );
}
