import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import { ObjectSchema } from '../catalog/object-schema.js';

/** What the org sets itself, whoever brings the record. */
const STAMPED: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
]);

/**
 * An object as those see it who set an org up. Custom metadata and its like are deployed: no client creates such records, and
 * yet an org has some. Other objects are what they are for clients.
 */
export function deployableObject(object: ObjectSchema): ObjectSchema {
  const { definition } = object;
  if (definition.createable) return object;
  return new ObjectSchema({
    ...definition,
    createable: true,
    fields: definition.fields.map(opened),
  });
}

function opened(field: FieldDefinition): FieldDefinition {
  return isBrought(field) ? { ...field, createable: true } : field;
}

function isBrought({ name, type, calculated, autoNumber }: FieldDefinition): boolean {
  return !(calculated || autoNumber || STAMPED.has(name) || type === 'address' || type === 'location');
}
