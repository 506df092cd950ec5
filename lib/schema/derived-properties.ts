import type { FieldType } from '../protocol/field-type.type.js';
import type { FieldDefinition } from './sobject-definition.interface.js';

const SOAP_TYPES: Partial<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  anyType: 'xsd:anyType',
  address: 'urn:address',
  location: 'urn:location',
};

/** A character takes up to three bytes of what the platform counts as length in bytes. */
const BYTES_PER_CHARACTER = 3;

/** References that every record has, or that only merges set: a search cannot be narrowed to one. */
const NOT_SEARCHED = new Set([
  'CreatedById',
  'LastModifiedById',
  'MasterRecordId',
  'OwnerId',
  'RecordTypeId',
]);

/** Properties of a describe that follow, for most fields, from what the field is. */
export interface DerivedProperties {
  readonly byteLength: number;
  readonly permissionable: boolean;
  readonly queryByDistance: boolean;
  readonly searchPrefilterable: boolean;
  readonly soapType: string;
}

/** What a field without an explicit value of these has. */
export function derivedProperties(field: FieldDefinition): DerivedProperties {
  return {
    byteLength: byteLength(field),
    permissionable: isPermissionable(field),
    queryByDistance: isCompound(field),
    searchPrefilterable:
      field.type === 'reference' && field.referenceTo?.length === 1 && !NOT_SEARCHED.has(field.name),
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
  };
}

function isCompound({ type }: FieldDefinition): boolean {
  return type === 'address' || type === 'location';
}

function byteLength({ type, length = 0 }: FieldDefinition): number {
  return type === 'id' || type === 'reference' ? length : length * BYTES_PER_CHARACTER;
}

/** Whether an administrator can hide the field or make it read-only: not where the record could not do without it. */
function isPermissionable(field: FieldDefinition): boolean {
  if (isCompound(field)) return true;
  if (field.compoundFieldName === 'Name') return false;
  const writable = field.createable === true || field.updateable === true;
  return writable && (field.nillable === true || field.type === 'boolean');
}
