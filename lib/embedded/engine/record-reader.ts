import { DEFAULT_API_VERSION } from '../../protocol/api-version.js';
import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import type { OrgRow } from './org-row.js';
import { compoundToWire, toWire } from './wire-value.js';
import { noSuchField } from './write/write-refusals.js';

/** A stored record as it travels, without `attributes`. @param names the fields wanted; all of them when absent */
export function toWireRecord(
  object: ObjectSchema,
  row: OrgRow,
  names?: readonly string[],
): Record<string, unknown> {
  const fields = names?.map((name) => requireField(object, name)) ?? object.fields;
  return Object.fromEntries(fields.map((field) => [field.name, wireValue(object, row, field)]));
}

function requireField(object: ObjectSchema, name: string): FieldDefinition {
  const field = object.field(name);
  if (!field) throw noSuchField(object, name);
  return field;
}

function wireValue(object: ObjectSchema, row: OrgRow, field: FieldDefinition): unknown {
  if (field.type === 'address' || field.type === 'location') {
    return compoundToWire(object, field, (name) => row[name] ?? null);
  }
  const value = row[field.name] ?? null;
  if (field.type !== 'base64' || value === null) return toWire(field, value);
  // Content does not travel in records: they say where to get it.
  return `/services/data/v${DEFAULT_API_VERSION}/sobjects/${object.name}/${String(row['Id'])}/${field.name}`;
}
