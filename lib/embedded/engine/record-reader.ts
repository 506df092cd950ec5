import { DEFAULT_API_VERSION } from '../../protocol/api-version.js';
import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import type { OrgRow } from './org-row.js';
import { compoundReader, toWire } from './wire-value.js';
import { noSuchField } from './write/write-refusals.js';

type FieldReader = (row: Readonly<OrgRow>) => unknown;

/** How the fields of an object are read is worked out once, in the order in which records have them. */
const readers = new WeakMap<ObjectSchema, ReadonlyMap<string, FieldReader>>();

/** A stored record as it travels, without `attributes`. @param names the fields wanted; all of them when absent */
export function toWireRecord(
  object: ObjectSchema,
  row: Readonly<OrgRow>,
  names?: readonly string[],
): Record<string, unknown> {
  const readerOf = readersOf(object);
  const record: Record<string, unknown> = {};
  if (!names) for (const [name, read] of readerOf) record[name] = read(row);
  else
    for (const { name } of names.map((each) => requireField(object, each)))
      record[name] = readerOf.get(name)!(row);
  return record;
}

function requireField(object: ObjectSchema, name: string): FieldDefinition {
  const field = object.field(name);
  if (!field) throw noSuchField(object, name);
  return field;
}

function readersOf(object: ObjectSchema): ReadonlyMap<string, FieldReader> {
  let readerOf = readers.get(object);
  if (!readerOf) {
    readerOf = new Map(object.fields.map((field) => [field.name, readerFor(object, field)]));
    readers.set(object, readerOf);
  }
  return readerOf;
}

function readerFor(object: ObjectSchema, field: FieldDefinition): FieldReader {
  const { name } = field;
  switch (field.type) {
    case 'address':
    case 'location': {
      const read = compoundReader(object, field);
      return (row) => read((component) => row[component] ?? null);
    }
    case 'base64':
      return (row) => (row[name] == null ? null : contentUrl(object, row, name));
    default:
      return (row) => toWire(field, row[name] ?? null);
  }
}

/** Content does not travel in records: they say where to get it. */
function contentUrl({ name }: ObjectSchema, row: Readonly<OrgRow>, field: string): string {
  return `/services/data/v${DEFAULT_API_VERSION}/sobjects/${name}/${String(row['Id'])}/${field}`;
}
